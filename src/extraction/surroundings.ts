import type { Sentence, WhenMention } from '../kernel/reading.ts'
import type { Item, Match } from '../kernel/rule.ts'
import { order, partsOf } from './days.ts'

/**
 * The cues of what stands around a mention: the words beside it, those further off in its clause, and the day with
 * which its sentence opens. Nothing is known of a word beforehand: those that are met often enough get a weight.
 */
export const surroundingsOf = ({ items }: Sentence, match: Match, main: string | null): string[] => {
  const cues = [`left:${nameOf(items[match.from - 1])}`, `left2:${nameOf(items[match.from - 2])}`, `right:${nameOf(items[match.to])}`]
  for (let i = match.from - 1; i >= Math.max(0, match.from - window) && !stops(items[i] as Item); i--)
    if (isTelling(items[i] as Item)) cues.push(`before:${(items[i] as Item).key}`)
  for (let i = match.to; i < Math.min(items.length, match.to + window) && !stops(items[i] as Item); i++)
    if (isTelling(items[i] as Item)) cues.push(`behind:${(items[i] as Item).key}`)
  const opening = items.slice(0, 5).findIndex(({ kind }) => kind === 'when')
  if (opening >= 0 && opening < match.from) cues.push(...opensWith(items[opening] as Item, main))
  return cues
}

const window = 8

/** A word stands for itself, a name or a number for its kind. */
const nameOf = (item: Item | undefined): string => {
  if (!item) return 'edge'
  return isTelling(item) || item.kind.startsWith('mark') ? item.key : item.kind
}

const isTelling = ({ kind }: Item): boolean => kind === 'word' || /^(?:asp|v|n|frame|prep|conj|num)(?:\.|$)/.test(kind)
const stops = ({ kind }: Item): boolean => /^mark[;:"“”]$/.test(kind)

const opensWith = ({ value }: Item, main: string | null): string[] => {
  const { start, relative, direction, same } = value as WhenMention
  if (relative !== null) return [`opens:${relative === 0 ? 'today' : relative < 0 ? 'yesterday' : 'tomorrow'}`]
  if (same) return ['opens:same-day']
  if (start === null) return direction ? [`opens:${direction}`] : []
  const { year } = partsOf(start)
  if (year !== null && year !== partsOf(main).year) return ['opens:year']
  return [`opens:${order(start, main) ?? 'day'}`]
}

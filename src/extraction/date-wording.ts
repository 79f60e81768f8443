import type { Item, Match } from '../kernel/rule.ts'

/**
 * How the date nearest to a mention is worded: “hôm 5/3” and “hồi tháng 3” look back, “vào ngày 5/3” may look ahead,
 * “chiều 5/3” is what news says. Its first word, and on which side of the verb it stands.
 */
export const dateWording = (items: readonly Item[], { at, to }: Match): string[] => {
  const before = nearest(items, at - 1, -1)
  const behind = nearest(items, at + 1, 1)
  const cues = [before ? `dated-before:${wordOf(before)}` : '', behind ? `dated-behind:${wordOf(behind)}` : '']
  const date = behind && items.indexOf(behind) <= to ? behind : (before ?? behind)
  if (date) cues.push(`dated:${wordOf(date)}`)
  return cues.filter((cue) => cue !== '')
}

const within = 14

const nearest = (items: readonly Item[], from: number, step: 1 | -1): Item | null => {
  for (let i = from, n = 0; n < within; i += step, n++) {
    const item = items[i]
    if (!item || /^mark[;:"“”]$/.test(item.kind)) return null
    if (item.kind === 'when') return item
  }
  return null
}

/** “hôm”, “hồi”, “vào”, “chiều”; a date that begins with its figures is plain. */
const wordOf = ({ text }: Item): string => {
  const word = text.split(/\s/)[0]?.toLowerCase() ?? ''
  return /^\p{L}+$/u.test(word) ? word : 'plain'
}

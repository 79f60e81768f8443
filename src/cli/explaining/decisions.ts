import type { Why } from '../../ledger.ts'
import { dateInWords } from '../dates.ts'
import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'

export type Decision = Why['events'][number]['identity'][number]

interface Basis {
  readonly rule?: string
  readonly says?: string
}

/**
 * Why two names are one person, two reports one visit, or where a year came from: what was decided, on what, by whom.
 * What rests on the same basis is told together, with the position of each. That rules decided, and no person has looked
 * at it, is told once, behind them all.
 */
export const decisionsInWords = (decisions: readonly Decision[], words: Words): string[] => {
  const groups = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const key = JSON.stringify([decision.event.type, ...reasonsOf(decision, words), byRule(decision) || decision.event.by])
    groups.set(key, [...(groups.get(key) ?? []), decision])
  }
  const told = [...groups.values()].map((group) => `${words.why.decisions} ${groupInWords(group, words)}`)
  return decisions.some(byRule) ? [...told, words.why.byRule] : told
}

/** So many decisions of one kind are named; the positions name them all. */
const mostNamed = 3

const groupInWords = (group: readonly Decision[], words: Words): string => {
  const [first] = group as [Decision]
  const { event } = first
  const all = [...new Set(group.map((decision) => decided(decision, words)))]
  const named = all.slice(0, mostNamed).join(', ')
  const rest = all.length > mostNamed ? ` ${words.why.andOthers(all.length - mostNamed)}` : ''
  return [
    `${words.why.decided[event.type] ?? event.type}: ${named}${rest}${event.type === 'DateDerived' ? ` (${words.dates.derived})` : ''}`,
    ...reasonsOf(first, words),
    ...(byRule(first) ? [] : [`${words.why.by} ${visible(event.by)}`]),
    group.map(({ event: { position } }) => `#${position}`).join(' '),
  ].join(' · ')
}

const decided = ({ id, standsFor, event }: Decision, words: Words): string => {
  const { when, field } = event.data as { when?: string; field?: string }
  if (event.type === 'DateDerived' && when) return `${visible(words.fields[field ?? ''] ?? field ?? '')} ${dateInWords(when, words.dates)}`
  return id === standsFor ? visible(id) : `${shortId(id)} = ${shortId(standsFor)}`
}

const reasonsOf = ({ event }: Decision, words: Words): string[] => {
  const { basis, because } = event.data as { basis?: Basis; because?: string }
  return [
    ...(basis?.says ? [visible(basis.says)] : []),
    ...(because ? [`“${visible(because)}”`] : []),
    ...(basis?.rule ? [`${words.why.rule} ${visible(basis.rule)}`] : []),
  ]
}

const byRule = ({ event: { by } }: Decision): boolean => /^(extractor|identity|resolver)/.test(by)

const shortId = (id: string): string => visible(id.replace(/^(document\/[0-9a-f]{12})[0-9a-f]{52}$/, '$1…'))

import type { PlaceMention } from '../../../kernel/reading.ts'
import type { Item } from '../../../kernel/rule.ts'
import { partiesIn } from './agreement-between.ts'

/**
 * Between whom relations change: who stands right before the verb, and who after “với”. Several that act as one are all
 * parties; a country in quotation marks (“Một Trung Quốc”) is none.
 */
export const relationshipParties = (items: readonly Item[], at: number, end: number): readonly string[] => {
  const partner = partnerAfter(items, end)
  if (partner === null) return partiesIn([...subjectBefore(items, at, 12), ...items.slice(at, end + 8)])
  const subject = lastInRow(subjectBefore(items, at, 24))
  return [...new Set([...subject, partner])]
}

/** “… với Đài Loan”, “… sớm nhất với Việt Nam”. */
const partnerAfter = (items: readonly Item[], end: number): string | null => {
  const with_ = items.slice(end, end + 6).findIndex(({ kind }) => kind === 'prep.with')
  const partner = with_ < 0 ? undefined : items[end + with_ + 1]
  return partner && isState(partner) ? (partner.value as PlaceMention).country : null
}

/** The clause before the verb, without what it quotes. */
const subjectBefore = (items: readonly Item[], at: number, reach: number): readonly Item[] => {
  const before = items.slice(Math.max(0, at - reach), at)
  const clause = before.slice(before.findLastIndex(({ kind }) => /^mark[;:.]$/.test(kind)) + 1)
  let quoted = false
  return clause.filter(({ kind }) => {
    if (/^mark["“”]$/.test(kind)) quoted = !quoted
    return !quoted
  })
}

/** The countries that stand last, in a row: “Ả Rập Saudi, UAE và Bahrain”. */
const lastInRow = (clause: readonly Item[]): string[] => {
  const row: string[] = []
  for (let i = clause.length - 1; i >= 0; i--) {
    const item = clause[i] as Item
    if (isState(item)) row.push((item.value as PlaceMention).country)
    else if (row.length > 0 && !/^(?:mark,|conj|prep\.with)$/.test(item.kind)) break
  }
  return row
}

const isState = ({ kind, value }: Item): boolean => kind === 'country' || (kind === 'place' && (value as PlaceMention).type === 'city')

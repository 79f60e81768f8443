import type { Item } from '../kernel/rule.ts'
import type { ReadDocument } from './document.ts'
import type { VisitMention } from './mentions.ts'

/**
 * Whether a mention tells that its visit is over: somebody left, went home, ended it, and not as something still to
 * come. What is said to happen after it (“Kết thúc chuyến thăm Lào, ông sẽ đến Áo”) makes the end one to come too.
 */
export const tellsEnd = ({ sentences }: ReadDocument, mention: VisitMention): boolean => {
  const { phase, cues, evidence, sentence } = mention
  const items = sentences[sentence]?.items ?? []
  const to = items.findIndex(({ start }) => start >= evidence.end)
  const behind = to < 0 ? [] : items.slice(to)
  if (phase !== 'end') return cues.includes('noun') && (comesFrom(items, evidence.end) || hasGoneOn(items, behind))
  if (cues.some((cue) => toCome.has(cue))) return false
  if (cues.includes('lead:kết thúc') && cues.includes('lead2:trước khi')) return false
  return !opensWithEnd(items) || !isToCome(behind)
}

const toCome = new Set(['v:near-future', 'n:near-future', 'aspect:not', 'date:tomorrow', 'opens:tomorrow', 'lead:trước khi'])

const isToCome = (items: readonly Item[]): boolean => items.some(({ kind }) => kind === 'asp.future')

/** “Sau khi kết thúc chuyến thăm Lào, …”, “Rời Anh, …”: the end is what the sentence sets out from. */
const opensWithEnd = (items: readonly Item[]): boolean =>
  items.slice(0, items[0]?.kind === 'asp.after' ? 2 : 1).some(({ kind }) => /^v\.(?:end|leave|home)$/.test(kind))

/** “trở về từ chuyến thăm Lào”, “về nước sau chuyến thăm Lào”. */
const comesFrom = (items: readonly Item[], end: number): boolean => {
  const at = items.findLastIndex((item) => item.kind === 'n.visit' && item.start < end)
  const lead = items[at - 1]
  if (lead?.key !== 'từ' && lead?.key !== 'sau') return false
  const left = items.slice(Math.max(0, at - 5), at - 1).filter(({ kind }) => kind !== 'country')
  return left.at(-1)?.key === 'về' || left.at(-1)?.kind === 'v.home'
}

/** “Sau chuyến thăm Lào, Thủ tướng lên đường tới Áo”: who has gone on is no longer there. */
const hasGoneOn = (items: readonly Item[], behind: readonly Item[]): boolean =>
  items[0]?.key === 'sau' &&
  items[1]?.kind === 'n.visit' &&
  behind[0]?.kind === 'mark,' &&
  behind[1]?.kind === 'person' &&
  behind[2]?.kind === 'v.depart'

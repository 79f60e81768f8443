import type { Item } from '../../../kernel/rule.ts'
import { spokenOf } from './agreement-spoken.ts'
import { titleEnd } from './agreement-title.ts'

interface Member {
  readonly from: number
  readonly end: number
}

/** The instrument before this one in a list: what is said of the first is said of all. */
export const siblingBefore = (items: readonly Item[], from: number): Member | null => {
  let i = from - 1
  while (i >= 0 && /^(?:mark[,;:"“”]|conj|mark-|number|num\.qual)$/.test((items[i] as Item).kind)) i--
  if (opensList(items, i)) return instrumentBefore(items, i, 60, () => true)
  if (i === from - 1) return null
  if (items[from - 1]?.kind === 'mark;') return instrumentBefore(items, i, 60, () => true)
  return instrumentBefore(items, i, 44, (end) => end === i + 1 || isEnumerated(items, end, from))
}

/** Where the list ends that goes on after an instrument: “A, B và C ký năm 2016” says of all when they were signed. */
export const listEnd = (items: readonly Item[], end: number): number => {
  let last = end
  for (let n = 0; n < 12; n++) {
    let i = last
    while (/^(?:mark[,;]|conj|number|num\.qual)$/.test(items[i]?.kind ?? '')) i++
    if (i === last || items[i]?.kind !== 'instrument') return last
    last = titleEnd(items, i)
  }
  return last
}

const instrumentBefore = (items: readonly Item[], at: number, reach: number, fits: (end: number) => boolean): Member | null => {
  for (let p = at; p >= Math.max(0, at - reach); p--) {
    if ((items[p] as Item).kind !== 'instrument') continue
    const end = titleEnd(items, p)
    return fits(end) ? { from: p, end } : null
  }
  return null
}

/** “9 văn kiện hợp tác về thương mại, du lịch, trong đó có …”, “các văn kiện gồm: …”: what follows is of those before. */
const opensList = (items: readonly Item[], i: number): boolean => {
  const [key, before] = [items[i]?.key ?? '', items[i - 1]?.key ?? '']
  if (key === 'gồm' || key === 'bao gồm' || (key === 'như' && items[i - 1]?.kind !== 'word')) return true
  return key === 'có' && /^(?:trong đó|trong số đó|đó|ý)$/.test(before)
}

/** “… có thỏa thuận về giáo dục, tăng số học bổng lên 20 suất, ý định thư …”: commas and no verb of its own between. */
const isEnumerated = (items: readonly Item[], end: number, from: number): boolean =>
  /^(?:mark,|conj)$/.test(items[from - 1]?.kind ?? '') &&
  end < from &&
  items.slice(end, from).some(({ kind }) => kind === 'mark,') &&
  !items
    .slice(end, from)
    .some(({ kind, key }) => /^(?:asp\.|v\.(?!begin|relation|attend)|pair\.|person|n\.(?!aid))/.test(kind) || spokenOf.has(key))

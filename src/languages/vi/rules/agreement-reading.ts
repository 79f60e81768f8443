import type { Item } from '../../../kernel/rule.ts'
import { listEnd, siblingBefore } from './agreement-list.ts'
import { spokenOf } from './agreement-spoken.ts'

/**
 * What a clause says of an instrument: that it was signed, exchanged or adopted, that it will be, that it once was, or
 * only that it exists. The verb that governs it decides, with the words that stand before that verb.
 */
export interface Reading {
  /** `open`: no verb governs it. `generic`: agreements at large, no instrument. `reached`: come to, whether or not signed. */
  readonly says: 'signed' | 'reached' | 'planned' | 'wished' | 'background' | 'mentioned' | 'generic' | 'open'
  readonly act: 'sign' | 'witness' | 'exchange' | 'adopt' | 'reach' | null
}

const acts: Readonly<Record<string, Reading['act']>> = {
  'v.sign': 'sign',
  'n.sign': 'sign',
  'v.witness': 'witness',
  'v.exchange': 'exchange',
  'v.adopt': 'adopt',
}

/** What the words before the verb of signing make of it, in the order in which they win. */
const modes: readonly { readonly says: Reading['says']; readonly kinds: RegExp; readonly keys: ReadonlySet<string> }[] = [
  { says: 'mentioned', kinds: /^asp\.not$/, keys: new Set(['chưa', 'không']) },
  { says: 'background', kinds: /^asp\.ago$/, keys: new Set(['kỷ niệm', 'niệm', 'từng', 'kể từ', 'kể từ khi', 'từ khi', 'hồi', 'ngày']) },
  {
    says: 'wished',
    kinds: /^asp\.wish$/,
    keys: new Set([
      'đề nghị',
      'đề xuất',
      'mong muốn',
      'thúc đẩy',
      'hướng tới',
      'tiến tới',
      'đàm phán',
      'xem xét',
      'nghiên cứu',
      'kêu gọi',
      'muốn',
    ]),
  },
  {
    says: 'planned',
    kinds: /^asp\.(?:future|next|plan)$/,
    keys: new Set([
      'sớm',
      'nhất trí',
      'thống nhất',
      'đồng ý',
      'để',
      'nhằm',
      'sẵn sàng',
      'hoàn tất',
      'tiến hành thủ tục',
      'sẽ',
      'trước khi',
    ]),
  },
]

/** How far the words that tell a mode may stand before the verb. */
const reach = 9

export const readingOf = (items: readonly Item[], from: number, end: number): Reading => {
  const elder = siblingBefore(items, from)
  if (elder !== null) return readingOf(items, elder.from, elder.end)
  const left = governorBefore(items, from)
  if (left?.act === 'reach') return { says: reached(items, left.at), act: 'reach' }
  if (left !== null && left.act !== null) {
    const says = modeBefore(items, left.at)
    return { says: says === 'signed' && isBeforehand(items, left.at, end) ? 'planned' : says, act: left.act }
  }
  const close = listEnd(items, end)
  const right = governorAfter(items, close)
  if (right?.act) {
    const mode = modeBefore(items, right.at, from)
    const before = items[from - 1]
    const opens = before && /^(?:khi|nếu|một khi|sau khi)$/.test(before.key)
    if (left !== null && mode === 'signed') return { says: isTold(items, from, close, right.at) ? 'background' : 'generic', act: right.act }
    return { says: opens && mode === 'signed' && before.key !== 'sau khi' ? 'planned' : mode, act: right.act }
  }
  if (right) return { says: 'mentioned', act: null }
  return { says: left === null ? 'open' : 'mentioned', act: null }
}

/** “thực hiện thỏa thuận về biên giới ký năm 1999”: one instrument, by its title or its day; “các thỏa thuận đã ký” are any. */
const isTold = (items: readonly Item[], from: number, end: number, at: number): boolean =>
  end - from > 3 || items.slice(at + 1, at + 5).some(({ kind }) => kind === 'when')

interface Governor {
  readonly at: number
  readonly act: Reading['act']
}

const governorBefore = (items: readonly Item[], from: number): Governor | null => {
  for (let i = from - 1; i >= Math.max(0, from - 14); i--) {
    const { kind, key } = items[i] as Item
    const act = acts[kind]
    if (act) {
      if (key === 'ra' && (from - i > 2 || bound.has(items[i - 1]?.key ?? ''))) continue
      if ((act === 'exchange' || act === 'adopt') && from - i > 4 && !listedAfter(items, i, from)) continue
      return { at: i, act }
    }
    if (key === 'thông qua' && from - i <= 2) return { at: i, act: adopts(items[i - 1]) ? 'adopt' : null }
    if (from - i === 1 && !(key === 'trong' && items[i - 1]?.key === 'một') && /^(?:trong|theo|của|từ|với|về|qua)$/.test(key))
      return { at: i, act: null }
    if (key === 'đạt' && from - i <= 4) return { at: i, act: 'reach' }
    if (spokenOf.has(key) || spokenOf.has(`${items[i - 1]?.key ?? ''} ${key}`) || /^n\.(?:talks|meet)$/.test(kind))
      return { at: i, act: null }
    if (kind === 'v.say') return { at: i, act: null }
    if (kind === 'mark;' || kind === 'mark.' || (kind === 'mark,' && opensClause(items, i))) return null
    if (/^v\.(?!begin|attend|happen|exchange|adopt|relation)/.test(kind)) return null
  }
  return null
}

/** “Sau lễ ký văn kiện, ông sẽ gặp báo chí”: what comes before something to come is to come. */
const isBeforehand = (items: readonly Item[], at: number, end: number): boolean => {
  if (!items.slice(Math.max(0, at - 6), at).some(({ kind }) => kind === 'asp.after')) return false
  const aspect = items.slice(end, end + 24).find(({ kind }) => /^asp\.(?:future|past|now)$/.test(kind))
  return aspect?.kind === 'asp.future'
}

/** “đã đạt được thỏa thuận”, against “nỗ lực đạt thỏa thuận”: what one has come to, and what one would come to. */
const reached = (items: readonly Item[], at: number): Reading['says'] => {
  const mode = modeBefore(items, at)
  if (mode === 'background') return mode
  const strives = items
    .slice(Math.max(0, at - 5), at)
    .some(({ key }, i, all) => striving.has(key) || striving.has(`${all[i - 1]?.key ?? ''} ${key}`))
  return mode === 'signed' && !strives ? 'reached' : 'mentioned'
}

const striving = new Set([
  'khả năng',
  'nỗ lực',
  'cần',
  'nếu',
  'cơ hội',
  'việc',
  'cố gắng',
  'tìm cách',
  'phải',
  'muốn',
  'nên',
  'gần',
  'hòng',
  'tiếp tục',
])

/** “đã thông qua Tuyên bố chung”, against “hợp tác thông qua Hiệp định …”. */
const adopts = (before: Item | undefined): boolean =>
  before === undefined ||
  /^(?:asp\.|v\.say|person|pair\.|delegation|mark,|country)/.test(before.kind) ||
  before.key === 'sớm' ||
  before.key === 'được'

/** “đưa ra”, “diễn ra”, “chỉ ra”: nothing is issued. */
const bound = new Set(['đưa', 'diễn', 'chỉ', 'đề', 'xảy', 'gây', 'tạo', 'nhận', 'tìm', 'lộ', 'mở', 'nói', 'nêu', 'rút', 'ngoài'])

const listedAfter = (items: readonly Item[], i: number, from: number): boolean => items.slice(i, from).some(({ kind }) => kind === 'mark:')

/** “Sau hội đàm, hai bên …”: what stands before the comma is another clause. */
const opensClause = (items: readonly Item[], i: number): boolean => /^(?:person|pair\.|country|delegation)/.test(items[i + 1]?.kind ?? '')

const governorAfter = (items: readonly Item[], end: number): Governor | null => {
  for (let i = end; i < Math.min(items.length, end + 7); i++) {
    const { kind, key } = items[i] as Item
    const act = acts[kind]
    if (act && act !== 'exchange' && key !== 'ra' && key !== 'đưa ra') return { at: i, act }
    if (/^(?:có hiệu lực|hiệu lực|hết hiệu lực|phê chuẩn|đàm phán|triển khai|thực hiện|có)$/.test(key)) return { at: i, act: null }
    if (/^mark[;.:]/.test(kind) || (kind === 'mark,' && items[i + 1]?.kind !== 'v.sign') || kind === 'v.say') return null
    if (/^v\.(?!begin|happen)/.test(kind)) return null
  }
  return null
}

/** What stands before a verb of signing, in its clause and back to `until`. */
const modeBefore = (items: readonly Item[], at: number, until = at): Reading['says'] => {
  const words: Item[] = []
  for (let i = at; i >= Math.max(0, Math.min(at, until) - reach); i--) {
    const item = items[i] as Item
    if (i < Math.min(at, until) && (/^mark[;:.]$/.test(item.kind) || (item.kind === 'mark,' && opensClause(items, i)))) break
    if (i !== at) words.push(item)
    if (item.kind === 'v.say' && !/^(?:nhất trí|thống nhất|đề nghị|đề xuất|kêu gọi|đồng ý|hy vọng|mong muốn)$/.test(item.key)) break
  }
  const tells = ({ kinds, keys }: (typeof modes)[number]): boolean =>
    words.some(({ kind, key }, i) => kinds.test(kind) || keys.has(key) || keys.has(`${words[i + 1]?.key ?? ''} ${key}`))
  return modes.find(tells)?.says ?? (ruledByFuture(items, Math.min(at, until)) ? 'planned' : 'signed')
}

/** “sẽ hội đàm với A, dự tọa đàm và chứng kiến lễ ký”: one aspect governs a chain of verbs. */
const ruledByFuture = (items: readonly Item[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const { kind } = items[i] as Item
    if (kind === 'asp.future') return true
    if (/^(?:asp\.(?:past|now)|mark[;:.])$/.test(kind)) return false
  }
  return false
}

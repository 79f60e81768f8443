import type { AgreementDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'
import type { Instrument } from '../lexicon.ts'
import { partiesIn } from './agreement-between.ts'
import { agreementCues } from './agreement-cues.ts'
import { listEnd, siblingBefore } from './agreement-list.ts'
import { readingOf } from './agreement-reading.ts'
import { titleEnd } from './agreement-title.ts'

const counts: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}

/** “7 văn kiện”, “hơn 10 thỏa thuận”, “một số văn bản”, or one instrument with its title. */
const countBefore = (
  items: readonly Item[],
  at: number,
): { from: number; count: number | null; qualifier: AgreementDraft['qualifier']; given: boolean } => {
  let i = at - 1
  if (items[i]?.key === 'bản' || items[i]?.key === 'cuốn' || items[i]?.key === 'loạt') i--
  const item = items[i]
  const number =
    item?.kind === 'number' && item.text.length <= 4
      ? Number(item.text)
      : item && Object.hasOwn(counts, item.key) && item.kind === 'word'
        ? (counts[item.key] as number)
        : null
  if (number !== null && number >= 1 && !isFraction(items, i) && !(item?.key === 'năm' && items[i - 1]?.kind === 'number')) {
    const before = items[i - 1]?.key ?? ''
    if (before === 'hơn' || before === 'trên' || before === 'nhất')
      return { from: i - 1, count: number, qualifier: 'at-least', given: true }
    if (before === 'khoảng' || before === 'gần') return { from: i - 1, count: number, qualifier: 'about', given: true }
    return { from: i, count: number, qualifier: 'exact', given: item?.kind === 'number' || number > 1 }
  }
  if (item && ['các', 'những', 'nhiều', 'một số', 'hàng loạt', 'một loạt', 'loạt', 'vài', 'hàng chục'].includes(item.key))
    return { from: i, count: null, qualifier: 'indefinite', given: true }
  return { from: at, count: 1, qualifier: 'exact', given: false }
}

/** “20,5 thỏa thuận” has no five of them; “hội đàm, ba văn kiện” has three. */
const isFraction = (items: readonly Item[], i: number): boolean => items[i - 1]?.kind === 'mark,' && items[i - 1]?.end === items[i]?.start

/** “một số hiệp định và bản ghi nhớ”: the number is that of all, and a second kind without a title is no second fact. */
const isCounted = (items: readonly Item[], { from, end }: { readonly from: number; readonly end: number }): boolean => {
  const { count, given } = countBefore(items, from)
  return end - from <= 2 && given && count !== 1
}

/** “25 năm Hiệp ước …”: an anniversary. */
const isAnniversary = (items: readonly Item[], from: number): boolean =>
  items[from - 1]?.key === 'năm' && items[from - 2]?.kind === 'number'

/** The day with a title: right after it, in parentheses, or after the verb that follows: “Hiệp định …, ký ngày 5/3”. */
const whenOf = (items: readonly Item[], end: number): Item | undefined => {
  if (items[end]?.kind === 'when') return items[end]
  if (items[end]?.kind === 'mark(' && items[end + 1]?.kind === 'when') return items[end + 1]
  const verb = items.slice(end, end + 4).findIndex(({ kind }) => kind === 'v.sign')
  return verb < 0 ? undefined : items.slice(end + verb + 1, end + verb + 5).find(({ kind }) => kind === 'when')
}

/** The first instrument of the list that one stands in: what is said of it is said of all. */
const rootOf = (items: readonly Item[], title: { readonly from: number; readonly end: number }): typeof title => {
  let root = title
  for (let elder = siblingBefore(items, root.from); elder !== null; elder = siblingBefore(items, root.from)) root = elder
  return root
}

const roles: Readonly<Record<string, AgreementDraft['role']>> = {
  sign: 'signed',
  witness: 'signed',
  exchange: 'exchanged',
  adopt: 'adopted',
}

/** “Hiệp định thương mại tự do (FTA)”, “Bản ghi nhớ về chương trình hợp tác”: an instrument within the title of another. */
const isInsideTitle = (items: readonly Item[], at: number): boolean => {
  if (items[at - 1]?.kind === 'mark(') return true
  for (let i = at - 1; i >= Math.max(0, at - 44); i--) if ((items[i] as Item).kind === 'instrument') return titleEnd(items, i) > at
  return false
}

/** “Hai bên thỏa thuận với nhau”, “đã thỏa thuận”: a verb. */
const isVerb = (items: readonly Item[], at: number): boolean => {
  const { key, text } = items[at] as Item
  if (key !== 'thỏa thuận' || /^\p{Lu}/u.test(text)) return false
  const [before, after] = [items[at - 1], items[at + 1]]
  return (
    /^(?:asp\.(?:past|now|future|not)|pair\.leaders|pair\.office|person)$/.test(before?.kind ?? '') ||
    (after?.kind === 'asp.future' && !/^num/.test(before?.kind ?? '')) ||
    (after?.key === 'với' && items[at + 2]?.key === 'nhau')
  )
}

/** “Tuyên bố của Điện Kremlin”, “Tuyên bố trên”: what one side said. */
const isOneSided = (items: readonly Item[], at: number): boolean =>
  items[at]?.key === 'tuyên bố' && (items[at + 1]?.kind === 'prep.of' || /^(?:từ|này|trên|đó|được|do)$/.test(items[at + 1]?.key ?? ''))

/** “tuyên bố chung mang tên “Tuyên bố …””, “văn bản đã ký một số thỏa thuận”: the instrument itself is named next. */
const isNamedNext = (items: readonly Item[], end: number): boolean => {
  const next = items.slice(end, end + 5)
  const named = next.findIndex(({ kind }) => kind === 'instrument')
  if (named < 1) return false
  if (next[0]?.key === 'mang' && next[1]?.key === 'tên') return true
  return next[0]?.kind === 'v.sign' && next.slice(1, named).every(({ kind }) => /^(?:num\.qual|number|word)$/.test(kind))
}

/** Every instrument that a sentence speaks of, with its title or its number; whether it was signed is decided over all cues. */
export const agreementTitle = defineRule<AgreementDraft>({
  id: 'vi/agreement/title',
  yields: 'agreement',
  pattern: ['instrument!'],
  data: (match: Match) => {
    const { items, at } = match
    const head = items[at] as Item
    const { instrument } = head.value as Instrument
    if (items[at - 1]?.key === 'chữ' || isVerb(items, at) || isOneSided(items, at) || isInsideTitle(items, at)) return null
    const end = titleEnd(items, at)
    if (isNamedNext(items, end)) return null
    const { from, count, qualifier, given } = countBefore(items, at)
    const tail = items.slice(at + 1, end)
    const bare =
      tail.length === 0 ||
      (tail.length <= 2 && tail.every(({ kind, key }) => kind.startsWith('kind') || key === 'này' || key === 'trên' || kind === 'prep.of'))
    const elder = siblingBefore(items, from)
    const root = rootOf(items, { from, end })
    if (elder && bare && isCounted(items, elder)) return null
    const last = (items[end - 1] ?? head) as Item
    const when = whenOf(items, end) ?? whenOf(items, listEnd(items, end))
    const inside = /^\p{Lu}/u.test(head.text) && at > 0
    const named = partiesIn(items.slice(at, end))
    const reading = readingOf(items, from, end)
    const wide = multilateral(items.slice(at, end))
    const says = wide.includes('sea-law') ? 'mentioned' : isAnniversary(items, from) ? 'background' : reading.says
    const { act } = reading
    const cover = instrument === 'documents' && !given
    if (cover && act === null) return null
    const counted = cover || (given && (count === null || count > 1))
    const cues = [
      ...agreementCues(items, root.from, root.end),
      ...(root.from < from ? ['listed'] : []),
      `reads:${says}`,
      `reads:${says}:${act ?? 'none'}`,
      ...(counted ? [`counted:${says}`] : bare ? [`bare:${says}`] : [`titled:${says}`]),
      `instrument:${instrument}`,
      ...(inside ? ['capital'] : []),
      ...(given ? [`count:${qualifier}`] : ['count:none']),
      ...(bare ? ['bare'] : []),
      ...(tail.some(({ key }) => key === 'này') || items[end]?.key === 'này' || items[end]?.key === 'đó' ? ['this'] : []),
      `title:${tail.length === 0 ? 0 : tail.length < 4 ? 'short' : tail.length < 10 ? 'middle' : 'long'}`,
      ...wide,
    ]
    return {
      yields: 'agreement',
      title: counted ? null : { start: head.start, end: last.end },
      anchor: { start: (items[from] ?? head).start, end: last.end },
      instrument,
      count: cover ? null : count,
      qualifier: cover ? 'indefinite' : qualifier,
      role: act ? (roles[act] ?? null) : null,
      parties: named.length < 2 && elder && wide.length === 0 ? partiesIn(items.slice(elder.from, elder.end)) : named,
      when: when ? [when] : [],
      cues,
    }
  },
  matches: ['Hai bên đã ký Hiệp định vận tải hàng không.', 'Các bộ trưởng ký kết 7 văn kiện.'],
  ignores: [
    'Ông nhắc đến những kỷ niệm thời chiến.',
    'Hai bên đã thỏa thuận cùng xây cầu.',
    'Tuyên bố của Bộ Ngoại giao Lào nêu rõ lập trường của nước này.',
  ],
})

const multilateral = (items: readonly Item[]): string[] => {
  const text = items.map(({ key }) => key).join(' ')
  if (/luật biển|unclos|ứng xử|\bdoc\b|\bcoc\b|hiến chương/.test(text)) return ['sea-law']
  if (/xuyên thái bình dương|tpp|biến đổi khí hậu|paris|hạt nhân|rcep/.test(text)) return ['many-parties']
  return []
}

export const agreementRules = [agreementTitle]

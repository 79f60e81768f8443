import type { Item } from '../../../kernel/rule.ts'
import type { Instrument } from '../lexicon.ts'

/**
 * Where the title of an instrument ends. Titles are long and have “và” and “giữa … và …” inside; they end before a verb,
 * a relative clause, a date, or the next instrument of a list. Answers the index after the last item.
 */
export const titleEnd = (items: readonly Item[], at: number): number => {
  const quoted = quotedEnd(items, at)
  if (quoted !== null) return quoted
  if (/^\p{Lu}+$/u.test((items[at] as Item).text)) return at + 1
  const told = toldEnd(items, at)
  if (told !== null && items[told]?.key !== 'về') return told
  let i = told ?? at + 1
  let end = i
  while (i < items.length && i - at < 45) {
    const item = items[i] as Item
    if (item.kind === 'instrument' && joins(items[i - 1])) break
    const quoted = nameIn(items, i, at)
    if (quoted !== null) {
      i = end = quoted
      continue
    }
    if (stops(items, i, at)) break
    if (item.kind === 'mark(') {
      const inside = items.slice(i, i + 8)
      const close = inside.findIndex(({ kind }) => kind === 'mark)')
      if (close < 0 || inside.slice(0, close).some(({ kind }) => kind === 'when' || kind === 'person')) break
      i = end = i + close + 1
      continue
    }
    if (item.kind === 'mark,') {
      if (!continuesList(items, i) && !isDecimal(items, i) && !namesParties(items, i + 1) && !isBetween(items, i, at)) break
      i++
      continue
    }
    i++
    if (
      item.kind !== 'conj' &&
      item.kind !== 'mark-' &&
      item.kind !== 'prep.with' &&
      item.kind !== 'prep.of' &&
      item.key !== 'về' &&
      item.key !== 'cho' &&
      item.key !== 'trong' &&
      item.key !== 'giữa'
    )
      end = i
  }
  return end
}

/** “…, hợp tác thương mại điện tử giữa Bộ Công Thương Việt Nam và …”: whose it is comes last, and all before it is the title. */
const namesParties = (items: readonly Item[], from: number): boolean => {
  for (let i = from; i < Math.min(items.length, from + 20); i++) {
    const { kind, key } = items[i] as Item
    if (key === 'giữa') return items.slice(i + 1, i + 8).some((item) => item.kind === 'country') || items[i + 1]?.key === 'hai'
    if (/^(?:v\.|asp\.|person|pair|instrument|when|mark[;:.])/.test(kind)) return false
  }
  return false
}

/** “giữa hãng A, hiệp hội B và thành phố C”: three parties. */
const isBetween = (items: readonly Item[], comma: number, at: number): boolean => {
  const since = items.slice(at + 1, comma).findLastIndex(({ key }) => key === 'giữa')
  if (since < 0 || items.slice(at + 1 + since, comma).some(({ kind }) => kind === 'conj' || kind === 'prep.with')) return false
  const rest = items.slice(comma + 1, comma + 16)
  const joint = rest.findIndex(({ kind }) => kind === 'conj')
  return joint > 0 && !rest.slice(0, joint).some(({ kind }) => /^(?:v\.|asp\.|person|pair|instrument|when|mark)/.test(kind))
}

/** “về kết nối “Hai hành lang” và “Một vành đai””: a name in quotation marks that a title goes on with. Answers the index after it. */
const nameIn = (items: readonly Item[], i: number, at: number): number | null => {
  if (!/^mark["“]$/.test(items[i]?.kind ?? '') || !/^(?:word|conj|instrument)$/.test(items[i - 1]?.kind ?? '')) return null
  const close = items.slice(i + 1, i + 24).findIndex(({ kind }) => /^mark["”]$/.test(kind))
  const end = i + close + 2
  const goesOn = i > at + 1 && items.slice(at + 1, i).some(({ key }) => key === 'về' || key === 'giữa')
  return close >= 1 && (goesOn || items[end]?.key === 'giữa') ? end : null
}

/** “hơn 250,6 triệu USD”. */
const isDecimal = (items: readonly Item[], i: number): boolean =>
  items[i - 1]?.kind === 'number' &&
  items[i + 1]?.kind === 'number' &&
  items[i - 1]?.end === items[i]?.start &&
  items[i]?.end === items[i + 1]?.start

/** “ký “Bản ghi nhớ hợp tác giữa A và B””: quotation marks say where the title ends. */
const quotedEnd = (items: readonly Item[], at: number): number | null => {
  if (!/^mark["“]$/.test(items[at - 1]?.kind ?? '')) return null
  const close = items.slice(at + 1, at + 50).findIndex(({ kind }) => /^mark["”]$/.test(kind))
  return close < 2 ? null : at + 1 + close
}

/** “Hiệp định ký năm 1996”, “hiệp ước do A và B ký năm 1961”: the clause that sets apart what has no other title. */
const toldEnd = (items: readonly Item[], at: number): number | null => {
  let i = at + 1
  if (items[i]?.kind === 'prep.by')
    while (i < at + 12 && /^(?:prep\.by|person|country|conj|word|pair\.office)$/.test(items[i]?.kind ?? '')) i++
  if (items[i]?.kind !== 'v.sign' || items[i]?.key.startsWith('được') || items[i]?.key.startsWith('đã') || items[i + 1]?.kind !== 'when')
    return null
  return i + 2
}

const joins = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'conj' || item.kind === 'mark,' || item.kind === 'mark;' || item.kind === 'prep.with'

/** Words that open a clause of their own: a title is over before them. */
const ends = new Set(
  [
    'mà|được|là|do|để|nhằm|khi|ngay|nếu|cũng|đều|như|này|đó|theo|sớm|nêu|tuy|nhưng|vì|sau khi|trước khi|trên cơ sở|bất chấp|dường như',
    'đồng thời|dưới|có hiệu lực|chính thức|bị|sẽ|đã|với sự|trước|sau|cùng với|tại|gồm|bao gồm|trong đó|vẫn|luôn|rằng|nay|hay|so|nơi|cần|phải|nào|còn',
    // Two syllables of which the first one may also stand inside titles: “tạo điều kiện”, against “chế tạo máy”.
    'tạo điều|tạo ra|tạo nền|tạo cơ|tạo tiền|tạo động|trị giá|mang tên|đánh dấu|đánh giá|mang lại|mang tính|mang đến|giúp cho|góp phần|thể hiện|hiện nay|hiện đang',
    'hiện có|còn hiệu|còn lại|đối với sự|đặt nền|đặt ra|dựa trên|qua đó|nói trên|ghi nhận|vào ngày|vào tháng|vào năm|vào chiều|vào sáng|không chỉ|không còn|không phải',
    'cùng ngày|cùng các|diễn ra|khẳng định|đạt được|đạt kết|có ý|có giá|có thể|sự thấu|sự hiểu|sự chứng|sự tham|sự hiện|ở hà|trong dịp|giai đoạn tới|giữa lúc|cho phép|quy định rõ|vào khoảng|với tổng|vào hiệu|vào lúc',
  ].flatMap((line) => line.split('|')),
)

/** “Hiệp định khung về thương mại và đầu tư (TIFA)”: known whole. */
const isName = (item: Item | undefined): boolean => item !== undefined && (item.value as Instrument).parties.length > 0

const titling = new Set(['hướng tới', 'nâng cấp', 'hoàn tất', 'nhằm', 'để'])
const records = new Set(['ghi nhận', 'xác nhận'])

/** Verbs that stand in titles as nouns do: “về thiết lập cơ chế”, “về nâng cao năng lực”, “về phái cử lao động”. */
const nominal = /^v\.(?:attend|exchange|begin|meet|arrive|adopt|receive|relation|send|happen)$/

/** “về cơ chế tham vấn chính trị”, “về đẩy nhanh đàm phán”: what two do with each other is what an instrument is about. */
const dealings = /^(?:v\.(?:talks|meet|call|phone|discuss)|n\.(?:talks|meet))$/

const stops = (items: readonly Item[], i: number, at: number): boolean => {
  const { kind, key } = items[i] as Item
  const lead = items[i - 1] as Item
  const after = items[i + 1]
  const isBare = (i === at + 1 && !isName(items[at])) || (i === at + 2 && lead.key === 'chung')
  if (lead.key === 'việc' && i > at + 2 && kind.startsWith('v.')) return false
  if (isBare && key === 'trị' && after?.key === 'giá') return false
  // “Biên bản hoàn tất đàm phán”, “về đàm phán và ký kết hiệp định khung”.
  if (kind === 'v.talks' && titling.has(lead.key)) return false
  if (kind === 'conj' && lead.kind === 'v.talks' && after?.kind === 'v.sign' && items[i + 2]?.kind === 'instrument') return false
  if (kind === 'v.sign' && lead.kind === 'conj' && items[i - 2]?.kind === 'v.talks') return false
  if (lead.key === 'về' && i - 1 > at && (nominal.test(kind) || kind === 'v.sign' || key === 'trao đổi' || key === 'đối thoại'))
    return false
  if (kind.startsWith('n.') && lead.kind === 'num.qual' && i > at + 2) return false
  // “Biên bản ghi nhận việc …”, “thỏa thuận chung hướng tới …”: a verb may make the title of a noun that has none yet, “có” makes none.
  if (isBare && (titling.has(key) || (records.has(key) && items[at]?.key === 'biên bản'))) return false
  if (isBare && key === 'có') return true
  if (ends.has(`${key} ${after?.key ?? ''}`)) return true
  if (dealings.test(kind) && !/^(?:mark|asp|person|pair)/.test(lead.kind) && items.slice(at + 1, i).some((item) => item.key === 'về'))
    return false
  if (/^(?:asp\.|v\.|n\.(?!venue|aid|trade|investment|exports|imports)|mark[;:.…!?"”“]|pair\.leaders|invite|person)/.test(kind)) {
    if (kind === 'v.say') return key !== 'thống nhất'
    if (kind === 'asp.past') return key !== 'mới'
    if (kind === 'v.adopt' || kind === 'v.attend' || kind === 'v.meet') return i > at + 1
    return !(nominal.test(kind) && kind !== 'v.happen')
  }
  if (kind === 'when') return lead.key !== 'đoạn' && !/^năm/.test(key)
  if (key === 'tại' && /^\p{Lu}/u.test((items[at] as Item).text)) return !namesParties(items, i + 1)
  if (kind === 'frame.within' && key === 'trong')
    return (
      /^(?:n\.|when|asp)/.test(after?.kind ?? '') ||
      after?.kind === 'number' ||
      ['đó', 'thời', 'bối', 'tương', 'dịp', 'khuôn', 'năm', 'tháng', 'ngày', 'buổi', 'nhiệm', 'vòng'].includes(after?.key ?? '')
    )
  if (kind === 'frame.within') return !['giữa', 'trong', 'qua'].includes(key)
  if (kind === 'mark-') return after?.kind === 'credit' || after?.key === 'ảnh'
  if (kind === 'conj' || kind === 'prep.with')
    return (
      /^(?:v\.(?:say|sign|witness|visit|receive|talks|call)|asp\.|instrument|forum|person)/.test(after?.kind ?? '') ||
      after?.key === 'sự' ||
      after?.key === 'việc' ||
      (after?.key === 'chỉ' && items[i + 2]?.key === 'trích')
    )
  if (kind === 'prep.to') return after?.kind === 'place' || after?.kind === 'country' || key === 'đến' || key === 'tới'
  // “mậu dịch tự do”, “đi lại tự do”: “do” is no preposition there.
  if (key === 'do') return lead.key !== 'tự'
  if (key === 'bằng') return lead.key !== 'công'
  return ends.has(key)
}

/** A comma inside a title: “trong lĩnh vực văn hóa, thể thao và du lịch”, a ministry of three affairs. */
const continuesList = (items: readonly Item[], i: number): boolean => {
  for (let j = i + 1; j < Math.min(items.length, i + 7); j++) {
    const { kind } = items[j] as Item
    if (kind === 'conj')
      return (
        (items[i + 1]?.kind === 'portfolio' || items[i + 1]?.kind === 'word') &&
        items[j + 1]?.kind !== 'instrument' &&
        !/^(?:v|asp)\./.test(items[j + 1]?.kind ?? '')
      )
    if (kind !== 'portfolio' && kind !== 'word' && kind !== 'mark,' && kind !== 'mark-') return false
  }
  return false
}

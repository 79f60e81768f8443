import type { PlaceMention } from '../../../kernel/reading.ts'
import type { Item } from '../../../kernel/rule.ts'

/**
 * Where the title of an instrument ends. Titles are long and have “và” and “giữa … và …” inside; they end before a verb,
 * a relative clause, a date, or the next instrument of a list. Answers the index after the last item.
 */
export const titleEnd = (items: readonly Item[], at: number): number => {
  let i = at + 1
  let end = i
  while (i < items.length && i - at < 45) {
    const item = items[i] as Item
    if (item.kind === 'instrument' && joins(items[i - 1])) break
    if (stops(items, i, at)) break
    if (item.kind === 'mark(') {
      const close = items.findIndex((other, j) => j > i && j < i + 8 && other.kind === 'mark)')
      if (close < 0 || items.slice(i, close).some(({ kind }) => kind === 'when' || kind === 'person')) break
      i = end = close + 1
      continue
    }
    if (item.kind === 'mark,') {
      if (!continuesList(items, i)) break
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

const joins = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'conj' || item.kind === 'mark,' || item.kind === 'mark;' || item.kind === 'prep.with'

const ends = new Set([
  'mà',
  'được',
  'là',
  'do',
  'để',
  'nhằm',
  'khi',
  'ngay',
  'nếu',
  'cũng',
  'đều',
  'bao',
  'gồm',
  'như',
  'vào',
  'này',
  'đó',
  'trên cơ sở',
  'theo',
  'bằng',
  'với sự',
  'nhằm',
  'sớm',
  'trị',
  'đạt',
  'đánh',
  'mang',
  'nêu',
  'giúp',
  'tạo',
  'sau khi',
  'trước khi',
  'tuy',
  'nhưng',
  'vì',
  'góp',
  'thể',
  'đồng thời',
  'dưới',
  'có hiệu lực',
  'chính thức',
  'khẳng',
  'còn',
  'hiện',
  'đối',
  'cùng',
  'đặt',
  'qua',
  'bị',
  'nói',
  'ghi',
  'diễn',
  'không',
  'sẽ',
  'đã',
])

const stops = (items: readonly Item[], i: number, at: number): boolean => {
  const { kind, key } = items[i] as Item
  if (
    /^(?:asp\.|v\.(?!attend|exchange|begin|meet|arrive|adopt|receive)|n\.(?!venue)|mark[;:.…!?"”]|pair\.leaders|invite|person)/.test(kind)
  )
    return !(kind === 'v.say' && key === 'thống nhất') && !(kind === 'asp.past' && key === 'mới')
  if (kind === 'when') return items[i - 1]?.key !== 'đoạn' && !/^năm/.test(key)
  if (kind === 'v.adopt' || kind === 'v.attend' || kind === 'v.meet' || kind === 'v.receive') return kind !== 'v.receive' && i > at + 1
  if (kind === 'frame.within' && key === 'trong')
    return (
      /^(?:n\.|when|asp)/.test(items[i + 1]?.kind ?? '') ||
      ['đó', 'thời', 'bối', 'tương', 'dịp', 'khuôn', 'năm', 'tháng', 'ngày', 'buổi'].includes(items[i + 1]?.key ?? '')
    )
  if (kind === 'frame.within') return !['giữa', 'trong', 'qua'].includes(key)
  if (kind === 'conj' || kind === 'prep.with') return /^(?:v\.|asp\.|instrument)/.test(items[i + 1]?.kind ?? '') && key !== 'với'
  return ends.has(key) && kind !== 'prep.with'
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

/** The countries and organisations that a stretch names, each once. */
export const partiesIn = (items: readonly Item[]): string[] => {
  const parties = new Set<string>()
  items.forEach((item, i) => {
    if (item.kind === 'country' || (item.kind === 'place' && items[i - 1]?.key !== 'ở')) parties.add((item.value as PlaceMention).country)
    else if (item.key === 'việt' && (items[i + 1]?.kind === 'mark-' || items[i - 1]?.kind === 'mark-')) parties.add('VN')
    else if (item.key === 'trung' && (items[i + 1]?.kind === 'mark-' || items[i - 1]?.kind === 'mark-')) parties.add('CN')
    else if (item.key === 'xô' && items[i + 1]?.kind === 'mark-') parties.add('RU')
    else if (item.key === 'ấn' && items[i - 1]?.kind === 'mark-') parties.add('IN')
  })
  return [...parties]
}

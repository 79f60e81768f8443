import type { Sentence } from '../kernel/reading.ts'
import type { Span } from '../kernel/span.ts'
import { partsOf } from './days.ts'
import type { Moments } from './moments.ts'

/**
 * Whether a sentence looks back: “hồi tháng ba”, “cách đây năm năm”, a year that is not that of the news. “trước đó” may be
 * an hour ago; a year within a name (“APEC 2017”) is no date.
 */
export const looksBack = ({ items }: Sentence, moments: Moments, name?: Span): boolean =>
  items.some((item) => {
    if (item.kind === 'asp.ago') return !recent.has(item.key)
    if (item.kind !== 'when' || (name && item.start >= name.start && item.end <= name.end)) return false
    const { start, direction } = moments.of(item)
    const { year } = partsOf(start)
    return direction === 'past' || (year !== null && year !== partsOf(moments.main).year)
  })

const recent = new Set(['trước đó', 'mới đây', 'vừa qua', 'vừa rồi', 'lần đầu tiên', 'nhiệm kỳ'])

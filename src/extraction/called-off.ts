import type { Item, Match } from '../kernel/rule.ts'

/**
 * Whether a clause tells that an engagement was called off or put off: “hủy chuyến thăm”, “chuyến thăm đã bị hoãn”. That
 * somebody may, wants to or is asked to call it off tells nothing; nor does a verb that stands near and has another object.
 */
export const calledOff = ({ items, from, to }: Match): 'cancel' | 'postpone' | null => {
  const verb = verbBefore(items, from) ?? verbAfter(items, to)
  if (verb === null || isUnreal(items, verb)) return null
  return (items[verb] as Item).kind === 'asp.cancel' ? 'cancel' : 'postpone'
}

/** What the mentions of an engagement told as called off come to: the end of the type of its event. The first that tells it decides. */
export const toldOff = (mentions: readonly { readonly cues: readonly string[] }[]): 'Cancelled' | 'Postponed' | null => {
  for (const { cues } of mentions)
    for (const cue of cues) {
      if (cue === 'off:cancel') return 'Cancelled'
      if (cue === 'off:postpone') return 'Postponed'
    }
  return null
}

const off = /^asp\.(?:cancel|postpone)$/

/** “hủy bỏ [kế hoạch] cuộc gặp”. */
const verbBefore = (items: readonly Item[], from: number): number | null => {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const { kind } = items[i] as Item
    if (off.test(kind)) return i
    if (kind !== 'word' && kind !== 'num.qual' && kind !== 'asp.future') return null
  }
  return null
}

/** “chuyến thăm của ông đến Lào cũng đã bị hoãn lại”. */
const verbAfter = (items: readonly Item[], to: number): number | null => {
  for (let i = to; i < Math.min(items.length, to + 22); i++) {
    const { kind } = items[i] as Item
    if (/^mark[;:.]$/.test(kind)) return null
    if (off.test(kind) && /^(?:bị|được)$/.test(items[i - 1]?.key ?? '')) return i
  }
  return null
}

const unreal = new Set(
  'đòi|dọa|đe dọa|nếu|định|ý|ý định|ý muốn|muốn|năng|khả năng|nguy cơ|lần|tránh|cân nhắc|liệu|suýt|yêu|yêu cầu|thà|hay|kêu gọi'.split('|'),
)

const isUnreal = (items: readonly Item[], verb: number): boolean =>
  items.slice(Math.max(0, verb - 4), verb).some(({ kind, key }) => /^asp\.(?:future|not|wish|deny)$/.test(kind) || unreal.has(key))

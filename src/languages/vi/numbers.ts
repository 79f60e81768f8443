import type { Word } from '../words.ts'

const words: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}
const months: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  chạp: 12,
}
const scales: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }

/** tháng ba, tháng mười. */
export const monthNumber = (key: string): number | null => (Object.hasOwn(months, key) ? (months[key] as number) : null)

/**
 * The number that starts at a word: `20,4` (decimal comma), `1.066` (dot for thousands), `bảy`, `mười hai`,
 * `3,5 triệu`. Null when there is none.
 */
export const numberAt = (all: readonly Word[], at: number): { value: number; length: number } | null => {
  const first = all[at]
  if (!first) return null
  let value: number
  let i = at + 1
  if (first.kind === 'number') {
    if (first.text.length > 15) return null
    let digits = first.text
    while (
      all[i]?.text === '.' &&
      all[i + 1]?.kind === 'number' &&
      all[i + 1]?.text.length === 3 &&
      touching(all, i) &&
      digits.length < 15
    ) {
      digits += all[i + 1]?.text
      i += 2
    }
    if (all[i]?.text === ',' && all[i + 1]?.kind === 'number' && touching(all, i) && (all[i + 1]?.text.length ?? 0) < 6) {
      digits += `.${all[i + 1]?.text}`
      i += 2
    }
    value = Number(digits)
  } else if (Object.hasOwn(words, first.key)) {
    value = words[first.key] as number
    const next = all[i]?.key ?? ''
    if (value === 10 && Object.hasOwn(words, next)) {
      value += words[next] as number
      i++
    } else if (value < 10 && next === 'mươi') {
      value *= 10
      i++
      if (Object.hasOwn(words, all[i]?.key ?? '')) value += words[all[i++]?.key as string] as number
    }
  } else return null
  for (let key = all[i]?.key ?? ''; Object.hasOwn(scales, key) && value < 1e12; key = all[i]?.key ?? '') {
    value *= scales[key] as number
    i++
  }
  return { value: Math.round(value * 1e6) / 1e6, length: i - at }
}

const touching = (all: readonly Word[], i: number): boolean => all[i - 1]?.end === all[i]?.start && all[i]?.end === all[i + 1]?.start

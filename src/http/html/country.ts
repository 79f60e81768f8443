import type { Words } from '../words/words.ts'
import { type Html, html } from './html.ts'

/** Codes of organisations and of states that are no more, which ISO 3166 (and so the platform) does not name. */
const others: Readonly<Record<string, readonly [english: string, vietnamese: string]>> = {
  APEC: ['APEC', 'APEC'],
  ASEAN: ['ASEAN', 'ASEAN'],
  ASEM: ['ASEM', 'ASEM'],
  CS: ['Czechoslovakia', 'Tiệp Khắc'],
  DD: ['German Democratic Republic', 'Cộng hòa Dân chủ Đức'],
  EAEU: ['Eurasian Economic Union', 'Liên minh Kinh tế Á - Âu'],
  EFTA: ['European Free Trade Association', 'Hiệp hội Mậu dịch tự do châu Âu'],
  EU: ['European Union', 'Liên minh châu Âu'],
  MERCOSUR: ['Mercosur', 'Thị trường chung Nam Mỹ'],
  SU: ['Soviet Union', 'Liên Xô'],
  UN: ['United Nations', 'Liên Hợp Quốc'],
  YU: ['Yugoslavia', 'Nam Tư'],
}

const platform = new Map<string, Intl.DisplayNames>()

/** A name for people; never stored, never hashed, because it belongs to this build of the platform. */
export const countryName = (code: string, { tag }: Pick<Words, 'tag'>): string => {
  const other = others[code]
  if (other) return other[tag === 'vi' ? 1 : 0]
  if (!/^[A-Z]{2}$/.test(code)) return code
  const names = platform.get(tag) ?? new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' })
  platform.set(tag, names)
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** The code, with the name for whoever points at it. */
export const country = (code: string, words: Words): Html => html`<abbr class="country" title="${countryName(code, words)}">${code}</abbr>`

export const isCountryCode = (text: string): boolean => /^[A-Z][A-Z0-9]{1,11}$/.test(text)

/** `KZ-VN` → Kazakhstan – Vietnam. */
export const pairName = (pair: string, words: Words): string =>
  pair
    .split('-')
    .map((code) => countryName(code, words))
    .join(' – ')

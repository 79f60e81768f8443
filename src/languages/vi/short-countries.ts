/** Countries by one syllable, as they stand in pairs alone: “Việt - Xô”, “Trung - Nhật”, “lãnh đạo Mỹ - Triều”. */
const shortCountries: Readonly<Record<string, string>> = {
  việt: 'VN',
  trung: 'CN',
  xô: 'RU',
  hàn: 'KR',
  triều: 'KP',
  nhật: 'JP',
  ấn: 'IN',
  thái: 'TH',
  mỹ: 'US',
  úc: 'AU',
  đức: 'DE',
  pháp: 'FR',
  anh: 'GB',
}

/** The country that a capitalised syllable stands for, null where it stands for none. */
export const shortCountryOf = ({ key, text }: { readonly key: string; readonly text: string }): string | null =>
  /^\p{Lu}/u.test(text) && Object.hasOwn(shortCountries, key) ? (shortCountries[key] as string) : null

import type { PlaceMention } from '../../../kernel/reading.ts'
import type { Item } from '../../../kernel/rule.ts'
import type { Instrument } from '../lexicon.ts'
import { shortCountryOf } from '../short-countries.ts'

/**
 * Between whom an instrument is, as far as its title says: the countries that it names, each once. A city or an
 * organisation is a party only where it stands as one of two: “giữa Hà Nội và Seoul”, “với ASEAN”, “Việt Nam - EU”,
 * against “Hiệp định Paris”, “gìn giữ hòa bình Liên hợp quốc”.
 */
export const partiesIn = (items: readonly Item[]): string[] => {
  const known = items.flatMap(({ kind, value }) => (kind === 'instrument' ? (value as Instrument).parties : []))
  // “Tuyên bố Bình Nhưỡng giữa hai nước”: of those two who are spoken of, whoever else has one of that name.
  if (known.length > 0) return items.some(({ key }) => /(?:^| )hai (?:nước|bên)$/.test(key)) ? [] : [...new Set(known)]
  const parties = new Set<string>()
  items.forEach((item, i) => {
    const hyphened = items[i + 1]?.kind === 'mark-' || items[i - 1]?.kind === 'mark-'
    if (item.kind === 'country' || item.kind === 'place') {
      const { country, type } = item.value as PlaceMention
      const enclosed = items[i - 1]?.kind === 'mark('
      if (items[i - 1]?.key === 'tiếng') return
      if (type === 'country' && !(enclosed && items[i + 1]?.kind !== 'mark)')) parties.add(country)
      else if (type !== 'country' && (hyphened || besides(items[i - 1]))) parties.add(country)
    } else if (hyphened) {
      const country = shortCountryOf(item)
      if (country) parties.add(country)
    }
  })
  return [...parties]
}

const besides = (item: Item | undefined): boolean =>
  item !== undefined && (item.kind === 'prep.with' || item.kind === 'conj' || item.key === 'giữa' || item.key === 'của')

import type { LanguageReader, PersonMention, PlaceMention, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Entity } from './entity.ts'

/** A foreign name without a country takes the one that the text speaks of there; an office without any, the home country. */
export const settleCountries = (
  sentences: readonly Sentence[],
  entities: readonly Entity[],
  byItem: ReadonlyMap<Item, Entity | null>,
  reader: LanguageReader,
): void => {
  if (entities.every(({ country }) => country)) return
  let spokenOf: string | null = null
  for (const sentence of sentences)
    for (const item of sentence.items) {
      if (item.kind === 'country' || item.kind === 'place') {
        const { country, type } = item.value as PlaceMention
        if (country !== reader.home && type !== 'organisation') spokenOf = country
      } else if (item.kind === 'person') {
        const entity = byItem.get(item)
        if (!entity || entity.country) continue
        if (entity.name === null) entity.country = homeOffice(item.value as PersonMention, reader)
        else if ((item.value as PersonMention).office && spokenOf) entity.country = spokenOf
      }
    }
}

/**
 * Whom the tables know is of the country that they say: “cuộc gặp giữa nhà lãnh đạo Triều Tiên và Putin” makes nobody a
 * Korean. Who heads an organisation acts for it, wherever they come from.
 */
export const nationalityOf = (known: string | null, told: string | null, home: string, role: string | null): string | null =>
  told === null || (known !== null && known !== home && role !== 'organisation-head') ? known : told

/** An office that is of the home country where no other is told. */
export const homeOffice = (mention: PersonMention, reader: LanguageReader): string | null =>
  mention.officeKey === 'thu-tuong' ||
  mention.officeKey === 'tong-bi-thu' ||
  mention.officeKey === 'chu-tich-nuoc' ||
  mention.officeKey === 'pho-thu-tuong' ||
  mention.officeKey === 'speaker-na' ||
  mention.officeKey === 'pho-chu-tich-nuoc'
    ? reader.home
    : null

/** “gặp Chủ tịch Thượng viện”: an office that the home country has not is of the country spoken of. */
export const isForeign = ({ form, role, officeKey }: PersonMention): boolean =>
  form === 'office' && role === 'speaker' && officeKey !== 'speaker-na'

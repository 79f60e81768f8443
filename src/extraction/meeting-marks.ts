import type { MeetingDraft, PlaceMention, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Place } from './clause-places.ts'
import type { ReadDocument } from './document.ts'
import type { Drafted } from './run-rules.ts'

/** What sets meetings of the same people apart where no date does: the country that they met in, and which of a row it was. */

/** The country of a city told as the place of a meeting. */
export const landOf = ({ items }: Sentence, place: Place | null): string | null => {
  if (place?.rank !== 'city') return null
  const city = items.find(({ kind, value }) => kind === 'place' && (value as PlaceMention).text === place.text)
  return city ? (city.value as PlaceMention).country : null
}

/** “hội nghị thượng đỉnh lần thứ hai”, “cuộc gặp đầu tiên”: only of a noun, for “gặp lần thứ hai” may count the days of one visit. */
export const ordinalOf = ({ view }: ReadDocument, { match, draft }: Drafted<MeetingDraft>): number | null => {
  const anchor = match.items[match.at] as Item
  if (!draft.nominal || !/thượng đỉnh/.test(anchor.key)) return null
  const told = ordinal.exec(view.slice(anchor.end, anchor.end + 40))?.[1]?.toLowerCase()
  if (told === undefined) return null
  return /\d/.test(told) ? Number(told) : numbers.indexOf(told) + 1
}

const ordinal = /^(?: [\p{L}-]+){0,5}? (?:lần thứ|lần|thứ) (nhất|hai|ba|tư|[1-9])(?![\p{L}\d])/u
const numbers = ['nhất', 'hai', 'ba', 'tư']

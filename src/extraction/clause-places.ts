import type { PlaceMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { ReadDocument } from './document.ts'
import type { Drafted } from './run-rules.ts'

/** Where an engagement took place, as written. */
export interface Place {
  readonly text: string
  readonly rank: 'venue' | 'city' | 'country'
}

/** “tại Phủ Chủ tịch”, “ở Hà Nội”: the place that follows a clause, else the one that leads it, else the one that closes its sentence. */
export const placeOf = (document: ReadDocument, drafted: Drafted): Place | null => {
  const { items } = drafted.sentence
  const { at, to, from } = drafted.match
  let land: Place | null = null
  let told = false
  let until = to + 14
  for (let i = at + 1; i < Math.min(items.length, until); i++) {
    const place = placeAt(document.view, items, i)
    if (place && place.rank !== 'country') return place
    if (place && !told) land = place
    const { kind } = items[i] as Item
    // “đã gặp B khi tới thăm Yerevan”
    if (items[i - 1]?.key === 'khi' && /^v\.(?:visit|arrive)$/.test(kind))
      return cityEntered(items, i) ?? placeAfter(document.view, items, i) ?? land
    told ||= kind === 'word'
    // “bên lề Hội nghị Bộ trưởng … lần thứ tư tại Luang Prabang”: the names of conferences are long.
    if (kind === 'forum') until = i + 20
    if (/^(?:v\.(?!begin|happen|attend)|n\.(?!venue)|mark[;:.]|instrument)/.test(kind) || (kind === 'asp.then' && i > to)) break
  }
  for (let i = at - 1; i >= Math.max(0, from - 16); i--) {
    const { kind } = items[i] as Item
    if (kind === 'mark;' || kind === 'v.say' || /^n\.(?!venue)/.test(kind)) break
    const place = placeAt(document.view, items, i) ?? cityEntered(items, i) ?? houseEntered(document.view, items, i)
    if (place && place.rank !== 'country') return wider(document.view, items, i) ?? place
    land ??= landEntered(items, i, at)
  }
  return closingPlace(document.view, items, at) ?? land
}

/** “tại Trụ sở Chính phủ ở Hà Nội”: a city that narrows down a house is told with it. */
const wider = (view: string, items: readonly Item[], at: number): Place | null => {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const place = placeAt(view, items, i)
    if (place?.rank === 'venue') return place
    if (/^(?:mark[,;]|v\.|person)/.test((items[i] as Item).kind)) return null
  }
  return null
}

/** “tới Siem Reap, hội đàm với …”, “sẽ thăm thành phố New York, gặp …”: who goes on to meet, meets there. */
const cityEntered = (items: readonly Item[], i: number): Place | null => {
  const next = items[i + 1]
  if (!/^v\.(?:arrive|visit|depart)$/.test((items[i] as Item).kind) || next?.kind !== 'place') return null
  const { type, text } = next.value as PlaceMention
  return type === 'city' ? { text, rank: rankOf(text) } : null
}

/** “tới Văn phòng Chính phủ và hội kiến …”: so does who enters a house. */
const houseEntered = (view: string, items: readonly Item[], i: number): Place | null =>
  /^v\.(?:arrive|visit|depart)$/.test((items[i] as Item).kind) && /^(?:n\.venue|portfolio)$/.test(items[i + 1]?.kind ?? '')
    ? placeAfter(view, items, i)
    : null

/** “tới Hàn Quốc để gặp gỡ …”, “chuyến đi tới Đức, nơi ông sẽ hội đàm với …”: what a journey is for, happens where it goes. */
const landEntered = (items: readonly Item[], i: number, at: number): Place | null => {
  const next = items[i + 1]
  if (!/^v\.(?:arrive|visit|depart)$/.test((items[i] as Item).kind) || next?.kind !== 'country') return null
  const { type, text } = next.value as PlaceMention
  return type === 'country' && items.slice(i + 2, at).some(({ key }) => key === 'để' || key === 'nơi') ? { text, rank: 'country' } : null
}

/** “A tiếp B sang dự kỳ họp thứ 41, tại trụ sở Trung ương Đảng.” */
const closingPlace = (view: string, items: readonly Item[], at: number): Place | null => {
  if (at > 40 || items.length > at + 60) return null
  if (items.slice(0, at).some(({ kind }) => /^(?:v\.(?!begin)|n\.(?!venue)|asp\.ago)/.test(kind))) return null
  for (let i = items.length - 2; i > at; i--) {
    const { kind } = items[i] as Item
    if (/^(?:v\.say|v\.(?:talks|call|receive|meet|phone|sign)|mark[;:])/.test(kind)) return null
    if (items[i - 1]?.kind !== 'mark,' && items[i - 1]?.kind !== 'when') continue
    const place = placeAt(view, items, i)
    if (place && place.rank !== 'country') return place
  }
  return null
}

/** Countries that are a city: who meets there needs no other place. */
export const cityStates: ReadonlySet<string> = new Set(['SG', 'MC', 'VA'])

/** “Nhà Trắng”, “Điện Kremlin” stand for a country as a capital does, and are houses. */
const rankOf = (text: string): Place['rank'] => (/^(?:Điện|Nhà|Cung|Phố|Lầu)\s/i.test(text) ? 'venue' : 'city')

const prepositions = new Set(['tại', 'ở', 'trên', 'ngay tại'])
/** “ở thành phố cảng Vla-đi-vô-xtốc”, “tại làng Bàn Môn Điếm”. */
const settlements = new Set(['thành', 'thị', 'thủ', 'làng', 'bang', 'tỉnh', 'khu', 'vùng', 'đảo'])
const capital = ({ text }: Item): boolean => /^\p{Lu}/u.test(text)

/** “thủ đô Yerevan”, “đảo Rusky”: a name that no table knows, after what it is the name of. */
const unknownPlace = (view: string, items: readonly Item[], from: number): Place | null => {
  const name = items[from + 1]?.key === 'đô' || items[from + 1]?.key === 'phố' ? from + 2 : from + 1
  let to = name
  while (items[to]?.kind === 'word' && capital(items[to] as Item)) to++
  const city = /^th/.test(items[from]?.key ?? '')
  return to > name ? { text: view.slice((items[from] as Item).start, (items[to - 1] as Item).end), rank: city ? 'city' : 'venue' } : null
}

/** The place that a preposition opens, with what narrows it down: “trụ sở Bộ Ngoại giao Mỹ ở Washington”. */
export const placeAt = (view: string, items: readonly Item[], i: number): Place | null =>
  prepositions.has((items[i] as Item).key) ? placeAfter(view, items, i) : null

const placeAfter = (view: string, items: readonly Item[], i: number): Place | null => {
  const lead = items[i] as Item
  const first = items[i + 1]
  if (!first) return null
  if (first.kind === 'country' && (first.value as PlaceMention).type === 'country') {
    const { text, country } = first.value as PlaceMention
    return lead.key === 'trên' ? null : { text, rank: cityStates.has(country) ? 'city' : 'country' }
  }
  if (settlements.has(first.key) && first.kind === 'word') {
    const place = items.slice(i + 2, i + 5).find(({ kind }) => kind === 'place')
    return place ? { text: (place.value as PlaceMention).text, rank: 'city' } : unknownPlace(view, items, i + 1)
  }
  const named = first.kind === 'place' && (first.value as PlaceMention).type === 'city'
  const house = first.kind === 'n.venue' || (first.kind === 'portfolio' && capital(first) && lead.key !== 'trên')
  const proper =
    first.kind === 'word' && capital(first) && lead.key !== 'trên' && !/^(?:Hội|Lễ|Đại|Diễn|Liên|Biển|ASEAN|APEC)$/.test(first.text)
  const hall = first.text === 'Đại' && items[i + 2]?.key === 'lễ'
  if (!named && !house && !proper && !hall) return null
  let last = first
  for (let j = i + 2; j < Math.min(items.length, i + 14); j++) {
    const item = items[j] as Item
    const next = items[j + 1]
    const narrows =
      item.kind === 'mark,' || item.kind === 'mark(' || prepositions.has(item.key) || item.key === 'thuộc' || item.key === 'trên'
    if (narrows) {
      if (next?.kind !== 'place' && !(prepositions.has(item.key) && (next?.kind === 'country' || next?.kind === 'n.venue'))) break
      last = next
      j++
      if (item.kind === 'mark(' && items[j + 1]?.kind === 'mark)') last = items[++j] as Item
      continue
    }
    if (named) break
    const fits =
      /^(?:country|place|n\.venue|portfolio|office)$/.test(item.kind) ||
      (item.kind === 'prep.of' && last.kind === 'n.venue') ||
      (item.kind === 'word' && capital(item)) ||
      (item.kind === 'person' && proper && j === i + 2) ||
      (/^(?:word|conj|mark-)$/.test(item.kind) &&
        next !== undefined &&
        capital(next) &&
        /^(?:word|country|portfolio|n\.venue)$/.test(next.kind)) ||
      (item.kind === 'word' &&
        last.kind === 'n.venue' &&
        next !== undefined &&
        /^(?:word|portfolio|country)$/.test(next.kind) &&
        j === i + 2)
    if (!fits) break
    last = item
  }
  const text = view.slice(first.kind === 'place' ? view.indexOf((first.value as PlaceMention).text, first.start) : first.start, last.end)
  return { text, rank: named ? rankOf(text) : 'venue' }
}

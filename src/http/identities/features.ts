import { boundsOf, compareWhen, lacksYear } from '../../kernel/edtf.ts'
import { foldText } from '../../kernel/ids.ts'
import { isDate, isEngagementId } from '../html/shapes.ts'
import type { Overlay } from '../rows/overlay-at.ts'
import { type PersonTold, peopleIn, type Side, type Telling } from './side.ts'

export type Verdict = 'conflicting' | 'compatible' | 'same' | 'silent'

/** One feature of both sides: each with its different values, as the documents give them. */
export interface Feature {
  /** A word of `fields`. */
  readonly feature: string
  readonly verdict: Verdict
  readonly a: readonly unknown[]
  readonly b: readonly unknown[]
}

/** What is compared of two people, or of two engagements: what is in conflict first, then in the order of weight. */
export const featuresOf = (kind: string, [a, b]: readonly [Side, Side], overlay: Overlay): Feature[] => {
  const said = (side: Side) => (kind === 'person' ? ofPerson(side) : ofEngagement(side))
  const [left, right] = [said(a), said(b)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((feature): Feature => {
      const [x, y] = [distinct(left.get(feature) ?? [], overlay), distinct(right.get(feature) ?? [], overlay)]
      return { feature, verdict: verdictOf(feature, x, y), a: inTime(feature, x), b: inTime(feature, y) }
    })
    .sort((x, y) => rank(x) - rank(y))
}

/** Dates in the order of the world, everything else as it was told. */
const inTime = (feature: string, values: ReadonlyMap<string, unknown>): unknown[] =>
  dates.has(feature) ? [...values.keys()].sort(compareWhen) : [...values.values()]

type Said = Map<string, unknown[]>

/** Names as written, countries, offices, when and with whom somebody met. */
const ofPerson = ({ ids, tellings }: Side): Said => {
  const said: Said = new Map(['names', 'countries', 'offices', 'when', 'participants'].map((feature) => [feature, []]))
  const add = (feature: string, ...values: unknown[]) =>
    said.get(feature)?.push(...values.filter((value) => value !== undefined && value !== null))
  for (const { event } of tellings) {
    const people = peopleIn(event.data)
    for (const { name, country, office } of people.filter(({ id }) => ids.has(id))) {
      add('names', name)
      add('countries', country)
      add('offices', office)
    }
    add('participants', ...people.filter(({ id }) => !ids.has(id)))
    add('when', dayOf(event.data))
  }
  return new Map([...said].filter(([, values]) => values.length > 0))
}

/** Whatever the claims say, field by field; what is a list, item by item. */
const ofEngagement = ({ tellings }: Side): Said => {
  const said: Said = new Map()
  for (const { event } of tellings)
    for (const [field, value] of Object.entries(event.data as object)) {
      if (unasked.has(field) || value === null || (typeof value === 'string' && isEngagementId(value))) continue
      said.set(field, [...(said.get(field) ?? []), ...(Array.isArray(value) ? value : [value])])
    }
  return said
}

/** How a claim was read says nothing of what it tells. */
const unasked = new Set(['scope', 'narrative', 'countQualifier', 'dayPart'])

const dayOf = (data: Telling['event']['data']): unknown => {
  const fields = data as Readonly<Record<string, unknown>>
  return fields.start ?? fields.date ?? fields.period ?? fields.end
}

/** The same person under two spellings is one; so are a name with and without marks. */
const distinct = (values: readonly unknown[], overlay: Overlay): Map<string, unknown> => {
  const keyOf = (value: unknown): string => {
    if (typeof value === 'string') return isDate(value) ? value : foldText(value)
    const { id } = (value ?? {}) as Partial<PersonTold>
    return typeof id === 'string' ? overlay.canonical(id) : JSON.stringify(value)
  }
  const known = new Map<string, unknown>()
  for (const value of values) if (!known.has(keyOf(value))) known.set(keyOf(value), value)
  return known
}

/** Of these, two different values cannot both be right. */
const exclusive = new Set(['host', 'country', 'countries', 'parties', 'instrument', 'level', 'measure', 'unit'])
const dates = new Set(['when', 'start', 'end', 'date', 'period'])

const verdictOf = (feature: string, a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Verdict => {
  if (a.size === 0 || b.size === 0) return 'silent'
  const shared = [...a.keys()].filter((key) => b.has(key)).length
  if (shared === a.size && shared === b.size) return 'same'
  if (shared > 0) return 'compatible'
  // A person is met on many days: only those of one engagement must agree.
  if (dates.has(feature) && feature !== 'when')
    return [...a.keys()].some((x) => [...b.keys()].some((y) => canBeOne(x, y))) ? 'compatible' : 'conflicting'
  return exclusive.has(feature) ? 'conflicting' : 'compatible'
}

/** Whether two dates can mean one day. Of two days without a year, the days must agree. */
const canBeOne = (x: string, y: string): boolean => {
  if (lacksYear(x) || lacksYear(y)) return /^\w{4}-(\d\d-\d\d)$/.exec(x)?.[1] === /^\w{4}-(\d\d-\d\d)$/.exec(y)?.[1]
  const [a, b] = [boundsOf(x), boundsOf(y)]
  return (
    !(a.latest !== null && b.earliest !== null && a.latest < b.earliest) &&
    !(b.latest !== null && a.earliest !== null && b.latest < a.earliest)
  )
}

const order = [
  'names',
  'countries',
  'offices',
  'visitors',
  'participants',
  'attendees',
  'host',
  'parties',
  'start',
  'date',
  'end',
  'period',
]

const rank = ({ feature, verdict }: Feature): number => {
  const at = order.indexOf(feature)
  return (verdict === 'conflicting' ? 0 : 100) + (at < 0 ? order.length : at)
}

import { daysOf, type Interval, union, type Window } from './calendar.ts'
import { type NameKey, nameKey } from './names.ts'

/** Tables handed in as text: name of the table → its TSV. `people`, `tenures` and `coverage` are read here. */
export type Tables = Readonly<Record<string, string>>

export interface Tenure {
  readonly person: string
  readonly office: string
  readonly role: string
  readonly country: string
  readonly days: Interval
  /** The row as it stands in the table: what a basis shows. */
  readonly row: string
}

/** Who held which office when, as far as the tables know. Never a source of names for claims: only of identity and time. */
export interface Gazetteer {
  /** The people whom a name can mean in a country, by whole name: usually one or none. */
  named(name: NameKey, country: string | null): readonly string[]
  /** People of a country who held a role and whose name has this part. */
  withPart(part: string, role: string, country: string): readonly string[]
  tenures(person: string): readonly Tenure[]
  /** Everybody who held the role in the country. */
  holders(role: string, country: string): readonly Tenure[]
  /** The days for which the table of this role and country claims to be complete; null: not covered. */
  coverage(role: string, country: string): Interval | null
  has(person: string): boolean
  /** How far its tenures go. */
  readonly asOf: number
}

/** A day before every tenure. */
const beginning = -200_000
const noOne: readonly never[] = []

export const gazetteerOf = (tables: Tables): Gazetteer => {
  const known = read.get(tables)
  if (known) return known
  const gazetteer = gazetteerFrom(tables)
  read.set(tables, gazetteer)
  return gazetteer
}

/** The same tables are read once. */
const read = new WeakMap<Tables, Gazetteer>()

const gazetteerFrom = (tables: Tables): Gazetteer => {
  const spellings = new Map<string, string[]>()
  const parts = new Map<string, string[]>()
  const byPerson = new Map<string, Tenure[]>()
  const byOffice = new Map<string, Tenure[]>()
  const covered = new Map<string, Interval>()
  const keys = new Map<string, NameKey[]>()
  const home = new Map<string, string>()

  const asOf = asOfHead(tables.tenures) ?? 0
  for (const [country, role, from, until] of rows(tables.coverage)) {
    const [start, end] = [daysOf(from), daysOf(until)]
    if (country && role && end) covered.set(`${role} ${country}`, [start?.[0] ?? beginning, end[1]])
  }
  for (const [person, name, country, written] of rows(tables.people)) {
    if (!person || !name) continue
    home.set(person, country ?? '')
    const all = [name, ...(written ?? '').split('|')].map((text) => nameKey(text.trim())).filter((key) => key !== null)
    keys.set(person, all)
    byPerson.set(person, [])
  }
  for (const [person, office, role, country, from, to, source] of rows(tables.tenures)) {
    if (!person || !role || !country || !keys.has(person)) continue
    const days: Interval = [daysOf(from)?.[0] ?? beginning, daysOf(to)?.[1] ?? covered.get(`${role} ${country}`)?.[1] ?? asOf]
    const tenure: Tenure = {
      person,
      office: office ?? '',
      role,
      country,
      days,
      row: [person, office, role, country, from, to, source].join(' | '),
    }
    byPerson.get(person)?.push(tenure)
    push(byOffice, `${role} ${country}`, tenure)
  }
  for (const [person, all] of keys) {
    const countries = new Set([home.get(person) ?? '', ...(byPerson.get(person) ?? []).map(({ country }) => country)])
    for (const key of all) {
      for (const country of [...countries, '*']) {
        push(spellings, `${country} ${key.compact}`, person)
        push(spellings, `${country} ${key.sorted}`, person)
      }
      for (const { role, country } of byPerson.get(person) ?? [])
        for (const part of key.parts) push(parts, `${part} ${role} ${country}`, person)
    }
  }
  return {
    named: ({ compact, sorted }, country) =>
      spellings.get(`${country ?? '*'} ${compact}`) ?? spellings.get(`${country ?? '*'} ${sorted}`) ?? noOne,
    withPart: (part, role, country) => parts.get(`${part} ${role} ${country}`) ?? noOne,
    tenures: (person) => byPerson.get(person) ?? noOne,
    holders: (role, country) => byOffice.get(`${role} ${country}`) ?? noOne,
    coverage: (role, country) => covered.get(`${role} ${country}`) ?? null,
    has: (person) => keys.has(person),
    asOf,
  }
}

/** The days in which a person held a role in a country; null when the tables do not say. */
export const daysInOffice = (gazetteer: Gazetteer, person: string, role: string, country: string): Window => {
  const days = gazetteer
    .tenures(person)
    .filter((tenure) => tenure.role === role && tenure.country === country)
    .map((tenure) => tenure.days)
  return days.length > 0 ? union(days) : null
}

const rows = (tsv: string | undefined): string[][] =>
  (tsv ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([first]) => first !== 'person' && first !== 'country')

/** How far a table says that it goes: `# asOf: 2024-12-31` at its head. */
const asOfHead = (tsv: string | undefined): number | null => daysOf(/^#\s*asOf:\s*(\S+)/m.exec(tsv ?? '')?.[1])?.[1] ?? null

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

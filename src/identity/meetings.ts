import type { OccurrenceRule, Told } from './occurrence-rule.ts'

interface Participant {
  readonly id: string
  readonly role: string
  readonly country: string
}

interface MeetingFeatures {
  /** In person, by phone, a ceremony, a session of many: what cannot be one another. */
  readonly manner: string
  readonly people: readonly Participant[]
  /** The country of the visit during which it took place; null where the document tells of none. */
  readonly where: string | null
  /** That visit, as all documents tell of it. */
  readonly visit: string | null
}

/** The same two people, compatible dates, a form that is not in conflict. */
export const meetings: OccurrenceRule<MeetingFeatures> = {
  kind: 'meeting',
  id: 'identity/meeting/people-dates',
  says: 'the same people on both sides, dates and forms that can be of one meeting',
  keys: (told) => sides(told).map(({ person, country, others }) => `${person}|${country}|${others.length > 0 ? told.report.scope : ''}`),
  features: (told) => ({
    manner: mannerOf(told),
    people: participantsOf(told),
    where: mannerOf(told) === 'phone' ? null : (told.where ?? null),
    visit: mannerOf(told) === 'phone' ? null : (told.visit ?? null),
  }),
  tolerance: 1,
  fits: (a, b) => a.manner === b.manner && (a.where === null || b.where === null || a.where === b.where) && haveCommon(a, b),
  /** Those of the same visit. */
  prefer: ({ visit }, others) => {
    const same = others.flatMap((features, i) => (visit !== null && features.some((other) => other.visit === visit) ? [i] : []))
    return same.length > 0 ? same : others.map((_, i) => i)
  },
}

/**
 * The first named person with the first country on the other side: a table of many is that of its principals, and ties
 * nobody else's meetings together. Sessions of an organisation by the organisation.
 */
const sides = (told: Told): { person: string; country: string; others: readonly string[] }[] => {
  const { people, countries } = told
  const session = mannerOf(told) === 'session' ? countries.filter((country) => country !== undefined && country.length > 2) : []
  if (session.length > 0) return [...new Set(session)].map((country) => ({ person: '*', country: country as string, others: [] }))
  const first = people.findIndex(isKnown)
  if (first < 0) return []
  const second = countries.findIndex((country, i) => i !== first && country !== undefined && country !== countries[first])
  if (second < 0) return []
  return [
    [first, second],
    [second, first],
  ].flatMap(([one, other]) => {
    const [person, country] = [people[one as number] as string, countries[other as number]]
    return isKnown(person) && country !== undefined ? [{ person, country, others: people }] : []
  })
}

const mannerOf = ({ report: { sort } }: Told): string =>
  sort === 'phone' || sort === 'ceremony' ? sort : sort === 'multilateral' ? 'session' : 'person'

const isKnown = (person: string): boolean => !person.startsWith('?') && !person.startsWith('*')

/**
 * Two people in common; or one, where the other side is an office holder without a name in one report and the holder
 * of that office in the other. Sessions of an organisation need nobody in common.
 */
const haveCommon = (a: MeetingFeatures, b: MeetingFeatures): boolean => {
  if (a.manner === 'session') return true
  const common = a.people.filter(({ id }) => b.people.some((other) => other.id === id)).map(({ id }) => id)
  if (common.length >= 2) return true
  const rest = ({ people }: MeetingFeatures) => people.filter(({ id }) => !common.includes(id))
  return (
    common.length === 1 &&
    rest(a).some((x) =>
      rest(b).some(
        (y) => !(isKnown(x.id) && isKnown(y.id)) && x.country === y.country && (x.role === y.role || x.role === '' || y.role === ''),
      ),
    )
  )
}

const participantsOf = ({ report, people }: Told): Participant[] =>
  [
    ...new Map(
      report.people.map(({ role, country }, i) => [
        people[i] as string,
        { id: people[i] as string, role: role ?? '', country: country ?? '' },
      ]),
    ).values(),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))

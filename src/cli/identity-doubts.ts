import type { RecordedEvent } from '../kernel/envelope.ts'
import type { Ledger } from './context.ts'
import type { Doubt } from './doubt.ts'

/**
 * Doubts about who and what is one, each placed at the first claim that tells of what it is about, and said with names
 * and dates in place of ids. They are no part of the log: they change with every document that comes, so they are
 * worked out anew from all of them.
 */
export const identityDoubtsOf = async (ledger: Ledger, retracted: ReadonlySet<string>): Promise<Doubt[]> => {
  const findings = await ledger.identityDoubts()
  const places = await firstClaimsOf(ledger, new Set(findings.flatMap(({ of }) => of)), retracted)
  return findings.flatMap(({ code, of, about }) => {
    const claim = of.map((id) => places.get(id)).find((found) => found !== undefined)
    if (!claim) return []
    const { position, id, type, stream, rule, evidence = [] } = claim
    const says = saying(about, (one) => labelOf(one, places.get(one)))
    return [{ code, position, event: id, type, stream, ...(rule ? { rule } : {}), evidence, about: { of, says } }]
  })
}

type Doubted = Awaited<ReturnType<Ledger['identityDoubts']>>[number]['about']

/** The first standing claim that tells of each id: of an engagement, its own claim rather than one that merely refers to it. */
const firstClaimsOf = async (
  ledger: Ledger,
  wanted: ReadonlySet<string>,
  retracted: ReadonlySet<string>,
): Promise<Map<string, RecordedEvent>> => {
  const found = new Map<string, RecordedEvent>()
  const own = new Set<string>()
  for await (const event of ledger.events() as AsyncIterable<RecordedEvent>) {
    if (!event.evidence || retracted.has(event.id)) continue
    for (const id of textsIn(event.data)) {
      if (!wanted.has(id) || own.has(id)) continue
      if (isOf(event, id)) own.add(id)
      else if (found.has(id)) continue
      found.set(id, event)
    }
  }
  return found
}

/** A meeting names the visit during which it took place: only the visit's own claims are of that visit. */
const isOf = ({ type }: RecordedEvent, id: string): boolean => id.includes('/v@') === /^(?:Visit|Invitation)/.test(type)

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

/** Names, dates and numbers with signs between them, so that it is the same in all languages. */
const saying = (about: Doubted, label: (id: string) => string): string => {
  if (about.what === 'person') return `${label(about.person)} = ? ${listed(about.candidates.map(label))}`
  if (about.what === 'engagement') return `${label(about.report)} ${about.isHeld ? '≈' : '= ?'} ${listed(about.candidates.map(label))}`
  if (about.what === 'coverage') return `${label(about.person)} · ${about.role} · ${about.country}`
  if (about.what === 'total') return `${label(about.whole)}: ${about.total} > ${about.named}`
  return `${label(about.values[0]?.report ?? '')}: ${about.values.map(({ value }) => value).join(' ≠ ')}`
}

const most = 5
const listed = (all: readonly string[]): string => [...new Set(all)].slice(0, most).join(' | ') + (new Set(all).size > most ? ' | …' : '')

interface Person {
  readonly id: string
  readonly name: string | null
  readonly office?: string
}
type Data = Readonly<Record<string, unknown>>

/** “Karim Masimov”; “Karim Masimov → VN 2009-09-14”; the id where no claim tells more. */
const labelOf = (id: string, claim: RecordedEvent | undefined): string => {
  const data = (claim?.data ?? {}) as Data
  const people = peopleIn(data)
  if (!/\/[vmfarq]@/.test(id)) return nameOf(people.find((person) => person.id === id)) ?? id
  const who = people.filter((person) => !isInviter(data, person)).flatMap((person) => nameOf(person) ?? [])
  const title = data.title ?? data.name ?? data.measure
  const subject = typeof title === 'string' ? `“${title}”` : who.slice(0, 4).join(' + ')
  const countries = data.parties ?? data.countries
  const parties = Array.isArray(countries) ? countries.join('–') : ''
  const host = typeof data.host === 'string' && id.includes('/v@') ? `→ ${data.host}` : ''
  const when = ['start', 'date', 'period', 'end'].map((field) => data[field]).find((value) => typeof value === 'string')
  return [subject, parties, host, when].filter(Boolean).join(' ') || id
}

const peopleIn = (data: Data): Person[] =>
  Object.values(data).flatMap((value) =>
    Array.isArray(value) ? value.filter((one): one is Person => typeof one === 'object' && one !== null && 'id' in one) : [],
  )

const isInviter = ({ inviters }: Data, person: Person): boolean => Array.isArray(inviters) && inviters.includes(person)

const nameOf = (person: Person | undefined): string | undefined => person?.name ?? person?.office

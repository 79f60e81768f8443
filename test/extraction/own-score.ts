import type { Claim } from '../../src/kernel/claim.ts'
import { foldText } from '../../src/kernel/ids.ts'

export type Kind = 'visits' | 'meetings' | 'agreements'

interface GoldPerson {
  readonly name: string | null
  readonly office: string | null
  readonly country: string | null
}

interface GoldFact {
  readonly status: string
  readonly optional?: boolean
  readonly visitors?: readonly GoldPerson[]
  readonly participants?: readonly GoldPerson[]
  readonly host?: string
  readonly parties?: readonly string[]
  readonly title?: string | null
  readonly count?: number | null
  readonly evidence: string
}

export type GoldFacts = Record<Kind, readonly GoldFact[]>

interface Fact {
  readonly status: string
  readonly people: readonly GoldPerson[]
  readonly host: string | undefined
  readonly parties: readonly string[]
  readonly title: string | undefined
  readonly quotes: string
}

/** How many required facts are found with their status, and how many claims are nobody's. A small, strict sister of the evaluation. */
export const scoreOf = (
  kind: Kind,
  documents: readonly { gold: GoldFacts; claims: readonly Claim[] }[],
): { right: number; wrong: number } => {
  let [right, wrong] = [0, 0]
  for (const { gold, claims } of documents) {
    const facts = factsOf(kind, claims)
    const used = new Set<Fact>()
    const pair = (wanted: readonly GoldFact[], sameStatus: boolean): number => {
      let n = 0
      for (const fact of wanted) {
        const found = facts.find(
          (candidate) => !used.has(candidate) && fits(kind, fact, candidate) && (!sameStatus || candidate.status === fact.status),
        )
        if (found) {
          used.add(found)
          n++
        }
      }
      return n
    }
    const required = gold[kind].filter(({ optional }) => !optional)
    right += pair(required, true)
    pair(
      gold[kind].filter(({ optional }) => optional),
      false,
    )
    wrong += facts.length - used.size
  }
  return { right, wrong }
}

const words = (text: string | null | undefined): string[] =>
  foldText(text ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
const within = (a: string[], b: string[]): boolean => a.length > 0 && a.every((word) => b.includes(word))

const samePerson = (gold: GoldPerson, got: GoldPerson): boolean => {
  if (gold.name && got.name) return within(words(gold.name), words(got.name)) || within(words(got.name), words(gold.name))
  return gold.country === got.country && words(gold.office).join(' ') === words(got.office).join(' ')
}

const fits = (kind: Kind, gold: GoldFact, got: Fact): boolean => {
  const all = (people: readonly GoldPerson[]): number =>
    people.filter((person) => got.people.some((other) => samePerson(person, other))).length
  if (kind === 'visits') return gold.host === got.host && all(gold.visitors ?? []) > 0
  if (kind === 'meetings') return all(gold.participants ?? []) >= 2
  const [x, y] = [words(gold.title ?? gold.evidence), words(gold.title ? (got.title ?? got.quotes) : got.quotes)]
  return x.filter((word) => y.includes(word)).length >= x.length / 2
}

const statuses: Record<string, string> = {
  VisitAnnounced: 'planned',
  VisitReported: 'happened',
  VisitStarted: 'happened',
  MeetingAnnounced: 'planned',
  MeetingHeld: 'held',
  AgreementAnnounced: 'planned',
  AgreementSigned: 'signed',
  AgreementReferenced: 'mentioned',
}
const types: Record<Kind, RegExp> = {
  visits: /^Visit(?:Announced|Reported|Started)$/,
  meetings: /^Meeting(?:Announced|Held)$/,
  agreements: /^Agreement/,
}

const factsOf = (kind: Kind, claims: readonly Claim[]): Fact[] => {
  const byId = new Map<string, Fact>()
  for (const { type, data, evidence } of claims) {
    if (!types[kind].test(type)) continue
    const fields = data as Record<string, unknown> & {
      narrative?: string
      scope?: string
      visitors?: GoldPerson[]
      participants?: GoldPerson[]
    }
    if (fields.scope !== 'interstate') continue
    byId.set(String(fields.visit && kind === 'visits' ? fields.visit : (fields.meeting ?? fields.agreement)), {
      status: fields.narrative === 'background' ? 'background' : (statuses[type] as string),
      people: fields.visitors ?? fields.participants ?? [],
      host: fields.host as string | undefined,
      parties: (fields.parties as string[] | undefined) ?? [],
      title: fields.title as string | undefined,
      quotes: evidence.map(({ quote }) => quote).join(' '),
    })
  }
  return [...byId.values()]
}

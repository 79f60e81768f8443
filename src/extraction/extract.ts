import type { Claim, Extraction, Uncoded } from '../kernel/claim.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Language } from '../kernel/reading.ts'
import { agreementClaims } from './claims-agreements.ts'
import { decideMeetings, meetingClaims } from './claims-meetings.ts'
import { otherClaims } from './claims-others.ts'
import { decideVisits, visitClaims } from './claims-visits.ts'
import { digest12 } from './digest.ts'
import { type ReadDocument, readDocument } from './document.ts'
import type { Gazetteer, ReadingContext } from './language.ts'
import { ruleSetOf } from './run-rules.ts'
import { uncodedOf } from './uncoded.ts'
import { type View, viewOf } from './view.ts'
import { type Writing, writingOf } from './writing.ts'

/** Reads documents of one language: text in, claims out. Pure; the same text gives the same claims on every machine. */
export interface Extractor {
  /** `vi@1.0.0` */
  readonly id: string
  /** Language tag of the documents that it reads: `vi`. */
  readonly language: string
  /** Digests of rules and of the gazetteer in force: 12 hex digits each. */
  readonly rules: string
  readonly gazetteer: string
  extract(text: string, context: ReadingContext): Extraction
  /** The document as the rules see it, for those who train and explain. */
  read(text: string, context: ReadingContext): Writing
}

export const createExtractor = ({ language, gazetteer }: { language: Language; gazetteer: Gazetteer }): Extractor => {
  for (const table of language.tables)
    if (gazetteer[table] === undefined) throw new Error(`the language ${language.code} needs the table ${table}`)
  const reader = language.prepare(gazetteer)
  const rules = ruleSetOf(language.rules)
  const id = `${language.code}@${language.version}`
  const digests = {
    rules: digest12(rulesText(language)),
    gazetteer: digest12(JSON.stringify(Object.entries(gazetteer).sort(([a], [b]) => (a < b ? -1 : 1)))),
  }
  const read = (text: string, { sha256, published }: ReadingContext): Writing => {
    const view = viewOf(text)
    return writingOf(readDocument(view.text, reader, rules, published), view, text, sha256)
  }
  return {
    id,
    language: language.code,
    ...digests,
    read,
    extract: (text, context) => {
      const writing = read(text, context)
      const visits = decideVisits(writing)
      const meetings = decideMeetings(writing, visits)
      const claims = [
        ...visitClaims(writing, visits),
        ...meetingClaims(writing, meetings, visits),
        ...agreementClaims(writing, visits, meetings),
        ...otherClaims(writing, visits),
      ]
      claims.sort((a, b) => startOf(a) - startOf(b))
      return {
        extractor: id,
        ...digests,
        claims,
        uncoded: uncodedOf(writing, claims),
        findings: findingsOf(writing.document, writing.view, claims),
      }
    },
  }
}

const startOf = ({ evidence }: Claim): number => evidence[0]?.start ?? 0

/** What the digest of the rules is over: everything declared about them, and the version of the grammar. */
const rulesText = ({ code, version, rules }: Language): string =>
  JSON.stringify([
    code,
    version,
    rules.map(({ id, yields, pattern, matches, ignores, data }) => [id, yields, pattern, matches, ignores, String(data)]),
  ])

const findingsOf = (document: ReadDocument, view: View, claims: readonly Claim[]): Finding[] => {
  const findings: Finding[] = []
  for (const item of document.moments.unanchored.slice(0, 20))
    findings.push(finding('date-without-anchor', { start: view.raw(item.start), end: view.raw(item.end) }))
  for (const claim of claims)
    for (const code of claim.doubt ?? []) {
      const [first] = claim.evidence
      if (first && !findings.some((known) => known.code === code && known.at?.start === first.start))
        findings.push(finding(code as Finding['code'], { start: first.start, end: first.end }))
    }
  return findings
}

export type { Uncoded }

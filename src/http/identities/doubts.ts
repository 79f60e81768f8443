import type { IdentityFinding } from '../../ledger.ts'
import type { Reading, Source } from '../frame/reading.ts'
import { overlayAt } from '../rows/overlay-at.ts'
import { candidatesOf } from './candidates.ts'
import { type IdentityDoubt, kindOfId } from './doubt.ts'
import { identityFindings } from './findings.ts'
import { idsOfLink, linksInDoubt, unreviewedLink, weakLinkIndex } from './links-in-doubt.ts'
import { idsUnsure } from './unsure.ts'

/** Doubts about who and what is one, settled ones too: those that touch most first, ties by id, so that two people see one queue. */
export type IdentityDoubts = (reading: Reading) => Promise<IdentityDoubt[]>

/** What the rules find doubtful among all documents, and the links that a rule was not sure of. */
export const identityDoubtsIn = (ledger: Pick<Source, 'store' | 'identityDoubts'>): IdentityDoubts => {
  const findings = identityFindings(ledger)
  const weak = weakLinkIndex(ledger)
  return async (reading) => {
    const overlay = await overlayAt(reading)
    const links = await linksInDoubt(reading, weak, overlay)
    const unsure = await idsUnsure(reading)
    const asked = grouped([
      ...(await findings(reading)).flatMap(questionIn),
      ...links.map(({ data }) => ({ ids: idsOfLink(data), code: unreviewedLink })),
    ])
    return asked
      .map(({ ids: [about = '', ...others], code }): IdentityDoubt => {
        const candidates = candidatesOf(about, others, overlay)
        const touched = new Set([about, ...candidates.map(({ id }) => id)].flatMap((id) => overlay.members(id)))
        return { about, kind: kindOfId(about), code, candidates, weight: touched.size, unsure: unsure.has(about) }
      })
      .filter(({ candidates }) => candidates.length > 0)
      .sort(inOrder)
  }
}

/** The first id is in doubt, the others are those that it may be one with. */
interface Question {
  readonly ids: readonly string[]
  readonly code: string
}

/** What a finding asks. Not every finding asks who is one. */
const questionIn = ({ code, about }: IdentityFinding): Question[] => {
  if (about.what === 'person') return [{ ids: [about.person, ...about.candidates], code }]
  if (about.what === 'engagement') return [{ ids: [about.report, ...about.candidates], code }]
  if (about.what === 'value') return [{ ids: about.values.map(({ report }) => report), code }]
  return []
}

/** One question for each id in doubt. What a finding asks already, its link need not ask again. */
const grouped = (questions: readonly Question[]): Question[] => {
  const byId = new Map<string, { ids: string[]; code: string }>()
  for (const { ids, code } of questions) {
    const known = ids.map((id) => byId.get(id)).find((found) => found !== undefined && (code === unreviewedLink || found.ids[0] === ids[0]))
    if (known) known.ids.push(...ids.filter((id) => !known.ids.includes(id)))
    else byId.set(ids[0] ?? '', { ids: [...ids], code })
  }
  return [...byId.values()]
}

const inOrder = (a: IdentityDoubt, b: IdentityDoubt): number =>
  Number(a.unsure) - Number(b.unsure) || b.weight - a.weight || (a.about < b.about ? -1 : 1)

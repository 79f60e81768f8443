import type { RecordedEvent } from '../kernel/envelope.ts'
import type { Ledger } from './context.ts'
import type { Doubt } from './doubt.ts'

/**
 * Doubts about who and what is one, each placed at the first claim that tells of what it is about. They are no part of
 * the log: they change with every document that comes, so they are worked out anew from all of them.
 */
export const identityDoubtsOf = async (ledger: Ledger, retracted: ReadonlySet<string>): Promise<Doubt[]> => {
  const findings = await ledger.identityDoubts()
  const places = await firstClaimsOf(ledger, new Set(findings.flatMap(({ of }) => of)), retracted)
  return findings.flatMap(({ code, says, of }) => {
    const claim = of.map((id) => places.get(id)).find((found) => found !== undefined)
    if (!claim) return []
    const { position, id, type, stream, rule, evidence = [] } = claim
    return [{ code, position, event: id, type, stream, ...(rule ? { rule } : {}), evidence, about: { of, ...(says ? { says } : {}) } }]
  })
}

/** The first standing claim that names each id, anywhere in its data. */
const firstClaimsOf = async (
  ledger: Ledger,
  wanted: ReadonlySet<string>,
  retracted: ReadonlySet<string>,
): Promise<Map<string, RecordedEvent>> => {
  const found = new Map<string, RecordedEvent>()
  for await (const event of ledger.events() as AsyncIterable<RecordedEvent>)
    if (event.evidence && !retracted.has(event.id))
      for (const id of textsIn(event.data)) if (wanted.has(id) && !found.has(id)) found.set(id, event)
  return found
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

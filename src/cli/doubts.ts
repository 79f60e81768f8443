import type { RecordedEvent } from '../kernel/envelope.ts'
import type { Ledger } from './context.ts'
import type { Doubt } from './doubt.ts'
import { identityDoubtsOf } from './identity-doubts.ts'

/**
 * Every doubt in the log that still stands: not that of a retracted event, nor that of one which a person reviewed as
 * right. Retractions are resolved from the tip backwards, because a later one may take back an earlier one.
 */
export async function* doubtsOf(ledger: Ledger, { from = 0, stream }: { from?: number; stream?: string } = {}): AsyncIterable<Doubt> {
  const settled = await settledIn(ledger)
  for await (const event of ledger.events(stream ? { stream } : { from }) as AsyncIterable<RecordedEvent>) {
    if (!event.doubt?.length || settled.has(event.id)) continue
    const { position, id, type, rule, evidence = [] } = event
    // What is doubtful about a whole document is told with its name.
    const about = type === 'DocumentRegistered' ? { about: { of: [], says: String((event.data as { name?: string }).name) } } : {}
    for (const code of event.doubt)
      yield { code, position, event: id, type, stream: event.stream, ...(rule ? { rule } : {}), evidence, ...about }
  }
}

/** The doubts about who and what is one, among all documents; with a stream, those placed in it. */
export const identityDoubts = async (ledger: Ledger, stream?: string): Promise<Doubt[]> =>
  (await identityDoubtsOf(ledger, await settledIn(ledger))).filter((doubt) => !stream || doubt.stream === stream)

const settledIn = async (ledger: Ledger): Promise<ReadonlySet<string>> => {
  const settled = new Set<string>()
  const verdicts = ledger.events({ types: ['EventRetracted', 'EventReviewed'], backwards: true })
  for await (const { id, type, data } of verdicts as AsyncIterable<RecordedEvent<string, { event: string; verdict?: string }>>) {
    if (settled.has(id)) continue
    if (type === 'EventRetracted' || data.verdict === 'right') settled.add(data.event)
  }
  return settled
}

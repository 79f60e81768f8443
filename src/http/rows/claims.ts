import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Reading } from '../frame/reading.ts'
import { type Decided, decisionsAt } from './corrections.ts'

/** A claim of a document with its number on the page and with what became of it. */
export interface Claim {
  readonly number: number
  readonly event: RecordedEvent
  readonly decided: Decided | undefined
}

/** Everything recorded of a document, as of the page. */
export interface Recorded {
  readonly claims: readonly Claim[]
  readonly others: readonly RecordedEvent[]
}

/** Claims in the order of their first words; those that were retracted stay, marked as such. */
export const recordedOf = async (reading: Reading, stream: string): Promise<Recorded> => {
  const decided = await decisionsAt(reading)
  const events: RecordedEvent[] = []
  for await (const event of reading.ledger.store.read({ stream }) as AsyncIterable<RecordedEvent>)
    if (event.position <= reading.position) events.push(event)
  const claims = events
    .filter(({ evidence = [] }) => evidence.length > 0)
    .sort((a, b) => startOf(a) - startOf(b) || a.position - b.position)
    .map((event, at) => ({ number: at + 1, event, decided: decided.get(event.id) }))
  return { claims, others: events.filter(({ evidence = [] }) => evidence.length === 0) }
}

const startOf = ({ evidence = [] }: RecordedEvent): number => Math.min(...evidence.map(({ start }) => start))

/** The engagement that a claim is about. */
export const engagementOf = (data: unknown): string | undefined => {
  const fields = data as Readonly<Record<string, unknown>>
  for (const name of ['meeting', 'forum', 'agreement', 'relationship', 'figure', 'visit'])
    if (typeof fields[name] === 'string') return fields[name]
  return undefined
}

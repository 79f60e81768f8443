import assert from 'node:assert'
import type { NewEvent, RecordedEvent } from '../kernel/envelope.ts'
import type { EventDefinition } from '../kernel/event.ts'
import { eventId } from '../kernel/event-id.ts'
import { Fault } from '../kernel/fault.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { EventStore, ExpectedRevision } from '../store/event-store.ts'
import { findEvent } from '../store/find-event.ts'
import type { Draft } from './draft.ts'
import { checkEvidence } from './evidence.ts'
import { checkTarget } from './targets.ts'

/**
 * The only writer. What it appends has been held against the vocabulary (zod), the document (evidence) and the log
 * (targets of corrections); what does not fit is refused whole, and nothing of the append is recorded.
 */
export interface Recorder {
  /** `text` is the stored text of the stream's document, null for streams without one. */
  record(stream: string, drafts: readonly Draft[], options: RecordOptions): Promise<Recorded>
}

export interface RecordOptions {
  /** A person, or `extractor vi@1.2.0`. */
  readonly by: string
  readonly text: string | null
  readonly expectedRevision: ExpectedRevision
}

export interface Recorded {
  /** Position and revision of the last event. */
  readonly position: number
  readonly revision: number
  readonly events: readonly NewEvent[]
}

export const createRecorder = (store: EventStore, register: EventRegister): Recorder => ({
  async record(stream, drafts, { by, text, expectedRevision }) {
    assert(drafts.length > 0, 'nothing to record')
    if (by.trim() === '') throw new Fault('invalid-event', { attempted: `record into ${stream}`, found: 'nobody', expected: 'who says so' })
    const known = expectedRevision === 'no-stream' ? new Set<string>() : await idsOf(store, stream)
    const find = (id: string) => findEvent(store, id)
    const events: NewEvent[] = []
    for (const draft of drafts) {
      const definition = definitionOf(register, draft.type)
      const data = definition.parse(draft.data)
      const evidence = draft.evidence ?? []
      checkEvidence(definition, data, evidence, text)
      await checkTarget(definition, data, register, find)
      const id = freshId(known, stream, draft.type, evidence[0]?.start ?? '', data)
      known.add(id)
      events.push({
        type: draft.type,
        version: definition.version,
        id,
        by: draft.by ?? by,
        ...(draft.rule ? { rule: draft.rule } : {}),
        ...(draft.cause ? { cause: draft.cause } : {}),
        ...(draft.attribution ? { attribution: draft.attribution } : {}),
        ...(draft.doubt?.length ? { doubt: draft.doubt } : {}),
        data,
        evidence,
      })
    }
    const { position, revision } = await store.append(stream, events, { expectedRevision })
    return { position, revision, events }
  },
})

const definitionOf = (register: EventRegister, type: string): EventDefinition => {
  const definition = register.get(type)
  if (definition) return definition
  throw new Fault('unknown-event', { attempted: `record ${type}`, found: 'no such kind of event', expected: 'one of the vocabulary' })
}

/** The first id that the stream does not hold: equal claims of one document count up. */
const freshId = (known: ReadonlySet<string>, stream: string, type: string, anchor: string | number, data: unknown): string => {
  for (let equal = 0; ; equal++) {
    const id = eventId(stream, type, String(anchor), data, equal)
    if (!known.has(id)) return id
  }
}

const idsOf = async (store: EventStore, stream: string): Promise<Set<string>> => {
  const ids = new Set<string>()
  for await (const { id } of store.read({ stream }) as AsyncIterable<RecordedEvent>) ids.add(id)
  return ids
}

import { createHash } from 'node:crypto'
import { vocabulary } from '../../events/index.ts'
import type { NewEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { documentStream } from '../../src/kernel/ids.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

/** A ledger to write short stories in: every event is validated, gets its id, and is recorded a second after the last. */
export interface TestLedger {
  readonly store: EventStore
  /** Appends one event to a document (`a` … stands for its digest) or to `corrections`; answers its id. */
  say(where: string, type: string, data: object): Promise<string>
  /** Appends several at once. */
  sayAll(where: string, events: readonly [type: string, data: object][]): Promise<string[]>
}

/** Digest of the document that a letter or a word stands for. */
export const digestOfName = (name: string): string => createHash('sha256').update(name).digest('hex')
export const streamOf = (name: string): string => documentStream(digestOfName(name))
/** An engagement id in that document: `at('a', 'v', 130)`. */
export const at = (name: string, letter: 'v' | 'm' | 'f' | 'a' | 'r' | 'q', start: number): string =>
  `${digestOfName(name).slice(0, 12)}/${letter}@${start}`

export const testLedger = (store: EventStore = openMemoryStore({ now: ticking() })): TestLedger => {
  let count = 0
  const sayAll: TestLedger['sayAll'] = async (where, events) => {
    const stream = where === 'corrections' || where === 'identity' ? where : streamOf(where)
    const made = events.map(([type, data]): NewEvent => {
      const definition = vocabulary.get(type)
      if (!definition) throw new Error(`no event ${type}`)
      const parsed = definition.parse(data)
      return {
        type,
        version: definition.version,
        id: eventId(stream, type, String(count++), parsed, 0),
        by: where === 'corrections' ? 'Lan' : 'extractor vi@1.0.0',
        data: parsed,
        ...(definition.evidence === 'required' ? { rule: 'test/rule', evidence: [{ start: 0, end: 4, quote: 'test' }] } : {}),
      }
    })
    await store.append(stream, made, { expectedRevision: 'any' })
    return made.map(({ id }) => id)
  }
  return { store, sayAll, say: async (where, type, data) => (await sayAll(where, [[type, data]]))[0] as string }
}

/** A clock for tests: a second later at every look. */
export const ticking = (start = Date.UTC(2024, 0, 1)): (() => Date) => {
  let seconds = 0
  return () => new Date(start + 1_000 * seconds++)
}

const news = { narrative: 'news', scope: 'interstate' }
const basis = { rule: 'test/identity', says: 'a test says so' }

export const dung = { id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }
export const masimov = { id: 'karim-masimov.kz', name: 'Karim Masimov', office: 'Thủ tướng', role: 'head-of-government', country: 'KZ' }

export const visit = (id: string, more: object = {}) => ({ visit: id, visitors: [dung], host: 'KZ', kind: 'official', ...news, ...more })
export const meeting = (id: string, more: object = {}) => ({ meeting: id, participants: [dung, masimov], form: 'talks', ...news, ...more })
export const agreement = (id: string, more: object = {}) => ({
  agreement: id,
  instrument: 'documents',
  count: 7,
  countQualifier: 'exact',
  parties: ['KZ', 'VN'],
  ...news,
  ...more,
})
export const samePeople = (people: string[], gazetteer?: string) => ({ people, basis, ...(gazetteer ? { gazetteer } : {}) })
export const sameVisits = (...engagements: string[]) => ({ kind: 'visit', engagements, relation: 'same', basis })
export const partOf = (kind: string, ...engagements: string[]) => ({ kind, engagements, relation: 'part-of', basis })
export const derivedDate = (engagement: string, field: string, when: string) => ({ engagement, field, when, basis })
export const grouped = (...names: string[]) => ({ documents: names.map(streamOf), relation: 'wire-copy', basis })

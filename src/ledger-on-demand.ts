import type { DocumentArchive } from './documents/archive.ts'
import type { Input, Refusal } from './documents/document.ts'
import type { IngestOptions } from './intake/ingest-all.ts'
import type { Rooms } from './intake/rooms.ts'
import type { EventStore } from './store/event-store.ts'

/*
 * Verbs whose rooms are loaded when the first of them is called: whoever only reads needs no rules, no readers of
 * documents and no identity, and is answered sooner.
 */

/** Reads and extracts without a ledger: nothing is stored. */
export const extract = items(async () => (await import('./ledger-extract.ts')).extract)
/** The documents in files, folders and streams. */
export const inputsFrom = items(async () => (await import('./documents/inputs.ts')).inputsFrom)
/** The reading room as static pages. */
export const exportSite = items(async () => (await import('./exports/site.ts')).exportSite)
export const ingestAll = items(async () => {
  const [{ ingestAll }, { prepareOn }] = await Promise.all([import('./intake/ingest-all.ts'), import('./preparing.ts')])
  return (...[rooms, inputs, choice]: [() => Promise<Rooms>, AsyncIterable<Input | Refusal>, IngestOptions?]) =>
    ingestAll(rooms, prepareOn, inputs, choice)
})
export const reextractAndReconcile = items(async () => (await import('./intake/reextract.ts')).reextractAndReconcile)
export const importLog = items(async () => (await import('./exports/import-log.ts')).importLog)
export const exported = items(async () => (await import('./ledger-exports.ts')).exported)
/** Every format that a ledger can be written in. */
export const exportFormats = async () => (await import('./ledger-exports.ts')).exportFormats

/** A pattern of the rules, ready to be tried on texts. */
export const patternTrier = answer(async () => (await import('./ledger-trying.ts')).patternTrier)
export const why = answer(async () => (await import('./audit/why.ts')).why)
export const verifyAll = answer(async () => (await import('./audit/verify.ts')).verifyAll)
export const findingsApart = answer(async () => (await import('./ledger-findings-apart.ts')).findingsApart)
export const readDocument = answer(async () => (await import('./documents/reading.ts')).readDocument)
export const correctAndReconcile = answer(async () => (await import('./intake/preview.ts')).correctAndReconcile)
export const previewOf = answer(async () => (await import('./intake/preview.ts')).previewOf)
export const saysSame = answer(async () => (await import('./intake/reextract.ts')).saysSame)
export const withdraw = answer(async () => (await import('./intake/withdraw.ts')).withdraw)
export const restore = answer(async () => (await import('./intake/withdraw.ts')).restore)

/** The rooms that intake works with, set up once. */
export const roomsOf = (store: EventStore, archive: DocumentArchive): (() => Promise<Rooms>) => {
  let rooms: Promise<Rooms> | undefined
  return () => {
    rooms ??= import('./ledger-rooms.ts').then(({ loadRooms }) => loadRooms(store, archive))
    return rooms
  }
}

function items<Given extends unknown[], Item>(load: () => Promise<(...given: Given) => AsyncIterable<Item>>) {
  return async function* (...given: Given): AsyncGenerator<Item> {
    yield* (await load())(...given)
  }
}

function answer<Given extends unknown[], Answer>(load: () => Promise<(...given: Given) => Answer>) {
  return async (...given: Given): Promise<Awaited<Answer>> => await (await load())(...given)
}

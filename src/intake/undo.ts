import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore } from '../store/event-store.ts'

/** The stream of all human corrections. */
export const corrections = 'corrections'

/**
 * The person's newest correction that is in force and is no undo itself: what `undo` takes back next. An undo is a
 * retraction whose target lies in the stream of corrections.
 */
export const undoable = async (store: EventStore, by: string): Promise<RecordedEvent | undefined> => {
  const { mine, inForce, isUndo } = await readCorrections(store, by)
  return mine.find((event) => inForce(event) && !isUndo(event))
}

/** The person's newest undo that is in force, unless they corrected something since: what `redo` takes back. */
export const redoable = async (store: EventStore, by: string): Promise<RecordedEvent | undefined> => {
  const { mine, inForce, isUndo } = await readCorrections(store, by)
  const undo = mine.find((event) => inForce(event) && isUndo(event))
  const newer = mine.find((event) => inForce(event) && !isUndo(event))
  return undo && (!newer || newer.position < undo.position || isOlderThanUndone(newer, undo, mine)) ? undo : undefined
}

/** A correction that a redo brought back is newer in force, yet must not block the next redo. */
const isOlderThanUndone = (newer: RecordedEvent, undo: RecordedEvent, mine: readonly RecordedEvent[]): boolean => {
  const undone = mine.find(({ id }) => id === targetOf(undo))
  return undone !== undefined && newer.position < undone.position
}

const readCorrections = async (store: EventStore, by: string) => {
  const newestFirst: RecordedEvent[] = []
  for await (const event of store.read({ stream: corrections, backwards: true })) newestFirst.push(event)
  const ids = new Set(newestFirst.map(({ id }) => id))
  const retracted = new Set<string>()
  for (const event of newestFirst) {
    const target = targetOf(event)
    if (event.type === 'EventRetracted' && target && !retracted.has(event.id)) retracted.add(target)
  }
  return {
    mine: newestFirst.filter((event) => event.by === by),
    inForce: ({ id }: RecordedEvent) => !retracted.has(id),
    isUndo: (event: RecordedEvent) => event.type === 'EventRetracted' && ids.has(targetOf(event) ?? ''),
  }
}

const targetOf = (event: RecordedEvent): string | undefined => (event.data as { event?: string }).event

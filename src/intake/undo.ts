import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore } from '../store/event-store.ts'

/** The stream of all human corrections. */
export const corrections = 'corrections'

/** The events that `undo` retracts next: those of the person's newest correction that is in force, appended together. */
export const undoable = async (store: EventStore, by: string): Promise<readonly string[] | undefined> =>
  (await history(store, by)).done.at(-1)

/** The events that `redo` retracts next: those of the person's newest undo, unless they corrected something since. */
export const redoable = async (store: EventStore, by: string): Promise<readonly string[] | undefined> =>
  (await history(store, by)).undone.at(-1)?.undo

interface History {
  /** The person's corrections in force, oldest first, each with the ids of its events. */
  done: (readonly string[])[]
  /** Corrections taken back, with the retractions that did it, in the order of the undoing. */
  undone: { correction: readonly string[]; undo: readonly string[] }[]
}

/**
 * Two stacks, folded from the stream of corrections, one append at a time. Retracting all of a correction is an undo;
 * retracting all of an undo is a redo; anything else of the person's is a new correction, after which nothing can be
 * redone.
 */
const history = async (store: EventStore, by: string): Promise<History> => {
  const { done, undone }: History = { done: [], undone: [] }
  for await (const append of appendsIn(store)) {
    const ids = append.map(({ id }) => id)
    const targets = append.map(({ type, data }) => (type === 'EventRetracted' ? (data as { event: string }).event : ''))
    const undoneAt = undone.findIndex(({ undo }) => same(undo, targets))
    const doneAt = done.findIndex((correction) => same(correction, targets))
    const mine = append[0]?.by === by
    if (undoneAt >= 0) done.push(...undone.splice(undoneAt, 1).map(({ correction }) => correction))
    else if (doneAt >= 0) {
      const [correction] = done.splice(doneAt, 1) as [readonly string[]]
      if (mine) undone.push({ correction, undo: ids })
    } else if (mine) {
      done.push(ids)
      undone.length = 0
    }
  }
  return { done, undone }
}

async function* appendsIn(store: EventStore): AsyncGenerator<RecordedEvent[]> {
  let append: RecordedEvent[] = []
  for await (const event of store.read({ stream: corrections }) as AsyncIterable<RecordedEvent>) {
    append.push(event)
    if (event.more) continue
    yield append
    append = []
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id))

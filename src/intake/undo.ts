import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore } from '../store/event-store.ts'

/** The stream of all human corrections. */
export const corrections = 'corrections'

/** The event that `undo` retracts next: the person's newest correction that is in force. */
export const undoable = async (store: EventStore, by: string): Promise<string | undefined> => (await history(store, by)).done.at(-1)

/** The event that `redo` retracts next: the person's newest undo, unless they corrected something since. */
export const redoable = async (store: EventStore, by: string): Promise<string | undefined> => (await history(store, by)).undone.at(-1)?.undo

interface History {
  /** Ids of the person's corrections in force, oldest first. */
  done: string[]
  /** Corrections taken back, with the retraction that did it, in the order of the undoing. */
  undone: { correction: string; undo: string }[]
}

/**
 * Two stacks, folded from the stream of corrections. A retraction of a correction is an undo; a retraction of an undo
 * is a redo; anything else of the person's is a new correction, after which nothing can be redone.
 */
const history = async (store: EventStore, by: string): Promise<History> => {
  const { done, undone }: History = { done: [], undone: [] }
  for await (const event of store.read({ stream: corrections }) as AsyncIterable<RecordedEvent>) {
    const target = event.type === 'EventRetracted' ? (event.data as { event: string }).event : undefined
    const undoneAt = undone.findIndex(({ undo }) => undo === target)
    const doneAt = done.indexOf(target ?? '')
    if (undoneAt >= 0) done.push(...undone.splice(undoneAt, 1).map(({ correction }) => correction))
    else if (doneAt >= 0) {
      const [correction] = done.splice(doneAt, 1) as [string]
      if (event.by === by) undone.push({ correction, undo: event.id })
    } else if (event.by === by) {
      done.push(event.id)
      undone.length = 0
    }
  }
  return { done, undone }
}

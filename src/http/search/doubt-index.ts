import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Source } from '../frame/reading.ts'

/** Every event with a doubt, in the order of the log; kept, because the whole log is read for them. */
export interface DoubtIndex {
  /** Up to and including a position. */
  upTo(position: number): Promise<readonly RecordedEvent[]>
}

export const doubtIndex = (ledger: Pick<Source, 'store'>): DoubtIndex => {
  const found: RecordedEvent[] = []
  let seen = -1
  let turn: Promise<void> = Promise.resolve()
  const forward = async (position: number): Promise<void> => {
    if (position <= seen) return
    for await (const event of ledger.store.read({ from: seen + 1, to: position }) as AsyncIterable<RecordedEvent>) {
      if (event.doubt?.length) found.push(event)
      seen = event.position
    }
  }
  return {
    async upTo(position) {
      turn = turn.then(
        () => forward(position),
        () => forward(position),
      )
      await turn
      return found.filter((event) => event.position <= position)
    },
  }
}

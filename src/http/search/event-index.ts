import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Source } from '../frame/reading.ts'

/** Some events of the log in its order, such as all with a doubt; kept, because the whole log is read for them. */
export interface EventIndex {
  /** Up to and including a position. */
  upTo(position: number): Promise<readonly RecordedEvent[]>
}

/** Those that `keeps` keeps; with `types`, only these are looked at. */
export const eventIndex = (
  { store }: Pick<Source, 'store'>,
  keeps: (event: RecordedEvent) => boolean,
  types?: readonly string[],
): EventIndex => {
  const found: RecordedEvent[] = []
  let seen = -1
  let turn: Promise<void> = Promise.resolve()
  const forward = async (position: number): Promise<void> => {
    if (position <= seen) return
    const unseen = { from: seen + 1, to: position, ...(types ? { types } : {}) }
    for await (const event of store.read(unseen) as AsyncIterable<RecordedEvent>) {
      if (keeps(event)) found.push(event)
      seen = event.position
    }
    seen = position
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

/** Every event with a doubt. */
export const doubtIndex = (ledger: Pick<Source, 'store'>): EventIndex => eventIndex(ledger, ({ doubt = [] }) => doubt.length > 0)

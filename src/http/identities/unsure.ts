import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Reading } from '../frame/reading.ts'
import { decisionsAt } from '../rows/corrections.ts'

/** The ids that are named in events of which somebody said last that they are unsure. */
export const idsUnsure = async (reading: Reading): Promise<ReadonlySet<string>> => {
  const named = new Set<string>()
  for (const [id, { reviews, retraction }] of await decisionsAt(reading)) {
    if (retraction || (reviews.at(-1)?.data as { verdict?: string } | undefined)?.verdict !== 'unsure') continue
    for (const text of textsIn((await eventOf(reading, id))?.data)) named.add(text)
  }
  return named
}

const eventOf = async ({ ledger: { store } }: Reading, id: string): Promise<RecordedEvent | undefined> => {
  const position = await store.locate?.(id)
  if (position === undefined) return undefined
  for await (const event of store.read({ from: position, to: position }) as AsyncIterable<RecordedEvent>) return event
  return undefined
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

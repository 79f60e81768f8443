import type { NewEvent, RecordedEvent } from '../../src/kernel/envelope.ts'
import type { EventStore, ReadOptions } from '../../src/store/event-store.ts'

/** A plain event for tests of stores, which look into no data. */
export const note = (id: string, data: unknown = { text: 'Thủ tướng thăm hữu nghị.' }, type = 'NoteTaken'): NewEvent => ({
  type,
  version: 1,
  id,
  by: 'test',
  data,
  evidence: [{ start: 0, end: 9, quote: 'Thủ tướng' }],
})

/** `<prefix>0`, `<prefix>1` … */
export const notes = (prefix: string, count: number): NewEvent[] => Array.from({ length: count }, (_, number) => note(`${prefix}${number}`))

export const readAll = async (store: EventStore, options?: ReadOptions): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = []
  for await (const event of store.read(options)) events.push(event)
  return events
}

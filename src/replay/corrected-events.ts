import type { CorrectedEvent } from '../kernel/envelope.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { EventStore, ReadOptions } from '../store/event-store.ts'
import { correctorOf } from './corrected.ts'
import { readOverlay } from './overlay/overlay.ts'

/** The log as projections see it, with evidence: after retractions, amendments and merges, in the original order. */
export async function* correctedEvents(
  store: EventStore,
  register: EventRegister,
  options: ReadOptions = {},
): AsyncGenerator<CorrectedEvent> {
  const overlay = await readOverlay(store, register)
  const correct = correctorOf(register, overlay, { evidence: true })
  for await (const raw of store.read({ ...options, follow: false })) {
    const event = correct(raw)
    if (event) yield event
  }
}

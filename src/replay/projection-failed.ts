import type { CorrectedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'

/** A projection's own code threw: says at which event, and keeps what it threw as the cause. */
export const projectionFailed = (projection: { name: string; version: number }, event: CorrectedEvent, cause: unknown): Fault =>
  new Fault(
    'projection-failed',
    {
      attempted: `fold ${event.type} at position ${event.position} into ${projection.name}`,
      found: cause instanceof Error ? cause.message : String(cause),
      expected: 'a key and a handler that take every event of this kind',
      cure: `Let ${projection.name} handle it, or correct the event: chancery events --from ${event.position} --to ${event.position}`,
      projection: projection.name,
      version: projection.version,
      event: event.id,
      type: event.type,
      stream: event.stream,
      revision: event.revision,
      position: event.position,
    },
    cause,
  )

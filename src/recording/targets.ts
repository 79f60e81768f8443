import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventDefinition } from '../kernel/event.ts'
import { Fault } from '../kernel/fault.ts'
import type { EventRegister } from '../kernel/register.ts'

/**
 * A correction must aim at an event that is there, lower in the log; an amendment must have the shape of what it
 * amends. Corrections of earlier events of the same append are not possible: they have no position yet.
 * Faults: `no-such-event`, `invalid-correction`.
 */
export const checkTarget = async (
  definition: EventDefinition,
  data: unknown,
  register: EventRegister,
  find: (id: string) => Promise<RecordedEvent | undefined>,
): Promise<void> => {
  const id = targetOf(definition, data)
  if (id === null) return
  const attempted = `record ${definition.type}`
  const target = await find(id)
  if (!target)
    throw new Fault('no-such-event', { attempted, found: `no event ${id}`, expected: 'the id of an event in this ledger', event: id })
  if (definition.corrects !== 'amend') return
  const { of, data: amended } = data as { of: { type: string; version: number }; data: unknown }
  if (of.type !== target.type)
    throw new Fault('invalid-correction', {
      attempted,
      found: `data of ${of.type}`,
      expected: `data of ${target.type}, the kind of event ${id}`,
    })
  const shape = register.get(of.type)
  const version = shape?.versions[of.version - 1]
  if (!shape || !version)
    throw new Fault('invalid-correction', {
      attempted,
      found: `${of.type} version ${of.version}`,
      expected: 'a kind and version that is known',
    })
  if (shape.corrects)
    throw new Fault('invalid-correction', {
      attempted,
      found: `an amendment of ${of.type}`,
      expected: 'a claim',
      cure: 'Retract the correction and append another.',
    })
  const result = version.schema.safeParse(amended)
  if (!result.success)
    throw new Fault('invalid-correction', {
      attempted,
      found: result.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; '),
      expected: `data of ${of.type} version ${of.version}`,
    })
}

/** The id of the event that a correction or a review aims at, or null. */
const targetOf = (definition: EventDefinition, data: unknown): string | null =>
  definition.corrects === 'retract' || definition.corrects === 'amend' || (!definition.corrects && hasEvent(data))
    ? (data as { event: string }).event
    : null

const hasEvent = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && typeof (data as { event?: unknown }).event === 'string'

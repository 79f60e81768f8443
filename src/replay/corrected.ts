import type { CorrectedEvent, RecordedEvent } from '../kernel/envelope.ts'
import type { EventDefinition } from '../kernel/event.ts'
import { Fault } from '../kernel/fault.ts'
import { replaceIds } from '../kernel/identity-paths.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { Correction } from './overlay/in-force.ts'
import type { Overlay } from './overlay/overlay.ts'

/** An event as projections see it; undefined when it is retracted, a correction, or of a kind or version not known here. */
export type Corrector = (event: RecordedEvent) => CorrectedEvent | undefined

export const correctorOf = (register: EventRegister, overlay: Overlay, options: { evidence?: boolean } = {}): Corrector => {
  const engagements = new Map<EventDefinition, (data: unknown) => string | undefined>()
  const engagementIn = (definition: EventDefinition): ((data: unknown) => string | undefined) => {
    const known = engagements.get(definition)
    if (known) return known
    const reader = engagementReader(definition)
    engagements.set(definition, reader)
    return reader
  }
  const { has } = overlay

  return (raw) => {
    const definition = register.get(raw.type)
    if (definition === undefined || definition.corrects !== undefined || raw.version > definition.version) return undefined
    if (has.retractions && overlay.retractionOf(raw)) return undefined
    const amendment = has.amendments ? overlay.amendmentOf(raw) : undefined
    let data = amendment
      ? amendedData(amendment, raw, definition)
      : raw.version === definition.version
        ? raw.data
        : definition.upcast(raw.data, raw.version)
    if (has.identities)
      data = replaceIds(data, definition.ids, (id, identity) => (identity === 'document' ? id : overlay.canonical(id, raw.stream)))
    const engagement = has.facts ? engagementIn(definition)(data) : undefined
    const derived = engagement === undefined ? undefined : overlay.derivedOf(engagement)
    const partOf = engagement === undefined ? undefined : overlay.wholesOf(engagement)
    const event: { -readonly [Key in keyof CorrectedEvent]: CorrectedEvent[Key] } = {
      position: raw.position,
      type: raw.type,
      stream: raw.stream,
      revision: raw.revision,
      version: definition.version,
      id: raw.id,
      recorded: raw.recorded,
      data,
      source: has.sources ? overlay.sourceOf(raw.stream) : raw.stream,
    }
    if (options.evidence) event.evidence = raw.evidence ?? []
    if (amendment) event.amendedBy = amendment.event.id
    if (derived) event.derived = derived
    if (partOf) event.partOf = partOf
    return event
  }
}

const amendedData = ({ data, event }: Correction, raw: RecordedEvent, definition: EventDefinition): unknown => {
  if (data.of?.type === raw.type) return definition.upcast(data.data, data.of.version)
  throw new Fault('invalid-correction', {
    attempted: `amend the event at position ${raw.position}`,
    found: `the correction at position ${event.position} is for ${data.of?.type}`,
    expected: raw.type,
    cure: 'Retract that correction.',
    position: event.position,
  })
}

/** The engagement that an event is about: the first id in its shape that stands at the top and is no person's. */
const engagementReader = (definition: EventDefinition): ((data: unknown) => string | undefined) => {
  const place = definition.ids.find(({ path, identity }) => path.length === 1 && identity !== 'person' && identity !== 'document')?.path[0]
  return place === undefined ? () => undefined : (data) => (data as Record<string, string | undefined>)[place]
}

import type { CorrectedEvent, RecordedEvent } from '../kernel/envelope.ts'
import type { EventDefinition } from '../kernel/event.ts'
import { Fault } from '../kernel/fault.ts'
import { replaceIds } from '../kernel/identity-paths.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { Correction } from './overlay/in-force.ts'
import type { Overlay } from './overlay/overlay.ts'
import { someId } from './some-id.ts'

/** An event as projections see it; undefined when it is retracted, a correction, or of a kind or version not known here. */
export type Corrector = (event: RecordedEvent) => CorrectedEvent | undefined

export const correctorOf = (register: EventRegister, overlay: Overlay, options: { evidence?: boolean } = {}): Corrector => {
  const readings = new Map<string, Reading>()
  const readingOf = (type: string): Reading => {
    let reading = readings.get(type)
    if (reading === undefined) {
      reading = readingFor(register.get(type))
      readings.set(type, reading)
    }
    return reading
  }
  const { has } = overlay
  // The events of a document follow one another: rows keep its name once.
  let stream = ''

  return (raw) => {
    if (raw.stream !== stream) stream = raw.stream
    const { definition, hasId, engagementOf } = readingOf(raw.type)
    if (definition === undefined || raw.version > definition.version) return undefined
    const touched = overlay.isTouched(raw.id)
    if (touched && overlay.retractionOf(raw)) return undefined
    const amendment = touched ? overlay.amendmentOf(raw) : undefined
    let data = amendment
      ? amendedData(amendment, raw, definition)
      : raw.version === definition.version
        ? raw.data
        : definition.upcast(raw.data, raw.version)
    const own = has.facts ? engagementOf(data) : undefined
    if (has.identities && hasId(data, overlay.isMoved))
      data = replaceIds(data, definition.ids, (id, identity) => (identity === 'document' ? id : overlay.canonical(id, raw.stream)))
    const engagement = has.facts ? engagementOf(data) : undefined
    const derived = engagement === undefined ? undefined : overlay.derivedOf(engagement, own)
    const partOf = engagement === undefined ? undefined : overlay.wholesOf(engagement)
    const event: { -readonly [Key in keyof CorrectedEvent]: CorrectedEvent[Key] } = {
      position: raw.position,
      type: raw.type,
      stream,
      revision: raw.revision,
      version: definition.version,
      id: raw.id,
      recorded: raw.recorded,
      data,
      source: has.sources ? overlay.sourceOf(stream) : stream,
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

/** What is known about the shape of a kind of event. */
interface Reading {
  /** Undefined for kinds that projections do not see: unknown ones, corrections and links. */
  readonly definition: EventDefinition | undefined
  /** Whether some id in the data passes a test. */
  readonly hasId: (data: unknown, test: (id: string) => boolean) => boolean
  /** The engagement that an event is about: the first id that stands at the top of its data and is no person's. */
  readonly engagementOf: (data: unknown) => string | undefined
}

const readingFor = (definition: EventDefinition | undefined): Reading => {
  if (definition === undefined || definition.corrects !== undefined)
    return { definition: undefined, hasId: () => false, engagementOf: () => undefined }
  const place = definition.ids.find(({ path, identity }) => path.length === 1 && identity !== 'person' && identity !== 'document')?.path[0]
  return {
    definition,
    hasId: someId(definition.ids.map(({ path }) => path)),
    engagementOf: place === undefined ? () => undefined : (data) => (data as Record<string, string | undefined>)[place],
  }
}

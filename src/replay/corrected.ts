import type { CorrectedEvent, RecordedEvent } from '../kernel/envelope.ts'
import type { EventDefinition } from '../kernel/event.ts'
import { Fault } from '../kernel/fault.ts'
import { replaceIds } from '../kernel/identity-paths.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { BareEvent } from '../store/event-store.ts'
import type { Correction } from './overlay/in-force.ts'
import type { Overlay } from './overlay/overlay.ts'

/** An event of the log; its evidence is there where it is asked for. */
export type Uncorrected = BareEvent & Pick<RecordedEvent, 'evidence'>

/** An event as projections see it; undefined when it is retracted, a correction, or of a kind or version not known here. */
export interface Corrector {
  (event: Uncorrected): CorrectedEvent | undefined
  /** The same for events of one type: what is known about the type is looked up once. */
  forType(type: string): (event: Uncorrected) => CorrectedEvent | undefined
}

export const correctorOf = (register: EventRegister, overlay: Overlay, options: { evidence?: boolean } = {}): Corrector => {
  const { has } = overlay
  const byType = new Map<string, ReturnType<Corrector['forType']>>()
  // The events of a document follow one another: rows keep its name once.
  let stream = ''
  const canonical = (id: string, identity: string): string => (identity === 'document' ? id : overlay.canonical(id, stream))

  const forType: Corrector['forType'] = (type) => {
    const known = byType.get(type)
    if (known) return known
    const definition = register.get(type)
    const correct = definition === undefined || definition.corrects !== undefined ? () => undefined : correcting(definition)
    byType.set(type, correct)
    return correct
  }

  const correcting = (definition: EventDefinition): ReturnType<Corrector['forType']> => {
    const engagementOf = engagementIn(definition)
    return (raw) => {
      if (raw.version > definition.version) return undefined
      if (raw.stream !== stream) stream = raw.stream
      const touched = has.targets && overlay.isTouched(raw.id)
      if (touched && overlay.retractionOf(raw)) return undefined
      const amendment = touched ? overlay.amendmentOf(raw) : undefined
      let data = amendment
        ? amendedData(amendment, raw, definition)
        : raw.version === definition.version
          ? raw.data
          : definition.upcast(raw.data, raw.version)
      const own = has.facts ? engagementOf(data) : undefined
      if (has.identities) data = replaceIds(data, definition.ids, canonical)
      const event: { -readonly [Key in keyof CorrectedEvent]: CorrectedEvent[Key] } = {
        position: raw.position,
        type: definition.type,
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
      const engagement = has.facts ? engagementOf(data) : undefined
      if (engagement !== undefined && overlay.mayHaveFacts(engagement)) {
        const derived = overlay.derivedOf(engagement, own)
        const partOf = overlay.wholesOf(engagement)
        if (derived) event.derived = derived
        if (partOf) event.partOf = partOf
      }
      return event
    }
  }

  return Object.assign((raw: Uncorrected) => forType(raw.type)(raw), { forType })
}

const amendedData = ({ data, event }: Correction, raw: Uncorrected, definition: EventDefinition): unknown => {
  if (data.of?.type === raw.type) return definition.upcast(data.data, data.of.version)
  throw new Fault('invalid-correction', {
    attempted: `amend the event at position ${raw.position}`,
    found: `the correction at position ${event.position} is for ${data.of?.type}`,
    expected: raw.type,
    cure: 'Retract that correction.',
    position: event.position,
  })
}

/** The engagement that an event is about: the first id that stands at the top of its data and is no person's. */
const engagementIn = ({ ids }: EventDefinition): ((data: unknown) => string | undefined) => {
  const place = ids.find(({ path, identity }) => path.length === 1 && identity !== 'person' && identity !== 'document')?.path[0]
  return place === undefined ? () => undefined : (data) => (data as Record<string, string | undefined>)[place]
}

import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Corrects, EventDefinition } from '../../kernel/event.ts'
import { Fault } from '../../kernel/fault.ts'
import type { EventRegister } from '../../kernel/register.ts'
import { createShelf } from './shelf.ts'
import { createSieve } from './sieve.ts'

/** A correction or a link, with the data it has after its own amendments. */
export interface Correction {
  readonly event: RecordedEvent
  readonly definition: EventDefinition
  readonly corrects: Corrects
  readonly data: CorrectionData
}

/** What corrections and links may hold, as far as replay reads them; their schemas say which. */
export interface CorrectionData {
  readonly event?: string
  readonly of?: { readonly type: string; readonly version: number }
  readonly data?: unknown
  readonly relation?: string
  readonly gazetteer?: string
  readonly documents?: readonly string[]
  readonly as?: string
  readonly engagement?: string
  readonly field?: string
  readonly when?: string
}

/** What a link does, and how it is undone. */
export interface Effects {
  begin(correction: Correction): void
  end(correction: Correction): void
}

/** Which corrections are in force: each, unless a later one in force retracts it. */
export interface InForce {
  /** In the order of the log. Faults: `unknown-correction`. */
  add(event: RecordedEvent): void
  /** The retraction in force of an event, if there is one. */
  retractionOf(event: { id: string; position: number }): Correction | undefined
  /** The amendment in force of an event: the latest one. */
  amendmentOf(event: { id: string; position: number }): Correction | undefined
  get(id: string): Correction | undefined
  /** Whether any correction, in force or not, names the event: most events need no further look. */
  isTouched(id: string): boolean
  /** Whether any correction names any event. */
  readonly hasTargets: boolean
  /** Every retraction and amendment of an event, in order, those that were taken back too. */
  touching(id: string): { event: RecordedEvent; inForce: boolean }[]
  /** Ids of events that were retracted, restored or amended since the last call. */
  takeTargets(): Set<string>
}

interface Known {
  readonly event: RecordedEvent
  readonly definition: EventDefinition
  readonly corrects: Corrects
  /** Set while it is in force. */
  active: Correction | undefined
}

/**
 * Every correction targets what came before it, so a new one can only switch those before it off or on, each of them
 * again those before it: what results is the same as resolving all of them from the tip backwards.
 */
export const createInForce = (register: EventRegister, effects: Effects): InForce => {
  const known = new Map<string, Known>()
  const retracting = new Map<string, Correction[]>()
  const amending = new Map<string, Correction[]>()
  const touching = createShelf<Known>()
  const touched = createSieve()
  let targets = new Set<string>()

  const latest = (list: Correction[] | undefined, target: { position: number }): Correction | undefined =>
    list?.reduce<Correction | undefined>(
      (last, next) => (next.event.position > Math.max(target.position, last?.event.position ?? -1) ? next : last),
      undefined,
    )
  const dataOf = ({ event, definition }: Known): CorrectionData => {
    const amendment = latest(amending.get(event.id), event)
    const { data, version } = amendment
      ? { data: amendment.data.data, version: amendment.data.of?.version ?? 1 }
      : { data: event.data, version: event.version }
    return definition.upcast(data, version) as CorrectionData
  }

  const turn = (first: Known, on: boolean): void => {
    const steps: [Known, boolean][] = [[first, on]]
    for (let step = steps.pop(); step; step = steps.pop()) {
      const [entry, wanted] = step
      if (wanted === (entry.active !== undefined)) continue
      const correction = entry.active ?? { event: entry.event, definition: entry.definition, corrects: entry.corrects, data: dataOf(entry) }
      entry.active = wanted ? correction : undefined
      if (entry.corrects !== 'retract' && entry.corrects !== 'amend') {
        if (wanted) effects.begin(correction)
        else effects.end(correction)
        continue
      }
      const target = correction.data.event ?? ''
      const list = entry.corrects === 'retract' ? retracting : amending
      const others = (list.get(target) ?? []).filter((other) => other !== correction)
      list.set(target, wanted ? [...others, correction] : others)
      targets.add(target)
      const before = known.get(target)
      if (!before || before.event.position >= entry.event.position) continue
      // The last pushed is done first: off with the old data, then on with the new, unless it is retracted.
      steps.push([before, latest(retracting.get(target), before.event) === undefined])
      if (entry.corrects === 'amend') steps.push([before, false])
    }
  }

  return {
    add(event) {
      const definition = register.get(event.type)
      if (!definition?.corrects) return
      refuseNewer(event, definition, register)
      const entry: Known = { event, definition, corrects: definition.corrects, active: undefined }
      known.set(event.id, entry)
      const { event: target } = event.data as CorrectionData
      if (target !== undefined) {
        touching.put(target, entry)
        touched.add(target)
      }
      turn(entry, true)
    },
    retractionOf: (event) => latest(retracting.get(event.id), event),
    amendmentOf: (event) => latest(amending.get(event.id), event),
    get: (id) => known.get(id)?.active,
    isTouched: (id) => touched.mayHold(id) && touching.has(id),
    get hasTargets() {
      return touching.size > 0
    },
    touching: (id) => Array.from(touching.at(id), ({ event, active }) => ({ event, inForce: active !== undefined })),
    takeTargets() {
      const taken = targets
      targets = new Set()
      return taken
    },
  }
}

/** A correction that this program cannot read might undo anything: going on would show rows that are wrong. */
const refuseNewer = (event: RecordedEvent, definition: EventDefinition, register: EventRegister): void => {
  const { of } = event.data as CorrectionData
  const amended = definition.corrects === 'amend' && of ? register.get(of.type) : undefined
  const [what, found, newest] =
    event.version > definition.version
      ? [event.type, event.version, definition.version]
      : [of?.type, of?.version ?? 0, amended?.version ?? Number.POSITIVE_INFINITY]
  if (found <= newest) return
  throw new Fault('unknown-correction', {
    attempted: `apply the correction at position ${event.position}`,
    found: `version ${found} of ${what}`,
    expected: `a version up to ${newest}`,
    cure: 'Upgrade chancery to read this ledger.',
    position: event.position,
    stream: event.stream,
    event: event.id,
  })
}

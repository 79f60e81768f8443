import type { z } from 'zod'
import type { CorrectedEvent } from './envelope.ts'
import type { DataOf, EventDefinition } from './event.ts'
import { Fault } from './fault.ts'

/** What a projection reads: definitions under their own names. */
export type Reads = Readonly<Record<string, EventDefinition>>

/** The event of a definition, as handlers see it. */
export type EventOf<Definition> = Definition extends EventDefinition<infer Type, infer Data> ? CorrectedEvent<Type, Data> : never

/** Which row an event touches: one key, several, or none. Any string is a harmless key. */
export type Keys = string | readonly string[] | null | undefined

/**
 * A view: events folded into rows. A handler sees its row, its event and the row's key, nothing else, so the events
 * of a row are its lineage. It only mutates the row: no return value, no clock, no lookup, no `original` and no
 * `current` of immer; the same recipe runs on plain private rows in a rebuild and on immer drafts live.
 * A row may not depend on position where the world has an order of its own.
 */
export interface Projection<Row = unknown, Events extends Reads = Reads> {
  /** Plural noun, kebab-case: the name of the view. */
  readonly name: string
  /** Raise it when the row or a handler changes: the view is rebuilt. */
  readonly version: number
  /** One sentence for people who list the views. */
  readonly says?: string
  /** What a key is, for people: `country pair, codes sorted: KZ-VN`. */
  readonly keyed?: string
  /** The shape of one row; `row.parse({})` is the empty row. */
  readonly row: z.ZodType<Row>
  readonly events: Events
  /** `['evidence']` when a handler reads quotes; replay is faster without. */
  readonly needs?: readonly 'evidence'[]
  /** Kinds of ids on which keys and rows depend: links of others are no concern of this view. All kinds by default. */
  readonly heeds?: readonly string[]
  /** For rows in which many things stand side by side: lets a live view mend one of them without folding all the others. */
  readonly entries?: Entries<NoInfer<Row>>
  readonly key: { readonly [Name in keyof Events]: (event: EventOf<Events[Name]>) => Keys }
  readonly on: { readonly [Name in keyof Events]: (row: Row, event: EventOf<Events[Name]>, key: string) => void }
}

/**
 * What stands side by side in a row, each told by events of its own. When a link changes what is said of some entries
 * and every event stays in its row, a live view drops these and tells their events again, in order. What the events
 * say of the row beyond their entry stays, so that telling them again must change nothing of it.
 */
export interface Entries<Row> {
  /** The canonical id of the thing that the event tells of. */
  readonly of: (event: CorrectedEvent) => string
  /** Takes out of the row what stands there of an entry; it may not be there. */
  readonly drop: (row: Row, entry: string) => void
}

/** Any projection, when rows and events do not matter. */
export interface AnyProjection {
  readonly name: string
  readonly version: number
  readonly says?: string
  readonly keyed?: string
  readonly row: z.ZodType
  readonly events: Readonly<Record<string, EventDefinition>>
  readonly needs?: readonly 'evidence'[]
  readonly heeds?: readonly string[]
  readonly entries?: Entries<never>
  readonly key: Readonly<Record<string, (event: CorrectedEvent) => Keys>>
  readonly on: Readonly<Record<string, (row: never, event: CorrectedEvent, key: string) => void>>
}

/** Checks a projection when it is defined, so that a slip of the pen shows at start-up and not at event 900,000. */
export const defineProjection = <Schema extends z.ZodType, const Events extends Record<string, EventDefinition>>(definition: {
  name: string
  version: number
  says?: string
  keyed?: string
  row: Schema
  events: Events
  needs?: readonly 'evidence'[]
  heeds?: readonly string[]
  entries?: Entries<z.output<Schema>>
  key: { [Name in keyof Events]: (event: EventOf<Events[Name]>) => Keys }
  on: { [Name in keyof Events]: (row: z.output<Schema>, event: EventOf<Events[Name]>, key: string) => void }
}): Projection<z.output<Schema>, Events> & AnyProjection => {
  const trouble = whatIsWrong(definition as unknown as AnyProjection)
  if (trouble) throw new Fault('invalid-projection', { attempted: `define the projection ${definition.name}`, ...trouble })
  return definition as never
}

/** Null when the definition can run. Also used on projections that come from outside, in plain JavaScript. */
export const whatIsWrong = (projection: AnyProjection): { found: string; expected: string } | null => {
  const { name, version, row, events, key, on } = projection
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return { found: `the name ${JSON.stringify(name)}`, expected: 'a kebab-case noun' }
  if (!Number.isInteger(version) || version < 1) return { found: `version ${version}`, expected: 'a whole number from 1' }
  const empty = row.safeParse({})
  if (!empty.success)
    return { found: `a row without defaults: ${empty.error.issues[0]?.path.join('/')}`, expected: 'row.parse({}) to be the empty row' }
  for (const [as, definition] of Object.entries(events)) {
    if (definition.type !== as) return { found: `${definition.type} under the name ${as}`, expected: 'events under their own names' }
    if (typeof key[as] !== 'function') return { found: `no key for ${as}`, expected: 'a key for every event' }
    if (typeof on[as] !== 'function') return { found: `no handler for ${as}`, expected: 'a handler for every event' }
  }
  for (const as of [...Object.keys(on), ...Object.keys(key)])
    if (!Object.hasOwn(events, as)) return { found: `a handler for ${as}`, expected: 'handlers only for events that it reads' }
  return null
}

/** Type-level: the row of a projection. */
export type RowOf<P> = P extends { row: z.ZodType<infer Row> } ? Row : never
export type { DataOf }

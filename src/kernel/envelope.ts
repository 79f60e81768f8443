import type { Evidence } from './span.ts'

/**
 * What a writer hands to a store. The store adds `position`, `stream`, `revision`, `recorded` and `more`.
 * `Data` has been validated by whoever writes (`src/recording`): a store never looks into it.
 */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type
  /** Version of the schema of `data`, from 1. */
  readonly version: number
  /** UUID v5 (`ids.ts`); an id occurs once in a ledger. */
  readonly id: string
  /** Who says so: a person, or `extractor vi@1.2.0`. */
  readonly by: string
  /** The rule that produced the claim: `vi/visit/official`. */
  readonly rule?: string
  /** Id of the event that this one follows from. */
  readonly cause?: string
  /** Whom the document credits with the report: `TTXVN`. */
  readonly attribution?: string
  /** Finding codes: how sure we are not. */
  readonly doubt?: readonly string[]
  readonly data: Data
  readonly evidence?: readonly Evidence[]
}

/** An event as it lies in the log. */
export interface RecordedEvent<Type extends string = string, Data = unknown> extends NewEvent<Type, Data> {
  /** Global, from 0, without gaps. */
  readonly position: number
  readonly stream: string
  /** In its stream, from 0, without gaps. */
  readonly revision: number
  /** UTC instant, ISO 8601 with milliseconds; never less than the one before. */
  readonly recorded: string
  /** On every event of an append but the last: a reader stops before an append that is not whole. */
  readonly more?: true
}

/**
 * An event as projections see it, after corrections and links: upcast to its newest version, amended data in place,
 * every id its canonical member. `evidence` is there only for definitions that say `needs: ['evidence']`.
 */
export interface CorrectedEvent<Type extends string = string, Data = unknown> {
  readonly position: number
  readonly type: Type
  readonly stream: string
  readonly revision: number
  readonly version: number
  readonly id: string
  readonly recorded: string
  readonly data: Data
  readonly evidence?: readonly Evidence[]
  /** The stream that stands for this document's group: wire copies and equal texts are one source. */
  readonly source: string
  /** Id of the event that amended this one. */
  readonly amendedBy?: string
  /** Dates inferred for this event's engagement, by field: shown as derived, never mixed into `data`. */
  readonly derived?: Readonly<Record<string, Derived>>
  /** The engagements of which this event's engagement is a part, canonical ids. */
  readonly partOf?: readonly string[]
}

export interface Derived {
  /** EDTF. */
  readonly when: string
  /** Id of the `DateDerived` event. */
  readonly by: string
}

/** The longest stored line, in bytes of UTF-8, without its LF (C2SP tlog-tiles entry bundles: uint16 length). */
export const longestLine = 65_535

/** The stored line of an event, without LF: keys in the fixed order of the contract. These bytes are hashed. */
export const lineOf = (event: RecordedEvent): string =>
  JSON.stringify({
    position: event.position,
    type: event.type,
    stream: event.stream,
    revision: event.revision,
    version: event.version,
    id: event.id,
    recorded: event.recorded,
    by: event.by,
    rule: event.rule,
    cause: event.cause,
    attribution: event.attribution,
    doubt: event.doubt?.length ? event.doubt : undefined,
    more: event.more,
    data: event.data,
    evidence: event.evidence ?? [],
  })

import type { z } from 'zod'
import { Fault } from './fault.ts'
import { type IdentityPath, identityPaths } from './identity-paths.ts'

/** What an event of this kind does to other events, when it is a correction or a link. Replay knows no event by name. */
export type Corrects =
  /** `data.event` names an event that no longer counts. */
  | 'retract'
  /** `data.event` names an event, `data.data` is its new data, `data.of` the shape of it. */
  | 'amend'
  /** A list of ids in `data` stands for one and the same, or for parts of the last (`data.relation`). */
  | 'merge'
  /** Two ids in `data` must never be the same. */
  | 'separate'
  /** `data.engagement` gets a date (`data.when`) for `data.field` that no document states. */
  | 'derive'
  /** `data.documents` are one source. */
  | 'group'

/** Claims must show their evidence; links and corrections have none; some facts about documents may have it. */
export type EvidenceNeed = 'required' | 'optional' | 'none'

export interface EventVersion {
  readonly version: number
  /** Why the shape had to change; absent in the first version. */
  readonly because?: string
  readonly schema: z.ZodType
  readonly example: unknown
  /** From the data of the version before. Pure. */
  readonly from?: (previous: never) => unknown
}

export interface EventDefinition<Type extends string = string, Data = unknown> {
  readonly type: Type
  /** One sentence: what an event of this kind asserts. */
  readonly says: string
  readonly evidence: EvidenceNeed
  readonly corrects?: Corrects
  /** The newest version; published ones are appended to, never edited. */
  readonly version: number
  readonly versions: readonly EventVersion[]
  /** Schema of the newest version. */
  readonly schema: z.ZodType<Data>
  /** An example of the newest version. */
  readonly example: Data
  /** Validates data of the newest version. Throws `invalid-event`, with every path that is wrong. */
  parse(data: unknown): Data
  /** Brings data of any published version to the newest shape. Validates nothing: that happened at append. */
  upcast(data: unknown, version: number): Data
  /** Where ids stand in the newest shape: what links rewrite. */
  readonly ids: readonly IdentityPath[]
}

/** A definition that can still grow a version. */
export interface GrowingEventDefinition<Type extends string, Data> extends EventDefinition<Type, Data> {
  /**
   * Appends a version. `from` takes the data before and must return every key of the new shape (absent optional ones
   * as `undefined`) and none beyond: a forgotten key is a compile error.
   */
  next<Schema extends z.ZodType, Result extends Whole<z.output<Schema>>>(version: {
    because: string
    data: Schema
    from: (previous: Data) => Result & NoneBeyond<Result, z.output<Schema>>
    example: z.output<Schema>
  }): GrowingEventDefinition<Type, z.output<Schema>>
}

/** Every key of T is there; an optional one may hold `undefined`. */
type Whole<T> = { [Key in keyof Required<T>]: T[Key] }
type NoneBeyond<Result, T> = { [Key in Exclude<keyof Result, keyof T>]: never }

/** The data that a definition validates. */
export type DataOf<Definition> = Definition extends EventDefinition<string, infer Data> ? Data : never

/** The first version of a kind of event. `npm run check` holds its shape against the lock of published shapes. */
export const defineEvent = <const Type extends string, Schema extends z.ZodType>(first: {
  /** Past tense, PascalCase. */
  type: Type
  says: string
  /** Defaults to `required`, and to `none` for what corrects. */
  evidence?: EvidenceNeed
  corrects?: Corrects
  data: Schema
  example: z.output<Schema>
}): GrowingEventDefinition<Type, z.output<Schema>> =>
  grow(
    {
      type: first.type,
      says: first.says,
      evidence: first.evidence ?? (first.corrects ? 'none' : 'required'),
      ...(first.corrects ? { corrects: first.corrects } : {}),
    },
    [{ version: 1, schema: first.data, example: first.example }],
  )

type Fixed<Type> = { type: Type; says: string; evidence: EvidenceNeed; corrects?: Corrects }

const grow = <Type extends string, Data>(fixed: Fixed<Type>, versions: readonly EventVersion[]): GrowingEventDefinition<Type, Data> => {
  const newest = versions[versions.length - 1] as EventVersion
  const schema = newest.schema as z.ZodType<Data>
  let ids: readonly IdentityPath[] | undefined
  return {
    ...fixed,
    version: newest.version,
    versions,
    schema,
    example: newest.example as Data,
    get ids() {
      ids ??= identityPaths(schema)
      return ids
    },
    parse(data) {
      const result = schema.safeParse(data)
      if (result.success) return result.data
      throw new Fault(
        'invalid-event',
        { attempted: `read data of ${fixed.type} version ${newest.version}`, found: issuesOf(result.error), issues: result.error.issues },
        result.error,
      )
    },
    upcast(data, version) {
      if (version > newest.version || version < 1)
        throw new Fault('unknown-event', {
          attempted: `upcast ${fixed.type}`,
          found: `version ${version}`,
          expected: `a version from 1 to ${newest.version}`,
          cure: 'Upgrade chancery to read this ledger.',
        })
      let current = data
      for (let next = version; next < newest.version; next++) {
        const upcaster = (versions[next] as EventVersion).from as (previous: unknown) => unknown
        current = upcaster(current)
      }
      return current as Data
    },
    next({ because, data, from, example }) {
      return grow(fixed, [...versions, { version: newest.version + 1, because, schema: data, from: from as never, example }])
    },
  }
}

const issuesOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.length ? `/${path.join('/')}` : 'data'}: ${message}`)
    .join('; ')

/** A flag as a command declares it; what it means for people stands in `words/`, under the same name. */
export interface FlagSpec {
  /** Placeholder of its value, `POSITION|TIME`; without one (and without `oneOf`) the flag is yes or no. */
  readonly takes?: string
  readonly oneOf?: readonly string[]
  /** May be given more than once. */
  readonly many?: true
  /** A whole number from 0. */
  readonly number?: true
}

export type FlagSpecs = Readonly<Record<string, FlagSpec>>

/** What a handler gets: absent flags are undefined, repeated ones an array. */
export type FlagsOf<Specs extends FlagSpecs> = { readonly [Name in keyof Specs]?: ValueOf<Specs[Name]> }
type ValueOf<Spec> = Spec extends { many: true } ? readonly One<Spec>[] : One<Spec>
type One<Spec> = Spec extends { number: true }
  ? number
  : Spec extends { oneOf: readonly (infer Choice)[] }
    ? Choice
    : Spec extends { takes: string }
      ? string
      : boolean

/** Done, not found or different, usage, fault. */
export type ExitCode = 0 | 1 | 2 | 3

/** What a command takes and understands, for whoever scans, describes or completes it. */
export interface CommandSpec<Specs extends FlagSpecs = FlagSpecs> {
  /** `why`, or two words: `correct retract`. */
  readonly name: string
  /** In order: `view`, `[key]` may be absent, `path...` one or more, `[view...]` any number. */
  readonly takes?: readonly string[]
  readonly flags?: Specs
  /** Whole command lines, shown in the help page in this order. */
  readonly examples: readonly string[]
  /** What comes after the positionals' names for shells to complete: views, commands, files (the default). */
  readonly completes?: 'views' | 'commands' | 'nothing'
}

/** Understood by every command. */
export const everywhere = {
  ledger: { takes: 'DIR' },
  projections: { takes: 'DIR', many: true },
  config: { takes: 'FILE' },
  format: { oneOf: ['table', 'json', 'ndjson', 'csv', 'markdown'] },
  json: {},
  quiet: {},
  lang: { oneOf: ['en', 'vi'] },
  pager: {},
  color: {},
} as const satisfies FlagSpecs

export type Everywhere = FlagsOf<typeof everywhere>

/** A flag as it is typed: `asOf` → `--as-of`. */
export const spelled = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

import {
  AliasNotFoundError,
  buildApplication,
  buildCommand,
  FlagNotFoundError,
  run,
  text_en,
  UnexpectedFlagError,
  UnsatisfiedFlagError,
} from '@stricli/core'
import { type CommandSpec, everywhere, type FlagSpec, type FlagSpecs, spelled } from './spec.ts'
import { suggest } from './suggest.ts'
import { Usage } from './usage.ts'
import type { Words } from './words/words.ts'

/** A command line, understood. */
export interface Scanned {
  readonly flags: Readonly<Record<string, unknown>>
  readonly args: readonly string[]
}

/**
 * Reads the words after a command's name. `@stricli/core` scans them (values after `=` or a blank, `--no-…`, `--`);
 * what a word may be is checked here, because refusals are told in our own shape. Throws `Usage`.
 */
export const scan = async (command: CommandSpec, argv: readonly string[], words: Words): Promise<Scanned> => {
  const specs: FlagSpecs = { ...command.flags, ...everywhere }
  let scanned: Scanned | undefined
  let trouble: unknown
  const silent = { write: () => {} }
  const application = buildApplication(
    buildCommand({
      docs: { brief: '' },
      parameters: {
        flags: Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, parameterOf(spec)])) as never,
        positional: { kind: 'array', parameter: { brief: '', parse: String, placeholder: 'word' } },
      },
      func: (flags: Record<string, unknown>, ...args: string[]) => {
        scanned = { flags, args }
      },
    }),
    {
      name: 'chancery',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      localization: {
        text: {
          ...text_en,
          exceptionWhileParsingArguments(error) {
            trouble = error
            return ''
          },
        },
      },
    },
  )
  await run(application, argv, { process: { stdout: silent, stderr: silent } })
  if (!scanned) throw usageOf(command, specs, trouble, words)
  checkArguments(command, scanned.args, words)
  return { flags: checkFlags(command, specs, scanned.flags, words), args: scanned.args }
}

const parameterOf = ({ takes, oneOf, many }: FlagSpec): object =>
  takes || oneOf
    ? { kind: 'parsed', parse: String, brief: '', optional: true, ...(many ? { variadic: true } : {}) }
    : { kind: 'boolean', brief: '', optional: true }

const usageOf = (command: CommandSpec, specs: FlagSpecs, trouble: unknown, { usage }: Words): Usage => {
  const facts = { attempted: usage.run(command.name), cure: usage.seeHelp(command.name) }
  if (trouble instanceof FlagNotFoundError || trouble instanceof AliasNotFoundError) {
    const flag = `${trouble instanceof AliasNotFoundError ? '-' : '--'}${trouble.input.replace(/^-+/, '')}`
    const near = suggest(flag, Object.keys(specs).map(spelled))
    return new Usage('unknown-flag', {
      ...facts,
      found: usage.noFlag(flag),
      ...(near.length ? { cure: `${usage.didYouMean(near.join(` ${usage.or} `))} ${facts.cure}` } : {}),
    })
  }
  if (trouble instanceof UnsatisfiedFlagError)
    return new Usage('missing-argument', { ...facts, found: usage.noValue(spelled(trouble.externalFlagName)) })
  if (trouble instanceof UnexpectedFlagError)
    return new Usage('unexpected-argument', { ...facts, found: usage.twice(spelled(trouble.externalFlagName)) })
  return new Usage('invalid-value', { ...facts, found: trouble instanceof Error ? trouble.message : usage.senseless })
}

const checkArguments = ({ name, takes = [], completes }: CommandSpec, args: readonly string[], { usage }: Words): void => {
  const facts = { attempted: usage.run(name), cure: usage.seeHelp(name) }
  const missing = takes.filter((taken) => !taken.startsWith('['))[args.length]
  if (missing) {
    const views = completes === 'views' && ['view', 'name'].includes(bare(missing)) ? { cure: usage.list('chancery views') } : {}
    throw new Usage('missing-argument', { ...facts, found: usage.missing(bare(missing)), ...views })
  }
  const extra = args[takes.length]
  if (extra === undefined || takes.some((taken) => taken.includes('...'))) return
  const expected = takes.length ? usage.atMost(takes.map(bare).join(', ')) : usage.nothingAfter
  throw new Usage('unexpected-argument', { ...facts, found: usage.extra(extra), expected })
}

/** `[view...]` → `view`. */
const bare = (taken: string): string => taken.replace(/[[\].]/g, '')

const checkFlags = (command: CommandSpec, specs: FlagSpecs, flags: Scanned['flags'], words: Words): Record<string, unknown> => {
  const checked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(flags)) {
    if (value === undefined) continue
    const check = (each: unknown): unknown => checkValue(command, name, specs[name], each, words)
    checked[name] = Array.isArray(value) ? value.map(check) : check(value)
  }
  return checked
}

const checkValue = (command: CommandSpec, name: string, spec: FlagSpec | undefined, value: unknown, { usage }: Words): unknown => {
  const wrong = (expected: string, cure?: string): Usage =>
    new Usage('invalid-value', {
      attempted: usage.run(command.name),
      found: usage.value(spelled(name), String(value)),
      expected,
      ...(cure ? { cure } : {}),
    })
  if (spec?.number) {
    if (!/^\d{1,15}$/.test(String(value))) throw wrong(usage.wholeNumber)
    return Number(value)
  }
  if (spec?.oneOf && !spec.oneOf.includes(String(value))) {
    const near = suggest(String(value), spec.oneOf)
    throw wrong(usage.oneOf(spec.oneOf.join(', ')), near.length ? usage.didYouMean(near.join(` ${usage.or} `)) : undefined)
  }
  return value
}

import { everywhere, type FlagSpecs } from './spec.ts'

/** A command line before anything is looked up. */
export interface Line {
  /** The word that should be a command, and what stands behind it, unchanged. */
  readonly first: string | undefined
  readonly rest: readonly string[]
  readonly help: boolean
  readonly version: boolean
  /** Needed before the line is understood: errors must already be told in the right language and shape. */
  readonly lang: string | undefined
  readonly ledger: string | undefined
  readonly json: boolean
}

/** Flags that hold everywhere may stand before the command: they are moved behind it. */
export const lineOf = (argv: readonly string[]): Line => {
  const leading: string[] = []
  let at = 0
  for (; at < argv.length && (argv[at] as string).startsWith('-') && argv[at] !== '--'; at++) {
    leading.push(argv[at] as string)
    const spec = (everywhere as FlagSpecs)[(argv[at] as string).slice(2)]
    if ((spec?.takes || spec?.oneOf) && at + 1 < argv.length) leading.push(argv[++at] as string)
  }
  const end = argv.indexOf('--')
  const flags = argv.slice(0, end < 0 ? undefined : end)
  const given = (flag: string): string | undefined =>
    flags.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) ??
    (flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined)
  const behind = argv.slice(at + 1)
  const inner = behind.indexOf('--')
  return {
    first: argv[at],
    rest: inner < 0 ? [...behind, ...leading] : [...behind.slice(0, inner), ...leading, ...behind.slice(inner)],
    help: flags.includes('--help') || flags.includes('-h'),
    version: flags.includes('--version') || flags.includes('-V'),
    lang: given('--lang'),
    ledger: given('--ledger'),
    json: flags.includes('--json') || /^n?djson$|^json$/.test(given('--format') ?? ''),
  }
}

import { type CommandSpec, everywhere, type FlagSpec, type FlagSpecs, spelled } from '../spec.ts'
import { columns } from '../text/columns.ts'
import { wrap } from '../text/wrap.ts'
import type { Words } from '../words/words.ts'

/** The help of one command: what it does, how it is typed, lines that run as they stand, every flag. Prose no wider than reads well. */
export const page = (command: CommandSpec, words: Words, width = widest): string => {
  const { brief, says, examples } = words.commands[command.name as keyof Words['commands']]
  const { help } = words
  const usage = ['chancery', command.name, ...(command.takes ?? []).map(placeholder)].join(' ')
  const own = Object.entries(command.flags ?? {})
  return [
    `chancery ${command.name}: ${brief}`,
    '',
    ...wrap(says, Math.min(width, widest)),
    '',
    `${help.usage}: ${usage}`,
    '',
    help.examples,
    ...command.examples.flatMap((line, i) => [`  # ${examples[i] ?? ''}`, `  ${line}`]),
    ...(own.length
      ? ['', help.flags, ...columns(own.map(([name, spec]) => [flagUsage(name, spec), flagBrief(words, command.name, name)]))]
      : []),
    '',
    help.everywhere,
    ...columns([
      ...Object.entries(everywhere as FlagSpecs).map(([name, spec]): [string, string] => [
        flagUsage(name, spec),
        flagBrief(words, '', name),
      ]),
      ['--help', words.flags.help],
    ]),
  ].join('\n')
}

const widest = 100

/** `path...` → `<path…>`, `[key]` stays. */
const placeholder = (taken: string): string => (taken.startsWith('[') ? taken.replace('...', '…') : `<${taken.replace('...', '…')}>`)

const flagUsage = (name: string, { takes, oneOf }: FlagSpec): string =>
  `${spelled(name)}${oneOf ? ` ${oneOf.join('|')}` : takes ? ` ${takes}` : ''}`

const flagBrief = ({ flags }: Words, command: string, name: string): string => {
  const briefs: Readonly<Record<string, string>> = flags
  return briefs[`${command}.${name}`] ?? briefs[name] ?? ''
}

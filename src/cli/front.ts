import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Io } from './io.ts'
import { type CommandName, type families, groups } from './names.ts'
import { columns } from './text/columns.ts'
import type { Words } from './words/words.ts'

/**
 * What `chancery` alone and `chancery --help` print. Loads words and names, and nothing else: no ledger, no reader,
 * no parser of arguments.
 */

/** No arguments: where we are, and three commands that run. Six lines at most. */
export const welcome = ({ front }: Words, io: Pick<Io, 'env' | 'cwd'>, ledger: string | undefined): string => {
  const folder = ledger ?? (io.env.CHANCERY_LEDGER || './ledger')
  const there = existsSync(join(resolve(io.cwd, folder), 'log'))
  const next: [string, string][] = there
    ? [
        ['chancery views', front.next.views],
        ['chancery doubts', front.next.doubts],
        ['chancery help analyst', front.next.help],
      ]
    : [
        ['chancery demo', front.next.demo],
        ['chancery ingest .', front.next.ingest],
        ['chancery help analyst', front.next.help],
      ]
  return [there ? front.ledger(folder) : front.noLedger(folder), ...columns(next)].join('\n')
}

/** Every command, in groups, with what it is for. */
export const overview = (words: Words): string => {
  const lines = [words.front.title, '', words.front.usage]
  for (const [group, names] of Object.entries(groups))
    lines.push(
      '',
      words.groups[group as keyof typeof groups],
      ...columns(names.map((name) => [name, name === 'correct' ? words.families.correct : words.commands[name].brief])),
    )
  return [...lines, '', words.front.more].join('\n')
}

/** The commands of a family: `chancery correct --help`. */
export const familyPage = (words: Words, family: (typeof families)[number], members: readonly CommandName[]): string =>
  [
    `chancery ${family}: ${words.families[family]}`,
    '',
    words.help.commands,
    ...columns(members.map((name) => [name, words.commands[name].brief])),
    '',
    words.usage.seeHelp(`${members[0]}`),
  ].join('\n')

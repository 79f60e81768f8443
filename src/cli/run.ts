import { type Line, lineOf } from './argv.ts'
import type { Command } from './command.ts'
import type { Io } from './io.ts'
import { commandNames, families, isCommandName, membersOf } from './names.ts'
import { registry } from './registry.ts'
import type { ExitCode } from './spec.ts'
import { languageOf, type Words, wordsFor } from './words/words.ts'

/**
 * Runs one command line and answers its exit code: 0 done, 1 not found, refused or different, 2 usage, 3 fault.
 * Never throws, never ends the process. What is not needed for this line is not loaded.
 */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const line = lineOf(argv)
  const words = await wordsFor(languageOf(line.lang, io.env))
  try {
    if (line.version) return await answer(io, (await import('./version.ts')).version())
    if (line.first === undefined) {
      const { overview, welcome } = await import('./front.ts')
      return await answer(io, line.help ? overview(words) : welcome(words, io, line.ledger))
    }
    return await dispatch(line.first, line, io, words)
  } catch (error) {
    const { exitCodeOf, inWords, troubleOf } = await import('./trouble.ts')
    const trouble = troubleOf(error, words)
    if (io.env.CHANCERY_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`)
    io.stderr.write(
      `${line.json ? JSON.stringify(trouble) : await fitting(inWords(trouble, words), io.isTty.stderr ? io.columns : null)}\n`,
    )
    return exitCodeOf(error)
  }
}

const answer = async (io: Io, text: string): Promise<ExitCode> => {
  io.stdout.on('error', () => {})
  io.stdout.write(`${await fitting(text, io.isTty.stdout ? io.columns : null)}\n`)
  return 0
}

/** Broken to the width of a terminal; nothing is loaded for what fits. */
const fitting = async (text: string, columns: number | null): Promise<string> =>
  columns === null || text.split('\n').every((line) => line.length <= columns)
    ? text
    : (await import('./text/reflow.ts')).reflow(text, columns)

const dispatch = async (first: string, { rest, help }: Line, io: Io, words: Words): Promise<ExitCode> => {
  const [second = ''] = rest
  const family = families.find((name) => name === first)
  const two = `${first} ${second}`
  const name = [two, first].find(isCommandName)
  if (!name && family && (second === '' || second.startsWith('-'))) {
    const page = (await import('./front.ts')).familyPage(words, family, membersOf(family))
    if (help) return answer(io, page)
    io.stderr.write(`${await fitting(`${words.usage.family(family)}\n\n${page}`, io.isTty.stderr ? io.columns : null)}\n`)
    return 2
  }
  if (!name) throw await unknownCommand(family ? two : first, words)
  const command: Command = await registry[name]()
  if (help) return answer(io, (await import('./help/page.ts')).page(command, words, io.isTty.stdout ? io.columns : undefined))
  return perform(command, name === two ? rest.slice(1) : rest, io, words)
}

/** Scans, opens what is needed, runs, and closes it again whatever happened. */
const perform = async (command: Command, argv: readonly string[], io: Io, words: Words): Promise<ExitCode> => {
  const [{ scan }, { contextOf }] = await Promise.all([import('./scan.ts'), import('./context.ts')])
  const { flags, args } = await scan(command, argv, words)
  const context = await contextOf(io, flags, { run, commandNamed: (name) => registry[name]() })
  try {
    return (await command.run(context, flags as never, args)) ?? 0
  } catch (error) {
    if (context.out.closed) return 0
    throw error
  } finally {
    await context.close()
  }
}

const unknownCommand = async (word: string, words: Words) => {
  const [{ suggest }, { Usage }] = await Promise.all([import('./suggest.ts'), import('./usage.ts')])
  const near = suggest(word, [...commandNames, ...families])
  return new Usage('unknown-command', {
    attempted: words.usage.understand(word),
    found: words.usage.noCommand,
    cure: near.length ? words.usage.didYouMean(near.map((name) => `chancery ${name}`).join(` ${words.usage.or} `)) : words.usage.seeAll,
  })
}

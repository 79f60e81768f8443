import { type Hall, loadHall } from './hall.ts'
import type { Io } from './io.ts'
import type { CommandName } from './names.ts'
import { type Out, outOf } from './out.ts'
import { type Paint, paintFor } from './paint.ts'
import { readConfig, type Settings, settingsOf } from './settings.ts'
import type { CommandSpec, Everywhere, ExitCode } from './spec.ts'
import { languageOf, type Words, wordsFor } from './words/words.ts'

export type Ledger = Awaited<ReturnType<Hall['openLedger']>>

/** What a command works with. */
export interface Context {
  readonly io: Io
  readonly out: Out
  readonly paint: Paint
  readonly words: Words
  readonly settings: Settings
  /** The library. Loaded at the first call. */
  hall(): Promise<Hall>
  /** The ledger, opened once and closed when the command ends. Read-only unless told otherwise. */
  ledger(options?: { write?: boolean }): Promise<Ledger>
  /** Another command line, as if it had been typed: the demo is made of them. */
  run(argv: readonly string[], io: Io): Promise<ExitCode>
  /** Another command, to tell about it. */
  commandNamed(name: CommandName): Promise<CommandSpec>
  close(): Promise<void>
}

export const contextOf = async (io: Io, flags: Everywhere, others: Pick<Context, 'run' | 'commandNamed'>): Promise<Context> => {
  const config = await readConfig(io, flags.config)
  const settings = settingsOf(io, flags, config)
  const words = await wordsFor(languageOf(flags.lang, io.env, config.lang))
  const out = outOf(io, settings.quiet)
  const hall = io.hall ?? loadHall
  let opened: Promise<Ledger> | undefined
  const open = async (write: boolean): Promise<Ledger> => {
    const { openLedger } = await hall()
    const { loadProjections } = await import('./projections/load.ts')
    const { projections, broken } = await loadProjections(settings.projections)
    for (const { file, why } of broken) out.tell(words.projections.broken(file, why))
    const ledger = await openLedger(settings.location, { readOnly: !write, now: io.now, projections })
    for (const { says } of ledger.findings) out.say(says)
    return ledger
  }
  return {
    ...others,
    io,
    out,
    paint: await paintFor(io, flags.color),
    words,
    settings,
    hall,
    ledger: ({ write = false } = {}) => (opened ??= open(write)),
    async close() {
      out.release()
      const ledger = await opened?.catch(() => undefined)
      await ledger?.close()
    },
  }
}

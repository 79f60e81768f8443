import type { Context } from './context.ts'
import type { CommandSpec, ExitCode, FlagSpecs, FlagsOf } from './spec.ts'

/** A command: what it takes, what it understands, examples that run as they stand, and what it does. */
export interface Command<Specs extends FlagSpecs = FlagSpecs> extends CommandSpec<Specs> {
  run(context: Context, flags: FlagsOf<Specs>, args: readonly string[]): Promise<ExitCode | undefined>
}

/** Keeps the flags' types together with the handler. */
export const defineCommand = <const Specs extends FlagSpecs>(command: Command<Specs>): Command => command as unknown as Command

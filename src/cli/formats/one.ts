import type { Context } from '../context.ts'
import { reflow } from '../text/reflow.ts'

/** One thing: JSON when programs ask, words otherwise. */
export const printOne = async ({ out, io, settings }: Context, thing: unknown, words: () => string | Promise<string>): Promise<void> => {
  if (settings.format === 'json') return out.print(JSON.stringify(thing, null, 2))
  if (settings.format === 'ndjson') return out.print(JSON.stringify(thing))
  const told = await words()
  return out.print(io.isTty.stdout ? reflow(told, io.columns) : told)
}

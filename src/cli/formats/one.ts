import type { Context } from '../context.ts'

/** One thing: JSON when programs ask, words otherwise. */
export const printOne = async (context: Context, thing: unknown, words: () => string | Promise<string>): Promise<void> => {
  const { format } = context.settings
  if (format === 'json') return context.out.print(JSON.stringify(thing, null, 2))
  if (format === 'ndjson') return context.out.print(JSON.stringify(thing))
  return context.out.print(await words())
}

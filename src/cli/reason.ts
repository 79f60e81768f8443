import type { Context } from './context.ts'
import { Usage } from './usage.ts'

/** Who says so, and why: every correction records both. */
export interface Reason {
  readonly because: string
  readonly by: string
}

/** `--because` is required, `--by` usual: the environment's user. Throws `Usage`. */
export const reasonOf = (context: Context, command: string, flags: { readonly because?: string; readonly by?: string }): Reason => {
  const { usage } = context.words
  const because = flags.because?.trim()
  if (!because) throw new Usage('missing-argument', { attempted: usage.run(command), found: usage.because, cure: usage.becauseCure })
  return { because, by: whoOf(context, command, flags) }
}

export const whoOf = ({ settings, words: { usage } }: Context, command: string, flags: { readonly by?: string }): string => {
  const by = flags.by ?? settings.by
  if (by) return by
  throw new Usage('missing-argument', { attempted: usage.run(command), found: usage.noName, cure: usage.noNameCure })
}

/** The flags of a command that needs a reason. */
export const reasonFlags = { because: { takes: 'TEXT' }, by: { takes: 'NAME' } } as const

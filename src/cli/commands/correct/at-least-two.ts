import { Usage } from '../../usage.ts'
import type { Words } from '../../words/words.ts'

/** One thing cannot be joined with itself. Throws `Usage`. */
export const atLeastTwo = ({ usage }: Words, command: string, ids: readonly string[]): void => {
  if (new Set(ids).size < 2)
    throw new Usage('missing-argument', { attempted: usage.run(command), found: usage.onlyOne, cure: usage.seeHelp(command) })
}

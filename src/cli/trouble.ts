import { Fault, type FaultFacts } from '../kernel/fault.ts'
import type { ExitCode } from './spec.ts'
import { Usage } from './usage.ts'
import { reworded } from './words/reworded.ts'
import type { Words } from './words/words.ts'

/** The one shape of an error, on stderr: in words, or with `--json` as JSON. Codes are stable; words are not. */
export interface Trouble extends FaultFacts {
  readonly code: string
}

/** Whatever was thrown, in the one shape. What is no fault is a mistake of ours and says so. */
export const troubleOf = (error: unknown, words: Words): Trouble => {
  if (error instanceof Fault || error instanceof Usage) return error.toJSON()
  const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { code: 'internal', attempted: 'finish the command', found: `${words.errors.internal}: ${found}`, cure: words.errors.internalCure }
}

/**
 * `couldn't …: …, expected …`, the cure on a line of its own. Where a part is not worded in the language, what its code
 * means stands above, so that nobody is left with a foreign sentence alone.
 */
export const inWords = (trouble: Trouble, words: Words): string => {
  const { couldnt, expected, cure, faults, sentences } = words.errors
  let isWhole = true
  const worded = (sentence: string): string => {
    const found = reworded(sentence, sentences)
    isWhole &&= found !== null
    return found ?? sentence
  }
  const sentence = `${couldnt} ${worded(trouble.attempted)}: ${worded(trouble.found)}${trouble.expected ? `, ${expected} ${worded(trouble.expected)}` : ''}`
  const remedy = trouble.cure ? [`${cure}: ${worded(trouble.cure)}`] : []
  const meaning = faults[trouble.code]
  return [...(meaning && !isWhole ? [meaning] : []), sentence, ...remedy].join('\n  ')
}

/** Not found 1, wrong question 2, everything else 3. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (error instanceof Usage) return 2
  if (!(error instanceof Fault)) return 3
  if (error.code.startsWith('no-such-')) return 1
  return error.code === 'invalid-input' || error.code === 'invalid-correction' ? 2 : 3
}

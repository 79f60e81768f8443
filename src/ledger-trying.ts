import { matchAt } from './extraction/match.ts'
import { patternOf } from './extraction/pattern.ts'
import { Fault } from './kernel/fault.ts'
import { loadExtractor } from './preparing.ts'

/** Where a pattern fits a text, and what its named elements took. Offsets are those of the text. */
export interface PatternMatch {
  readonly start: number
  readonly end: number
  readonly slots: Readonly<Record<string, string>>
}

/**
 * A pattern in the notation of the rules (`src/extraction/pattern.ts`), ready to be tried on texts. At most so many
 * places a text are told. Faults: `invalid-input` for a pattern without one anchor.
 */
export const patternTrier = async (pattern: string): Promise<(text: string, published?: string) => PatternMatch[]> => {
  const compiled = compile(pattern)
  const names = [...pattern.matchAll(/(?:^|\s)([a-z]\w*):/g)].map(([, name]) => name as string)
  const extractor = await loadExtractor()
  return (text, published) => {
    const { document, view } = extractor.read(text, { sha256: '0'.repeat(64), ...(published ? { published } : {}) })
    const found: PatternMatch[] = []
    for (const { items } of document.sentences)
      for (let at = 0; at < items.length && found.length < most; at++) {
        const match = matchAt(items, at, compiled)
        const [first, last] = [items[match?.from ?? -1], items[(match?.to ?? 0) - 1]]
        if (!match || !first || !last) continue
        const slots = names.map(
          (name) =>
            [
              name,
              match
                .slot(name)
                .map(({ text }) => text)
                .join(' '),
            ] as const,
        )
        found.push({ start: view.raw(first.start), end: view.raw(last.end), slots: Object.fromEntries(slots.filter(([, taken]) => taken)) })
      }
    return found
  }
}

const most = 1_000

const compile = (pattern: string) => {
  try {
    return patternOf(pattern)
  } catch (error) {
    throw new Fault(
      'invalid-input',
      {
        attempted: `read the pattern ${pattern}`,
        found: (error as Error).message,
        expected: 'elements in the order of the sentence, one of them marked with !',
        cure: 'Run: chancery help patterns',
      },
      error,
    )
  }
}

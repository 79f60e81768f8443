import type { DocumentArchive } from '../documents/archive.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { isFault } from '../kernel/fault.ts'
import { digestOf } from '../kernel/ids.ts'
import type { Evidence } from '../kernel/span.ts'
import { sentenceAround } from './sentence-around.ts'

/** Whether the document's text can be shown: it may be withdrawn, missing here, or not what was stored. */
export type TextState = 'there' | 'withdrawn' | 'missing' | 'altered' | 'none'

/** A quote with the sentence that it stands in; offsets in UTF-16 units of the stored text. */
export interface Quoted extends Evidence {
  /** Null when the text cannot be shown. */
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string } | null
}

/** The quotes of an event, each within its sentence. The quotes themselves are in the log, whatever became of the text. */
export const quotesOf = async (
  archive: DocumentArchive,
  { stream, evidence = [] }: RecordedEvent,
): Promise<{ sha256: string | null; text: TextState; quotes: Quoted[] }> => {
  const sha256 = digestOf(stream)
  if (sha256 === null) return { sha256, text: 'none', quotes: evidence.map((quote) => ({ ...quote, sentence: null })) }
  const { state, text } = await textOf(archive, sha256)
  return {
    sha256,
    text: state,
    quotes: evidence.map((quote) => ({ ...quote, sentence: text === null ? null : sentenceAround(text, quote) })),
  }
}

const textOf = async (archive: DocumentArchive, sha256: string): Promise<{ state: TextState; text: string | null }> => {
  try {
    return { state: 'there', text: await archive.text(sha256) }
  } catch (error) {
    if (isFault(error, 'text-withdrawn')) return { state: 'withdrawn', text: null }
    if (isFault(error, 'no-such-document')) return { state: 'missing', text: null }
    if (isFault(error, 'corrupt-log')) return { state: 'altered', text: null }
    throw error
  }
}

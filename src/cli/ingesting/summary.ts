import { columns } from '../text/columns.ts'
import { visible } from '../text/visible.ts'
import { fitted, widthOf } from '../text/width.ts'
import { wrap } from '../text/wrap.ts'
import type { Words } from '../words/words.ts'

/** What became of one document, as far as the summary tells it. */
export interface DocumentLine {
  readonly stream: string
  readonly name: string
  readonly events: Readonly<Record<string, number>>
  /** Doubts of its claims, by code. */
  readonly doubts: Readonly<Record<string, number>>
  readonly uncoded: number
}

/** Beyond so many documents, their lines say less than their sum. */
const most = 12

/** A line a document when they are few, one for all of them when they are many. */
export const documentLines = (documents: readonly DocumentLine[], words: Words, width: number): string[] => {
  if (documents.length === 0) return []
  if (documents.length > most)
    return wrap(`${words.ingest.totals}: ${claimsInWords(sumOf(documents), words)}`, width - 2).map((line) => `  ${line}`)
  const named = columns(documents.map(({ stream, name }) => [stream.replace(/^document\//, '').slice(0, 12), visible(name)]))
  const longest = Math.max(...named.map(widthOf))
  return documents.map((document, i) => {
    const remarks = [doubtsInWords(document.doubts, words), document.uncoded ? words.ingest.uncoded(document.uncoded) : ''].filter(Boolean)
    const name = named[i] as string
    return fitted(`${name}${' '.repeat(longest - widthOf(name))}  ${[claimsInWords(document, words), ...remarks].join('   ')}`, width)
  })
}

/** `visits 2 · meetings 5 · signings 1`. */
const claimsInWords = ({ events }: Pick<DocumentLine, 'events'>, { counted, ingest }: Words): string =>
  Object.keys(counted)
    .filter((type) => events[type])
    .map((type) => `${counted[type]} ${events[type]}`)
    .join(' · ') || ingest.noClaims

const doubtsInWords = (doubts: DocumentLine['doubts'], { findings }: Words): string =>
  Object.entries(doubts)
    .map(([code, times]) => `${findings[code] ?? visible(code)}${times > 1 ? ` ×${times}` : ''}`)
    .join(' · ')

const sumOf = (documents: readonly DocumentLine[]): Pick<DocumentLine, 'events'> => {
  const events: Record<string, number> = {}
  for (const document of documents) for (const [type, count] of Object.entries(document.events)) events[type] = (events[type] ?? 0) + count
  return { events }
}

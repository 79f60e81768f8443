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
  if (documents.length > most) {
    const all = sumOf(documents)
    const told = [`${words.ingest.totals}: ${claimsInWords(all, words)}`, `${words.ingest.doubts}: ${doubtsInWords(all.doubts, words)}`]
    return told.slice(0, Object.keys(all.doubts).length > 0 ? 2 : 1).flatMap((line) => inLines(line, width - 2))
  }
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

/** Broken between items, never between a thing and its number. */
const inLines = (line: string, width: number): string[] =>
  wrap(line.replaceAll(' · ', '·').replaceAll(' ', '\u00a0').replaceAll('·', '\u00a0· '), width).map(
    (part) => `  ${part.replaceAll('\u00a0', ' ')}`,
  )

const doubtsInWords = (doubts: DocumentLine['doubts'], { findings }: Words): string =>
  Object.entries(doubts)
    .map(([code, times]) => `${findings[code] ?? visible(code)}${times > 1 ? ` ×${times}` : ''}`)
    .join(' · ')

const sumOf = (documents: readonly DocumentLine[]): Pick<DocumentLine, 'events' | 'doubts'> => ({
  events: summed(documents.map(({ events }) => events)),
  doubts: Object.fromEntries(Object.entries(summed(documents.map(({ doubts }) => doubts))).sort(([, a], [, b]) => b - a)),
})

const summed = (counts: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const each of counts) for (const [name, count] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

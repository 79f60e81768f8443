import { digestOf, foldText } from '../../kernel/ids.ts'
import type { Source } from '../frame/reading.ts'
import { foldWithMap, placesOf } from './fold.ts'

/** Folded texts take memory; beyond so many UTF-16 units only the newest documents are searched whole, and pages say so. */
const mostUnits = 64 * 1024 * 1024

export interface Passage {
  readonly sha256: string
  readonly start: number
  readonly end: number
  /** Some words around it, which start at `at` in the stored text. */
  readonly around: string
  readonly at: number
  /** Written exactly as it was typed. */
  readonly exact: boolean
  /** How often the document has it. */
  readonly times: number
}

export interface TextIndex {
  /** Goes on reading texts up to the tip, in the background; resolves when all are read, or after a moment. */
  refresh(patienceMs?: number): Promise<void>
  /** Texts that wait to be read, and texts that had to be left out. */
  readonly waiting: number
  readonly partial: boolean
  /** Documents that hold the words, exact spellings first, then those that have them more often; only those that `isThere` at the point of the log. */
  find(query: string, most: number, isThere?: (sha256: string) => boolean): Promise<{ passages: Passage[]; documents: number }>
}

/** Texts without spelling, scanned. Four million characters take some milliseconds; spans come from the stored text. */
export const textIndex = (ledger: Source): TextIndex => {
  const folded = new Map<string, string>()
  let units = 0
  let seen = -1
  let turn: Promise<void> = Promise.resolve()
  const index: TextIndex & { partial: boolean; waiting: number } = {
    partial: false,
    waiting: 0,
    refresh(patienceMs = 300) {
      turn = turn.then(forward, forward)
      return Promise.race([turn, new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref())])
    },
    async find(query, most, isThere = () => true) {
      const wanted = foldText(query).replace(/\s+/g, ' ').trim()
      if (wanted === '') return { passages: [], documents: 0 }
      const hits = [...folded].filter(([sha256, text]) => isThere(sha256) && text.includes(wanted)).map(([sha256]) => sha256)
      const passages: Passage[] = []
      for (const sha256 of hits.slice(0, mostRead))
        passages.push(...(await passagesIn(ledger, sha256, query, wanted, folded.get(sha256) ?? '')))
      passages.sort((a, b) => Number(b.exact) - Number(a.exact) || b.times - a.times || (a.sha256 < b.sha256 ? -1 : 1))
      return { passages: passages.slice(0, most), documents: hits.length }
    },
  }
  const forward = async (): Promise<void> => {
    const tip = await ledger.tip()
    if (tip <= seen) return
    const types = ['DocumentRegistered', 'DocumentWithdrawn', 'DocumentRestored']
    const gone = new Set<string>()
    const fresh = new Set<string>()
    for await (const { stream, type } of ledger.store.read({ from: seen + 1, to: tip, types })) {
      const sha256 = digestOf(stream)
      if (sha256 === null) continue
      if (type === 'DocumentWithdrawn') gone.add(sha256)
      else gone.delete(sha256)
      fresh.add(sha256)
    }
    seen = tip
    for (const sha256 of gone) units -= drop(sha256)
    const order = [...fresh].reverse()
    for (const [at, sha256] of order.entries()) {
      index.waiting = order.length - at
      if (gone.has(sha256) || folded.has(sha256)) continue
      if (units > mostUnits) {
        index.partial = true
        break
      }
      const text = await textOf(ledger, sha256)
      const plain = await foldedInPieces(text)
      folded.set(sha256, plain)
      units += plain.length
    }
    index.waiting = 0
  }
  const drop = (sha256: string): number => {
    const size = folded.get(sha256)?.length ?? 0
    folded.delete(sha256)
    return size
  }
  return index
}

/** Piece by piece, so that a text of ten million units holds up nobody; only a pair of surrogates must not be cut. */
const foldedInPieces = async (text: string): Promise<string> => {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    let end = start + piece
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] as string)) end++
    pieces.push(foldText(text.slice(start, end)))
    start = end
    if (start < text.length) await new Promise((resolve) => setImmediate(resolve))
  }
  return pieces.join('').replace(/\s+/g, ' ')
}
const piece = 200_000

/** Texts that are read for one answer. */
const mostRead = 40
const reach = 60

const passagesIn = async (ledger: Source, sha256: string, query: string, wanted: string, plain: string): Promise<Passage[]> => {
  const text = await textOf(ledger, sha256)
  const places = text.length > longText ? placeNear(wanted, text, plain) : placesOf(wanted, foldWithMap(text))
  const typed = query.trim().normalize('NFC').toLowerCase()
  const isExact = ({ start, end }: { start: number; end: number }) => text.slice(start, end).normalize('NFC').toLowerCase() === typed
  const best = places.find(isExact) ?? places[0]
  if (!best) return []
  const at = Math.max(0, best.start - reach)
  return [
    {
      sha256,
      ...best,
      at,
      around: text.slice(at, best.end + reach),
      exact: isExact(best),
      times: text.length > longText ? timesIn(plain, wanted) : places.length,
    },
  ]
}

/** A longer text is not folded with a map as a whole: a map costs far more than a look. */
const longText = 200_000
const stretch = 20_000

/** The words near the place where the folded text has them, looked for outwards from there. */
const placeNear = (wanted: string, text: string, plain: string): { start: number; end: number }[] => {
  const guess = Math.floor((plain.indexOf(wanted) / plain.length) * text.length - stretch / 2)
  for (let distance = 0; distance < text.length + stretch; distance += stretch)
    for (const begin of new Set([guess - distance, guess + distance])) {
      const from = Math.max(0, begin)
      if (begin + stretch < 0 || from >= text.length) continue
      // Further than the stretch, so that words across its end are found too.
      const [place] = placesOf(wanted, foldWithMap(text.slice(from, begin + stretch + 10 * wanted.length)), 1)
      if (place) return [{ start: from + place.start, end: from + place.end }]
    }
  return []
}

const timesIn = (text: string, words: string): number => {
  let times = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) times++
  return times
}

/** A text that is gone is not found; that is no failure of a search. */
const textOf = (ledger: Source, sha256: string): Promise<string> => ledger.archive.text(sha256).catch(() => '')

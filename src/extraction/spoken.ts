import type { PlaceMention } from '../kernel/reading.ts'
import type { ReadDocument } from './document.ts'

/** The two countries that a document speaks of most, sorted. */
export const pairSpokenOf = (document: ReadDocument): readonly string[] | null => {
  const known = pairs.get(document)
  if (known !== undefined) return known
  const pair = count(document)
  pairs.set(document, pair)
  return pair
}

/** Asked for again and again, and as long as the document. */
const pairs = new WeakMap<ReadDocument, readonly string[] | null>()

const count = (document: ReadDocument): readonly string[] | null => {
  const counts = new Map<string, number>()
  for (const { items } of document.sentences)
    for (const item of items) {
      if (item.kind !== 'country') continue
      const { country, type } = item.value as PlaceMention
      if (type === 'country') counts.set(country, (counts.get(country) ?? 0) + 1)
    }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2)
  return most.length === 2 ? most.map(([country]) => country).sort() : null
}

import { foldText } from '../kernel/ids.ts'
import type { Fingerprint } from './document.ts'

/** Words of a shingle. */
const width = 5
/** How many of the least hashes are kept: the estimate of what two texts share is good to a few per cent. */
const kept = 128

/**
 * What is needed of a text to know near-identical ones: the least hashes of its five-word shingles (a bottom-k sketch,
 * Broder 1997), spelling, punctuation and spacing aside.
 */
export const fingerprintOf = (text: string): Fingerprint => {
  const hashes = wordsIn(foldText(text)).map(hashOf)
  const shingles = new Set<number>()
  for (let i = 0; i + width <= hashes.length; i++) {
    let shingle = 0
    for (let j = i; j < i + width; j++) shingle = mixed(shingle, hashes[j] as number)
    shingles.add(shingle)
  }
  const least = Uint32Array.from(shingles).sort().subarray(0, kept)
  return { least: [...least], shingles: shingles.size, whole: hashes.reduce(mixed, 0) }
}

/** Cut where anything else stands, unit by unit: to match a word as a whole, a pattern would remember every letter of it. */
const wordsIn = (text: string): string[] =>
  text
    .replace(/[^\p{L}\p{N}]/gu, ' ')
    .split(' ')
    .filter(Boolean)

/** The share of the shorter text's shingles that stand in the other, estimated; 0 to 1. Below `least` it may answer 0. */
export const sharedBetween = (a: Fingerprint, b: Fingerprint, least = 0): number => {
  if (a.whole === b.whole && a.shingles === b.shingles) return 1
  const smaller = Math.min(a.shingles, b.shingles)
  if (smaller === 0) return 0
  const jaccard = jaccardOf(a.least, b.least, (least * smaller) / (a.shingles + b.shingles - least * smaller))
  return Math.min(1, (jaccard * (a.shingles + b.shingles)) / ((1 + jaccard) * smaller))
}

/** Of the least hashes of both texts together, the share that both have; 0 once it cannot reach `least` any more. */
const jaccardOf = (a: readonly number[], b: readonly number[], least: number): number => {
  let [i, j, both, seen] = [0, 0, 0, 0]
  const misses = kept - Math.floor(kept * least * 0.99)
  while (seen < kept && (i < a.length || j < b.length)) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY]
    if (x === y) both++
    if (x <= y) i++
    if (y <= x) j++
    seen++
    if (seen - both > misses) return 0
  }
  return seen === 0 ? 0 : both / seen
}

/** FNV-1a, 32 bits. */
const hashOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const mixed = (seed: number, value: number): number => {
  let hash = Math.imul(seed ^ value, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

import levenshtein from 'fastest-levenshtein'
import { foldText } from '../kernel/ids.ts'

/** The known words that somebody may have meant, nearest first, at most three; spelling, case and marks forgiven. */
export const suggest = (word: string, known: Iterable<string>): string[] => {
  const wanted = foldText(word)
  const tolerance = Math.max(1, Math.ceil(wanted.length / 3))
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, foldText(candidate)) }))
    .filter(({ distance }) => distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .filter(({ distance }, _, [best]) => distance <= (best?.distance ?? 0) + 1)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** A word that begins another one is near it, however long the rest. */
const distanceOf = (wanted: string, candidate: string): number =>
  wanted.length >= 3 && candidate.startsWith(wanted) ? 1 : levenshtein.distance(wanted, candidate)

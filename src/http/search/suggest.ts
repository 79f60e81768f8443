import levenshtein from 'fastest-levenshtein'
import { foldText } from '../../kernel/ids.ts'

/** The known words that somebody may have meant, nearest first, at most three; spelling, case and marks forgiven. */
export const suggest = (word: string, known: Iterable<string>): string[] => {
  const wanted = foldText(word).slice(0, 100)
  const tolerance = Math.max(1, Math.floor(wanted.length / 3))
  const near: { candidate: string; distance: number }[] = []
  for (const candidate of new Set(known)) {
    const folded = foldText(candidate)
    const distance = wanted.length >= 3 && folded.startsWith(wanted) ? 1 : levenshtein.distance(wanted, folded.slice(0, 100))
    if (distance <= tolerance) near.push({ candidate, distance })
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

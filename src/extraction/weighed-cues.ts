/**
 * The cues of an engagement, each with how far it holds: 1 for what is said of the whole, less for what only some of
 * its mentions show. A cue that one of nine mentions shows counts for a third: the root of its share, so that a single
 * odd mention does not outvote the others, and is not lost among them either.
 */
export type WeighedCues = ReadonlyMap<string, number>

/** What the mentions of one engagement show together. */
export const sharedCues = (mentions: readonly (readonly string[])[]): Map<string, number> => {
  const shown = new Map<string, number>()
  for (const cues of mentions) for (const cue of new Set(cues)) shown.set(cue, (shown.get(cue) ?? 0) + 1)
  for (const [cue, n] of shown) shown.set(cue, Math.sqrt(n / mentions.length))
  return shown
}

/** The cues with others that hold of the whole. */
export const withWhole = (cues: WeighedCues, whole: Iterable<string>): WeighedCues => {
  const all = new Map(cues)
  for (const cue of whole) all.set(cue, 1)
  return all
}

/**
 * The cues of an engagement, each with how far it holds: 1 for what is said of the whole, less for what only some of
 * its mentions show. A cue that one of nine mentions shows counts for a third: the root of its share, so that a single
 * odd mention does not outvote the others, and is not lost among them either.
 */
export type WeighedCues = ReadonlyMap<string, number>

/** The cues of one engagement while they are gathered: every step adds to the same sheet. */
export type CueSheet = Map<string, number>

/** What the mentions of one engagement show together. */
export const sharedCues = (mentions: readonly (readonly string[])[]): CueSheet => {
  const shown: CueSheet = new Map()
  if (mentions.length === 1) return withWhole(shown, mentions[0] as readonly string[])
  for (const cues of mentions) for (const cue of new Set(cues)) shown.set(cue, (shown.get(cue) ?? 0) + 1)
  shown.forEach((n, cue) => {
    shown.set(cue, Math.sqrt(n / mentions.length))
  })
  return shown
}

/** Adds to a sheet what holds of the whole, and hands it on. */
export const withWhole = (cues: CueSheet, whole: Iterable<string>): CueSheet => {
  for (const cue of whole) cues.set(cue, 1)
  return cues
}

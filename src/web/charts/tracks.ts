/** Something that takes up a stretch of a line, in pixels. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Below one another more would be a wall; the rest shares the track that is free soonest. */
const mostTracks = 14

/** Puts stretches that would overlap below one another: for each its track, in the order given. Begin with the earliest. */
export const tracksOf = (stretches: readonly Stretch[]): number[] => {
  const ends: number[] = []
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from)
    const track = free >= 0 ? free : ends.length < mostTracks ? ends.length : ends.indexOf(Math.min(...ends))
    ends[track] = Math.max(to, ends[track] ?? to)
    return track
  })
}

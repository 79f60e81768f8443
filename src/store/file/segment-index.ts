/**
 * What is known about the lines of one segment without reading them. A cache: it can be computed from the segment at
 * any time. A place is a position less the segment's first.
 */
export interface SegmentIndex {
  readonly events: number
  /** Byte at which the line starts; at place `events`, where the last one ends. */
  offset(place: number): number
  /** Places whose event may have this id: read the line to be sure. */
  placesOfId(id: string): readonly number[]
  /** The stream's events in this segment. */
  placesOfStream(stream: string): StreamPlaces | undefined
  placesOfType(type: string): ArrayLike<number>
  /** Streams in order of first appearance, with the number of their events here. */
  streams(): Iterable<readonly [stream: string, events: number]>
}

export interface StreamPlaces {
  /** Revision of the first of them. */
  readonly revision: number
  readonly places: ArrayLike<number>
}

export const none: readonly number[] = []

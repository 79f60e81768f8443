import assert from 'node:assert/strict'
import type { LogView, Placed } from '../append-rules.ts'
import type { Catalog, Reach } from './catalog.ts'
import type { Disk } from './disk.ts'
import { eventsAtPlaces } from './pick-lines.ts'
import type { SegmentIndex, StreamPlaces } from './segment-index.ts'
import type { Segment } from './segments.ts'

/**
 * The log as the rules of appending see it: what is on disk, and what stands before it in the group that is about to
 * be written. Every index must be at hand.
 */
export const logView = (disk: Disk, catalog: Catalog, reach: Reach, pending: readonly Placed[]): LogView => {
  const { segments } = reach
  const indexOf = (segment: Segment): SegmentIndex => {
    const index = catalog.atHand(segment)
    assert(index, `the index of ${segment.path} is at hand`)
    return index
  }
  const at = (segment: Segment, place: number): Placed | undefined => {
    const position = segment.first + place
    if (position > reach.tip) return pending[position - reach.tip - 1]
    return eventsAtPlaces(disk, segment, indexOf(segment), [place])[0]
  }
  return {
    revisionOf(stream) {
      for (let number = segments.length - 1; number >= 0; number--) {
        const found = indexOf(segments[number] as Segment).placesOfStream(stream)
        if (found) return found.revision + found.places.length - 1
      }
      return -1
    },
    find(id) {
      for (const segment of segments)
        for (const place of indexOf(segment).placesOfId(id)) {
          const found = at(segment, place)
          if (found?.id === id) return found
        }
      return undefined
    },
    at(stream, revision) {
      for (const segment of segments) {
        const found = indexOf(segment).placesOfStream(stream)
        const place = found && placeOf(found, revision)
        if (place !== undefined) return at(segment, place)
      }
      return undefined
    },
  }
}

const placeOf = ({ revision: first, places }: StreamPlaces, revision: number): number | undefined =>
  revision < first ? undefined : places[revision - first]

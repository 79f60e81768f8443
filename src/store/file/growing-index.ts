import type { LineHead } from './line-head.ts'
import { none, type SegmentIndex } from './segment-index.ts'

/** The index of the segment that is being written, in memory. */
export interface GrowingIndex extends SegmentIndex {
  readonly bytes: number
  /** Takes in the next line; `bytes` counts its LF. */
  note(head: NotedHead, bytes: number): void
  /** Forgets the last lines again, newest first: their write failed. */
  forget(heads: readonly NotedHead[]): void
  types(): Iterable<readonly [type: string, places: readonly number[]]>
  ids(): Iterable<string>
}

export type NotedHead = Pick<LineHead, 'type' | 'stream' | 'revision' | 'id'>

export const growingIndex = (): GrowingIndex => {
  const offsets = [0]
  const ids = new Map<string, number>()
  const streams = new Map<string, { revision: number; places: number[] }>()
  const types = new Map<string, number[]>()
  return {
    get events() {
      return offsets.length - 1
    },
    get bytes() {
      return offsets[offsets.length - 1] as number
    },
    offset: (place) => offsets[place] as number,
    placesOfId(id) {
      const place = ids.get(id)
      return place === undefined ? none : [place]
    },
    placesOfStream: (stream) => streams.get(stream),
    placesOfType: (type) => types.get(type) ?? none,
    *streams() {
      for (const [stream, { places }] of streams) yield [stream, places.length]
    },
    types: () => types.entries(),
    ids: () => ids.keys(),
    note({ type, stream, revision, id }, bytes) {
      const place = offsets.length - 1
      offsets.push((offsets[place] as number) + bytes)
      ids.set(id, place)
      const own = streams.get(stream)
      if (own) own.places.push(place)
      else streams.set(stream, { revision, places: [place] })
      const alike = types.get(type)
      if (alike) alike.push(place)
      else types.set(type, [place])
    },
    forget(heads) {
      for (const { type, stream, id } of [...heads].reverse()) {
        offsets.pop()
        ids.delete(id)
        const own = streams.get(stream)
        own?.places.pop()
        if (own?.places.length === 0) streams.delete(stream)
        types.get(type)?.pop()
      }
    },
  }
}

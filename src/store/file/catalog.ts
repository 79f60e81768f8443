import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import { type GrowingIndex, growingIndex } from './growing-index.ts'
import { loadIndex, saveIndex } from './index-files.ts'
import { indexSegment } from './index-segment.ts'
import type { SegmentIndex } from './segment-index.ts'
import type { Segment } from './segments.ts'

/** How far the log reaches: every reader in this process stops there. */
export interface Reach {
  readonly segments: readonly Segment[]
  /** Byte of the last segment where its last whole append ends. */
  readonly bytes: number
  /** Position of the last event of a whole append. */
  readonly tip: number
}

/** The indexes of all segments, loaded or built when they are first needed. */
export interface Catalog {
  /** The index of a segment, not short of `reach` where it is the last. */
  index(reach: Reach, number: number): Promise<SegmentIndex>
  /** The same when it is at hand already. */
  atHand(segment: Segment): SegmentIndex | undefined
  /** The same when it is at hand or kept in a file, so that nothing has to be read for it but the file. */
  kept(reach: Reach, number: number): SegmentIndex | undefined
  /** The index that the writer adds to. */
  growing(segment: Segment): GrowingIndex
}

export const openCatalog = (disk: Disk, { save }: { save: boolean }): Catalog => {
  const sealed = new Map<number, SegmentIndex>()
  const unsealed = new Map<number, { readonly index: GrowingIndex; busy: Promise<void> }>()

  const stateOf = ({ first }: Segment) => {
    const state = unsealed.get(first) ?? { index: growingIndex(), busy: Promise.resolve() }
    unsealed.set(first, state)
    return state
  }

  const caughtUp = async (segment: Segment, end: number): Promise<GrowingIndex> => {
    const state = stateOf(segment)
    // One scan at a time: two would note the same lines twice.
    state.busy = state.busy.catch(() => {}).then(() => indexSegment(disk, segment, state.index, end))
    await state.busy
    return state.index
  }

  const loaded = (segment: Segment): SegmentIndex | undefined => onDisk('read the index', () => loadIndex(disk, segment))

  const sealedIndex = async (segment: Segment, next: Segment): Promise<SegmentIndex> =>
    seal(loaded(segment) ?? (await rebuilt(segment)), segment, next)

  const seal = (index: SegmentIndex, segment: Segment, next: Segment): SegmentIndex => {
    if (segment.first + index.events !== next.first)
      throw corrupt(segment.path, segment.first + index.events, `the next segment starts at position ${next.first}`)
    sealed.set(segment.first, index)
    unsealed.delete(segment.first)
    return index
  }

  const rebuilt = async (segment: Segment): Promise<SegmentIndex> => {
    const index = await caughtUp(segment, disk.stat(segment.path).size)
    if (save) saveIndex(disk, segment, index)
    return (save && loadIndex(disk, segment)) || index
  }

  return {
    growing: (segment) => stateOf(segment).index,
    kept({ segments, tip }, number) {
      const segment = segments[number] as Segment
      const next = segments[number + 1]
      const index = sealed.get(segment.first) ?? unsealed.get(segment.first)?.index
      if (index && segment.first + index.events > (next ? next.first - 1 : tip)) return index
      const found = next && loaded(segment)
      return found && seal(found, segment, next)
    },
    atHand: ({ first }) => sealed.get(first) ?? unsealed.get(first)?.index,
    async index({ segments, bytes }, number) {
      const segment = segments[number] as Segment
      const next = segments[number + 1]
      const known = sealed.get(segment.first)
      if (known) return known
      return next ? sealedIndex(segment, next) : caughtUp(segment, bytes)
    },
  }
}

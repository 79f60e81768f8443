import { z } from 'zod'

/**
 * Independent sources: wire copies and equal texts stand under one name. A set, which a reader sees sorted; while it
 * is folded it lies in sorted blocks, so that the next source costs as little where ten thousand stand as where ten do.
 *
 * The blocks follow from the length alone: its binary digits, largest first, and a last block of less than `smallest`.
 * A full last block is merged with those before it that are as long, as a counter carries.
 */
export const Sources = z.array(z.string()).meta({ uniqueItems: true })

const smallest = 64

/** Adds a source; answers false when it is there already. */
export const addSource = (sources: string[], source: string): boolean => {
  if (hasSource(sources, source)) return false
  const { length } = sources
  const place = placeOf(sources, source, length - (length % smallest), length)
  sources.push(source)
  for (let at = length; at > place; at--) sources[at] = sources[at - 1] as string
  if (place < length) sources[place] = source
  if (sources.length % smallest === 0) carry(sources)
  return true
}

/** The last blocks first: there stands what was added lately, such as the document that is being told. */
export const hasSource = (sources: readonly string[], source: string): boolean => {
  let end = sources.length
  for (let start = end - (end % smallest), size: number; end > 0; end = start, start -= size) {
    if (start < end && sources[placeOf(sources, source, start, end)] === source) return true
    size = start & -start
  }
  return false
}

/** Sorts the last block, whose size is the lowest binary digit of the length: it was several until now. */
const carry = (sources: string[]): void => {
  const { length } = sources
  const size = length & -length
  if (size === smallest) return
  const start = length - size
  const block = sources.slice(start).sort()
  for (let at = start; at < length; at++) sources[at] = block[at - start] as string
}

const placeOf = (sources: readonly string[], source: string, start: number, end: number): number => {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sources[middle] as string) < source) low = middle + 1
    else high = middle
  }
  return low
}

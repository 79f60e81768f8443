import type { Disk } from './disk.ts'
import { headOf, type LineHead, saysMore } from './line-head.ts'

/** Where the last whole append of a segment ends, in bytes, and its last line; no line when there is none. */
export interface WholeEnd {
  readonly bytes: number
  readonly last?: LineHead
}

/**
 * Searches backwards for the last line that ends with LF and does not say `more`. What follows it was never
 * acknowledged. Reads only as much of the end as it must.
 */
export const wholeEndOf = (disk: Disk, fd: number, size: number): WholeEnd => {
  for (let span = 128 * 1024; ; span *= 8) {
    const base = Math.max(0, size - span)
    const bytes = Buffer.allocUnsafe(size - base)
    const found = lastWhole(bytes.subarray(0, disk.read(fd, bytes, base)), base)
    if (found) return found
    if (base === 0) return { bytes: 0 }
  }
}

const lastWhole = (bytes: Buffer, base: number): WholeEnd | undefined => {
  let end = bytes.lastIndexOf(10)
  while (end >= 0) {
    const before = end === 0 ? -1 : bytes.lastIndexOf(10, end - 1)
    if (before < 0 && base > 0) return undefined
    if (!saysMore(bytes, before + 1, end)) {
      const last = headOf(bytes, before + 1, end)
      return { bytes: base + end + 1, ...(last ? { last } : {}) }
    }
    end = before
  }
  return undefined
}

import { emptyRoot, hashBytes, rootOver } from './hashes.ts'
import { type Tile, tileBytes, tileWidth } from './tile-path.ts'

/**
 * A Merkle tree that only grows: it keeps the rightmost tile of every level, at most 8 KiB each, and hands out a tile
 * when it is full.
 */
export interface GrowingTree {
  readonly size: number
  add(leaf: Uint8Array): void
  root(): Buffer
  /** The tiles at the right edge that are not full and not empty. */
  partial(): Iterable<readonly [Tile, Buffer]>
}

export interface Edge {
  readonly size: number
  /** Hashes of the rightmost tile of every level, from level 0. */
  readonly levels: readonly Uint8Array[]
}

export const growingTree = (full: (tile: Tile, hashes: Buffer) => void = () => {}, edge: Edge = { size: 0, levels: [] }): GrowingTree => {
  let size = edge.size
  const levels: { index: number; width: number; readonly hashes: Buffer }[] = edge.levels.map((hashes, level) => {
    const kept = Buffer.alloc(tileBytes)
    kept.set(hashes)
    return { index: Math.floor(size / tileWidth ** (level + 1)), width: hashes.length / hashBytes, hashes: kept }
  })

  const put = (level: number, hash: Uint8Array): void => {
    if (!levels[level]) levels[level] = { index: 0, width: 0, hashes: Buffer.alloc(tileBytes) }
    const tile = levels[level]
    tile.hashes.set(hash, tile.width * hashBytes)
    tile.width++
    if (tile.width < tileWidth) return
    full({ level, index: tile.index, width: tileWidth }, tile.hashes)
    put(level + 1, perfectRoot(tile.hashes))
    tile.index++
    tile.width = 0
  }

  return {
    get size() {
      return size
    },
    add(leaf) {
      put(0, leaf)
      size++
    },
    root() {
      // What a level has not yet made whole stands, as one smaller node, to the right of the level above.
      let below: Buffer | undefined
      for (const { hashes, width } of levels) {
        const nodes = hashesIn(hashes.subarray(0, width * hashBytes))
        if (below) nodes.push(below)
        below = nodes.length > 0 ? rootOver(nodes) : undefined
      }
      return below ?? emptyRoot
    },
    *partial() {
      for (const [level, { index, width, hashes }] of levels.entries())
        if (width > 0) yield [{ level, index, width }, hashes.subarray(0, width * hashBytes)]
    },
  }
}

/** The hashes of a tile, one by one. */
export const hashesIn = (tile: Buffer): Buffer[] =>
  Array.from({ length: tile.length / hashBytes }, (_, at) => tile.subarray(at * hashBytes, (at + 1) * hashBytes))

const perfectRoot = (tile: Buffer): Buffer => rootOver(hashesIn(tile))

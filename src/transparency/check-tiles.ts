import { join } from 'node:path'
import { hashBytes } from './hashes.ts'
import type { Problems } from './problem.ts'
import { readIfThere } from './replace-file.ts'
import { hashesAt, type Tile, tileAt, tilePath, tileWidth } from './tile-path.ts'

/** Holds tile files against the tree that was computed from the log. */
export interface TileCheck {
  /** The tile as computed; it must be there when the signed tree has it. */
  expect(tile: Tile, hashes: Uint8Array, required: boolean): void
  /** Files that were not asked for: earlier partial tiles, and what does not belong there. */
  finish(files: readonly string[], size: number): void
}

export const tileCheck = (directory: string, problems: Problems, note: (says: string) => void): TileCheck => {
  const seen = new Set<string>()
  const report = (file: string, says: string): void => problems.add({ says, file })
  const compare = (tile: Tile, hashes: Uint8Array, required: boolean): void => {
    const file = tilePath(tile)
    seen.add(file)
    const bytes = readIfThere(join(directory, file))
    if (!bytes) {
      if (required && !fullInstead(tile)) report(file, 'the tile is missing')
    } else if (!bytes.equals(hashes)) report(file, `the tile differs from the log${firstDifference(bytes, hashes)}`)
  }
  const fullInstead = (tile: Tile): boolean =>
    tile.width < tileWidth && readIfThere(join(directory, tilePath({ ...tile, width: tileWidth }))) !== undefined
  return {
    expect: compare,
    finish(files, size) {
      for (const file of files) {
        if (seen.has(file)) continue
        const tile = tileAt(file)
        if (!tile || tile.level === 'entries') report(file, 'no tile has this name')
        else if (reachesBeyond(tile, size))
          note(`${file} reaches beyond the log, as in a copy that was taken while the ledger grew; nothing signed rests on it`)
        else checkEarlier(directory, tile, file, size, report)
      }
    },
  }
}

/** How many hashes the tile's place holds in a tree of this size, or would without its own limit. */
const hashesOf = ({ level, index }: Tile, size: number): number => hashesAt(level as number, size) - index * tileWidth

const reachesBeyond = (tile: Tile, size: number): boolean => tile.width > hashesOf(tile, size)

/** A partial tile of an earlier checkpoint is the beginning of the tile that came after it. */
const checkEarlier = (directory: string, tile: Tile, file: string, size: number, report: (file: string, says: string) => void): void => {
  const hashes = hashesOf(tile, size)
  const bytes = readIfThere(join(directory, file))
  const width = Math.min(hashes, tileWidth)
  const later = readIfThere(join(directory, tilePath({ ...tile, width })))
  if (later && !bytes?.equals(later.subarray(0, tile.width * hashBytes)))
    report(file, 'the earlier partial tile differs from the later one')
}

const firstDifference = (found: Uint8Array, expected: Uint8Array): string => {
  if (found.length !== expected.length) return `: it is ${found.length} bytes long, expected ${expected.length}`
  const at = expected.findIndex((byte, index) => byte !== found[index])
  return ` from its hash ${Math.floor(at / hashBytes)} on`
}

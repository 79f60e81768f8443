import { join } from 'node:path'
import { hashBytes } from './hashes.ts'
import type { Problems } from './problem.ts'
import { readIfThere } from './replace-file.ts'
import { type Tile, tileAt, tilePath, tileWidth } from './tile-path.ts'

/** Holds tile files against the tree that was computed from the log. */
export interface TileCheck {
  /** The tile as computed; it must be there when the signed tree has it. */
  expect(tile: Tile, hashes: Uint8Array, required: boolean): void
  /** Files that were not asked for: earlier partial tiles, and what does not belong there. */
  finish(files: readonly string[], size: number): void
  /** Tile files that differ, in the order in which they were found. */
  readonly wrong: readonly string[]
}

export const tileCheck = (directory: string, problems: Problems): TileCheck => {
  const wrong: string[] = []
  const seen = new Set<string>()
  const report = (file: string, says: string): void => {
    wrong.push(file)
    problems.add({ says, file })
  }
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
    wrong,
    expect: compare,
    finish(files, size) {
      for (const file of files) {
        if (seen.has(file)) continue
        const tile = tileAt(file)
        if (!tile || tile.level === 'entries') report(file, 'no tile has this name')
        else checkEarlier(directory, tile, file, size, report)
      }
    },
  }
}

/** A partial tile of an earlier checkpoint is the beginning of the tile that came after it. */
const checkEarlier = (directory: string, tile: Tile, file: string, size: number, report: (file: string, says: string) => void): void => {
  const hashes = Math.floor(size / tileWidth ** (tile.level as number)) - tile.index * tileWidth
  if (tile.width > hashes) {
    report(file, 'the tile reaches beyond the log')
    return
  }
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

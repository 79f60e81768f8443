import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { hashBytes } from './hashes.ts'
import { readIfThere } from './replace-file.ts'
import { type Tile, tilePath, tileWidth } from './tile-path.ts'

/**
 * Tiles as static files. They are written without a sync of their own: all of them follow from the log, which is
 * synced, and are built again when one is missing or wrong. They get their names when they are whole, so that a killed
 * process leaves no half tile behind.
 */
export interface TileFolder {
  /** The tile's hashes, from its own file or the full tile's; undefined when neither holds as many. */
  read(tile: Tile): Buffer | undefined
  write(tile: Tile, hashes: Uint8Array): void
  /** Paths of all files below `tile/`, relative to the ledger, sorted. */
  files(): string[]
}

export const tileFolder = (directory: string): TileFolder => {
  const unfinished = join(directory, 'tile.new')
  const made = new Set<string>()
  const makeFolderOf = (path: string): void => {
    const folder = dirname(path)
    if (made.has(folder)) return
    fs.mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  return {
    read(tile) {
      const bytes = readIfThere(join(directory, tilePath(tile))) ?? readIfThere(join(directory, tilePath({ ...tile, width: tileWidth })))
      return bytes && bytes.length >= tile.width * hashBytes ? bytes.subarray(0, tile.width * hashBytes) : undefined
    },
    write(tile, hashes) {
      const path = join(directory, tilePath(tile))
      makeFolderOf(path)
      fs.writeFileSync(unfinished, hashes)
      fs.renameSync(unfinished, path)
      if (tile.width < tileWidth) return
      // Whoever still wants the partial tile takes its hashes from the full one.
      const partials = `${path}.p`
      if (fs.existsSync(partials)) fs.rmSync(partials, { recursive: true })
      made.delete(partials)
    },
    files: () => filesBelow(directory, 'tile').sort(),
  }
}

const filesBelow = (directory: string, folder: string): string[] =>
  entriesOf(join(directory, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(directory, path) : [path]
  })

const entriesOf = (folder: string): fs.Dirent[] => {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

import { hashBytes } from './hashes.ts'

/** A tile holds up to 256 hashes: a subtree of height 8 (C2SP tlog-tiles). */
export const tileWidth = 256
export const tileBytes = tileWidth * hashBytes

export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  /** 256, or less when the tile is partial. */
  readonly width: number
}

/** `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits, all but the last marked with an x. */
export const tilePath = ({ level, index, width }: Tile): string => {
  const groups = [String(index % 1_000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1_000); rest > 0; rest = Math.floor(rest / 1_000))
    groups.unshift(`x${String(rest % 1_000).padStart(3, '0')}`)
  return `tile/${level}/${groups.join('/')}${width === tileWidth ? '' : `.p/${width}`}`
}

const form = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** The tile of a path, or undefined when no tile has this path. */
export const tileAt = (path: string): Tile | undefined => {
  const match = form.exec(path)
  if (!match) return undefined
  const [, level, index, width] = match as unknown as [string, string, string, string | undefined]
  const tile: Tile = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  return (tile.level === 'entries' || tile.level <= 63) && tile.width <= tileWidth && tilePath(tile) === path ? tile : undefined
}

/** How many hashes a level has in a tree of this size. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level)

/** The tile of a level that a tree of this size has at an index; undefined when it has none. */
export const tileOfTree = (level: number, index: number, size: number): Tile | undefined => {
  const width = Math.min(tileWidth, hashesAt(level, size) - index * tileWidth)
  return width > 0 ? { level, index, width } : undefined
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeIndex, indexHeaderOf } from './index-file.ts'

/** The index files of a ledger that are not what was written: they are ignored and may be deleted. */
export const damagedIndexes = (folder: string): string[] =>
  namesIn(join(folder, 'index'))
    .map((name) => `index/${name}`)
    .filter((file) => !isWhole(readFileSync(join(folder, file))))

const isWhole = (bytes: Buffer): boolean => {
  try {
    return indexHeaderOf(bytes) !== undefined && decodeIndex(bytes) !== undefined
  } catch {
    return false
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

import fs from 'node:fs'
import { dirname } from 'node:path'

/** Puts a file in the place of another, whole or not at all, and on the disk before it answers. */
export const replaceFile = (path: string, text: string, mode = 0o644): void => {
  const unfinished = `${path}.${process.pid}.new`
  const fd = fs.openSync(unfinished, 'w', mode)
  try {
    fs.writeSync(fd, text)
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
  fs.renameSync(unfinished, path)
  const folder = fs.openSync(dirname(path), 'r')
  try {
    fs.fsyncSync(folder)
  } finally {
    fs.closeSync(folder)
  }
}

export const readIfThere = (path: string): Buffer | undefined => {
  try {
    return fs.readFileSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

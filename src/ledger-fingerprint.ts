import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The rooms whose code decides what a row looks like. */
const rooms = ['kernel', 'replay', '../events', '../projections']

/**
 * SHA-256 over the code of kernel, replay, events and projections, sources or built, in order of their names: a
 * snapshot of rows that other code folded is never served.
 */
export const codeFingerprint = (): string => {
  known ??= digestOfCode()
  return known
}
let known: string | undefined

const digestOfCode = (): string => {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const hash = createHash('sha256')
  for (const room of rooms)
    for (const file of codeIn(join(here, room))) hash.update(file.name).update('\0').update(readFileSync(file.path)).update('\0')
  return hash.digest('hex')
}

const codeIn = (room: string): { name: string; path: string }[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => ({ name: name.replaceAll('\\', '/'), path: join(room, name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

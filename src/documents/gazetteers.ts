import { readdir, readFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../kernel/fault.ts'
import { readFault } from './io-fault.ts'

/** The folder that holds the rooms: `src/`, or `dist/src/` when built, where the build puts the same TSV files. */
const rooms = fileURLToPath(new URL('../', import.meta.url))

/**
 * Loads the tables that languages and identity are handed: every `*.tsv` of the folders (relative ones lie beside this
 * room: `languages/vi/gazetteer`), by name without `.tsv`, without byte-order mark, in order of name. Two tables of
 * one name are a fault: nobody could tell which one counts.
 */
export const loadGazetteer = async (folders: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const tables = new Map<string, { path: string; text: string }>()
  for (const folder of folders) {
    const directory = isAbsolute(folder) ? folder : join(rooms, folder)
    for (const name of await tablesIn(directory)) {
      const table = basename(name, '.tsv')
      const path = join(directory, name)
      const other = tables.get(table)
      if (other)
        throw new Fault('invalid-input', {
          attempted: 'load the gazetteer',
          found: `two tables named ${table}: ${other.path} and ${path}`,
          expected: 'one table of a name',
          cure: 'Rename one of them.',
        })
      tables.set(table, { path, text: (await contentOf(path)).replace(/^\uFEFF/, '') })
    }
  }
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([table, { text }]) => [table, text]))
}

const tablesIn = async (directory: string): Promise<string[]> => {
  try {
    return (await readdir(directory)).filter((name) => name.endsWith('.tsv') && !name.startsWith('.')).sort()
  } catch (error) {
    throw readFault('load the gazetteer', directory, error)
  }
}

const contentOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw readFault('load the gazetteer', path, error)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new Fault('invalid-input', { attempted: 'load the gazetteer', found: `${path} is not UTF-8`, expected: 'UTF-8', path }, error)
  }
}

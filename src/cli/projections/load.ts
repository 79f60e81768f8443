import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyProjection, whatIsWrong } from '../../kernel/projection.ts'
import type { OutsideProjection } from '../../ledger.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readyToImport } from './ready.ts'

/** What was found in the folders; a broken file is named, and the rest go on. */
export interface Loaded {
  readonly projections: readonly OutsideProjection[]
  /** Earlier versions of these, kept in files of their own so that the two can be compared. */
  readonly former: readonly OutsideProjection[]
  readonly broken: readonly { readonly file: string; readonly why: string }[]
}

/**
 * Loads projections from folders outside the package, in order of name: every export of every `.ts`, `.js` and `.mjs`
 * file (tests, declarations and `index` aside) that is one. Of several versions of one the newest is the view.
 */
export const loadProjections = async (folders: readonly string[]): Promise<Loaded> => {
  const all: OutsideProjection[] = []
  const broken: { file: string; why: string }[] = []
  for (const folder of folders) {
    const files = await filesIn(folder).catch((error: Error) => {
      broken.push({ file: folder, why: error.message })
      return []
    })
    for (const file of files) {
      try {
        for (const projection of await projectionsIn(file)) {
          const { name, version } = projection
          if (all.some((other) => other.projection.name === name && other.projection.version === version))
            throw new Error(`another file has version ${version} of the projection ${name}`)
          all.push({ projection, fingerprint: await fingerprintOf(file) })
        }
      } catch (error) {
        broken.push({ file, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
      }
    }
  }
  const isNewest = ({ projection: { name, version } }: OutsideProjection): boolean =>
    all.every(({ projection }) => projection.name !== name || projection.version <= version)
  return { projections: all.filter(isNewest), former: all.filter((each) => !isNewest(each)), broken }
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => /\.(ts|js|mjs)$/.test(name) && !/\.(test|spec)\.|\.d\.ts$|^index\./.test(name))
    .sort()
    .map((name) => join(folder, name))

const projectionsIn = async (file: string): Promise<AnyProjection[]> => {
  await readyToImport(file)
  const module: Record<string, unknown> = await import(pathToFileURL(file).href)
  const found = Object.values(module).filter(isProjection)
  if (found.length === 0) throw new Error(`no export of ${basename(file)} is a projection: export const name = defineProjection({ … })`)
  for (const projection of found) {
    const trouble = whatIsWrong(projection)
    if (trouble) throw new Error(`${projection.name}: ${trouble.found}, expected ${trouble.expected}`)
  }
  return found
}

const isProjection = (value: unknown): value is AnyProjection =>
  typeof value === 'object' && value !== null && ['name', 'version', 'row', 'events', 'key', 'on'].every((part) => part in value)

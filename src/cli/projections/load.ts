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
  readonly broken: readonly { readonly file: string; readonly why: string }[]
}

/**
 * Loads projections from folders outside the package, in order of name: every export of every `.ts`, `.js` and `.mjs`
 * file (tests, declarations and `index` aside) that is one.
 */
export const loadProjections = async (folders: readonly string[]): Promise<Loaded> => {
  const projections: OutsideProjection[] = []
  const broken: { file: string; why: string }[] = []
  for (const folder of folders) {
    const files = await filesIn(folder).catch((error: Error) => {
      broken.push({ file: folder, why: error.message })
      return []
    })
    for (const file of files) {
      try {
        for (const projection of await projectionsIn(file)) {
          if (projections.some((other) => other.projection.name === projection.name))
            throw new Error(`another file has a projection of the name ${projection.name}`)
          projections.push({ projection, fingerprint: await fingerprintOf(file) })
        }
      } catch (error) {
        broken.push({ file, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
      }
    }
  }
  return { projections, broken }
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

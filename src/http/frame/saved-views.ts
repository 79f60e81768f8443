import { randomBytes } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../kernel/fault.ts'

/** An address of the reading room under a name, so that a question that was asked once can be asked again. */
export const SavedView = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Path and query, as the browser shows them: `/views/visits?what=state`. */
  address: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])[^\s\\]*$/, 'an address of this server that begins with one /'),
  says: z.string().max(500).optional(),
})
export type SavedView = z.output<typeof SavedView>

const Saved = z.strictObject({ views: z.array(SavedView).max(500) })

export interface SavedViews {
  readonly views: readonly SavedView[]
  /** Changes with the file. */
  readonly stamp: string
  /** What is wrong with the file, when something is; the room goes on without it. */
  readonly trouble: Fault | null
}

const none: SavedViews = { views: [], stamp: '', trouble: null }

/** `views.json` in the ledger's folder; people may edit it by hand. Read again whenever it has changed. */
export const savedViews = (folder: string) => {
  const path = join(folder, 'views.json')
  let known = none
  const read = async (): Promise<SavedViews> => {
    const file = await stat(path).catch(() => null)
    if (!file?.isFile()) return none
    const stamp = `${file.mtimeMs}.${file.size}`
    if (known.stamp !== stamp) known = { stamp, ...(await parsed(path)) }
    return known
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    read,
    /** Adds a view, or gives the one of that name another address. Written beside, then renamed over the old file. */
    save: (view: SavedView): Promise<SavedViews> => {
      const saving = turn.then(async () => {
        const { views, trouble } = await read()
        if (trouble) throw trouble
        const next = [...views.filter(({ name }) => name !== view.name), view].sort((a, b) => (a.name < b.name ? -1 : 1))
        const beside = `${path}.${randomBytes(6).toString('hex')}.part`
        await writeFile(beside, `${JSON.stringify({ views: next }, null, 2)}\n`)
        await rename(beside, path)
        return read()
      })
      turn = saving.catch(() => {})
      return saving
    },
  }
}

const parsed = async (path: string): Promise<Pick<SavedViews, 'views' | 'trouble'>> => {
  try {
    return { views: Saved.parse(JSON.parse(await readFile(path, 'utf8'))).views, trouble: null }
  } catch (error) {
    const found =
      error instanceof z.ZodError ? error.issues.map(({ path: at, message }) => `/${at.join('/')}: ${message}`).join('; ') : 'no JSON'
    return {
      views: [],
      trouble: new Fault('invalid-input', {
        attempted: 'read views.json',
        found: found.slice(0, 300),
        expected: '{ "views": [{ "name": "…", "address": "/views/visits?what=state" }] }',
        cure: 'Mend the file; it is read again by itself.',
      }),
    }
  }
}

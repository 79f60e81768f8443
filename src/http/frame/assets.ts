import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The scripts and styles that Vite built: their names, and their bytes by name. Without a build, pages are plain but whole. */
export interface Assets {
  readonly script: string | null
  readonly styles: readonly string[]
  /** Runs before the page is drawn, so that a chosen theme does not flash. */
  readonly theme: string | null
  readonly icon: string | null
  /** Null for a name that the build did not write. */
  file(name: string): Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | null>
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

interface Built {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** Where this file lies tells whether it was compiled: beside `dist/src/web`, or in the sources. */
const folders = ['../../web/', '../../../dist/src/web/'].map((path) => new URL(path, import.meta.url))

/** `from` is a folder that Vite built into; the package's own when absent. */
export const loadAssets = (from?: URL): Assets => {
  const folder = (from ? [from] : folders).find((candidate) => existsSync(new URL('manifest.json', candidate)))
  if (!folder) return { script: null, styles: [], theme: null, icon: null, file: async () => null }
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Record<string, Built>
  const files = new Set(Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]))
  // Kept once read: an upgrade may replace the files of a server that runs.
  const read = new Map<string, Uint8Array<ArrayBuffer>>()
  const built = (name: string): Built | undefined => Object.entries(manifest).find(([source]) => source.endsWith(name))?.[1]
  return {
    script: built('index.html')?.file ?? null,
    styles: built('index.html')?.css ?? [],
    theme: built('theme.ts')?.file ?? null,
    icon: built('icon.svg')?.file ?? null,
    async file(name) {
      if (!files.has(name)) return null
      const body = read.get(name) ?? new Uint8Array(await readFile(fileURLToPath(new URL(name, folder))))
      read.set(name, body)
      return { body, type: types[extname(name)] ?? 'application/octet-stream' }
    },
  }
}

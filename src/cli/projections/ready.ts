import { createRequire, register } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Fault } from '../../kernel/fault.ts'
import { nativeTypeScript } from './native.ts'

/**
 * Makes a file of somebody's own importable: `chancery/kernel` and `zod` mean this package's where the folder has none
 * of its own, and TypeScript is compiled where Node does not do it itself (before 22.18), by `typescript` or `tsx`,
 * whichever the folder or this package has. Faults: `missing-dependency`.
 */
export const readyToImport = async (file: string): Promise<void> => {
  // Run from sources, whoever runs them resolves and compiles already.
  if (import.meta.url.endsWith('.ts')) return
  if (!resolving) {
    resolving = true
    register('./hooks.js', { parentURL: import.meta.url, data: { packageRoot: new URL('../../../../', import.meta.url).href } })
  }
  if (!/\.ts$/.test(file) || nativeTypeScript()) return
  compiling ??= compile(dirname(file))
  await compiling
}

let resolving = false
let compiling: Promise<void> | undefined

const compile = async (folder: string): Promise<void> => {
  const typescript = find('typescript', folder)
  if (typescript) {
    register('./hooks.js', { parentURL: import.meta.url, data: { typescript: pathToFileURL(typescript).href } })
    return
  }
  const tsx = find('tsx/package.json', folder)
  if (tsx) {
    const api: { register(): unknown } = await import(pathToFileURL(join(dirname(tsx), 'dist/esm/api/index.mjs')).href)
    api.register()
    return
  }
  throw new Fault('missing-dependency', {
    attempted: 'load a projection in TypeScript',
    found: `Node ${process.versions.node} does not read TypeScript, and neither typescript nor tsx is installed`,
    cure: 'Run: npm install tsx, or use Node 22.18 or newer',
    package: 'tsx',
  })
}

/** Beside the file, else beside this package. */
const find = (name: string, folder: string): string | undefined => {
  for (const from of [pathToFileURL(join(folder, 'projection.js')).href, import.meta.url])
    try {
      return createRequire(from).resolve(name)
    } catch {
      // Not there: the next place.
    }
  return undefined
}

import { readFile } from 'node:fs/promises'
import type { LoadHook, ResolveHook } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Module hooks of Node, on their own thread; what `ready.ts` registers. */

let packageRoot: string | undefined
let typescript: string | undefined

export const initialize = (data: { packageRoot?: string; typescript?: string }): void => {
  // Registered twice, it is one module: what the first call said still holds.
  packageRoot = data.packageRoot ?? packageRoot
  typescript = data.typescript ?? typescript
}

/** The folder's own installation first; where it has none, this package. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context)
  } catch (error) {
    if (packageRoot && /^(chancery|zod)(\/|$)/.test(specifier))
      return next(specifier, { ...context, parentURL: `${packageRoot}dist/src/ledger.js` })
    throw error
  }
}

/** TypeScript, with its types taken off. */
export const load: LoadHook = async (url, context, next) => {
  if (!typescript || !/^file:.*\.ts$/.test(url)) return next(url, context)
  const { default: ts } = await import(typescript)
  const source = await readFile(fileURLToPath(url), 'utf8')
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } })
  return { format: 'module', source: outputText, shortCircuit: true }
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** SHA-256 over a file and everything that it imports by a relative path: rows that other code folded are not served. */
export const fingerprintOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const [path, code] of [...(await codeBehind(file, new Map()))].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(path).update('\0').update(code).update('\0')
  return hash.digest('hex')
}

const codeBehind = async (file: string, known: Map<string, string>): Promise<Map<string, string>> => {
  if (known.has(file)) return known
  const code = await readFile(file, 'utf8').catch(() => '')
  known.set(file, code)
  for (const [, specifier] of code.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g))
    await codeBehind(resolve(dirname(file), specifier as string), known)
  return known
}

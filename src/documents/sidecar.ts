import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import type { Metadata } from './document.ts'
import { readFault } from './io-fault.ts'
import { StatedMetadata } from './metadata.ts'

/** Whether a file is there to describe others. */
export const isSidecar = (name: string): boolean => name === 'article.json' || name.endsWith('.article.json')

/**
 * What stands beside a file about it: `article.json` for everything in the folder, `<name>.article.json` (with or
 * without the file's ending) for the one. A sidecar that can't be understood is the fault `invalid-input`.
 */
export const sidecarOf = async (path: string): Promise<Metadata> => {
  const folder = dirname(path)
  const name = basename(path)
  const candidates = ['article.json', `${basename(name, extname(name))}.article.json`, `${name}.article.json`]
  const stated = await Promise.all([...new Set(candidates)].map((candidate) => statedIn(join(folder, candidate))))
  return Object.assign({}, ...stated)
}

const statedIn = async (path: string): Promise<Metadata> => {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw readFault(`read the sidecar ${path}`, path, error)
  })
  if (content === null) return {}
  let value: unknown
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw invalid(path, `it is not JSON (${(error as Error).message})`, error)
  }
  const result = StatedMetadata.safeParse(value)
  if (result.success) return result.data as Metadata
  throw invalid(path, result.error.issues.map(({ path: at, message }) => [...at.map(String), message].join(': ')).join('; '), result.error)
}

const invalid = (path: string, found: string, cause: unknown): Fault =>
  new Fault(
    'invalid-input',
    {
      attempted: `read the sidecar ${path}`,
      found,
      expected: '{ "title"?, "publisher"?, "published"?, "uri"? }, published being a date such as 2023-08-21',
      cure: 'Correct the sidecar or remove it.',
      path,
    },
    cause,
  )

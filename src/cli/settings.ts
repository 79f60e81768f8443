import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, resolve } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import type { Io } from './io.ts'
import type { Everywhere } from './spec.ts'
import { suggest } from './suggest.ts'

/** What holds for a run: from flags, then the environment, then `chancery.config.json`, then what is usual. */
export interface Settings {
  /** The ledger's folder as people gave it, and in full. */
  readonly ledger: string
  readonly location: string
  readonly projections: readonly string[]
  readonly lang?: string
  readonly format: Format | undefined
  readonly json: boolean
  readonly quiet: boolean
  readonly pager: boolean
  /** Who corrects. */
  readonly by: string | undefined
}

export type Format = 'table' | 'json' | 'ndjson' | 'csv' | 'markdown'

/** `chancery.config.json`, all of it optional. Paths are relative to the file. */
export interface Config {
  readonly ledger?: string
  readonly projections?: readonly string[]
  readonly lang?: string
  readonly by?: string
}

const known = ['ledger', 'projections', 'lang', 'by'] as const

/** Reads the configuration; a missing `chancery.config.json` is fine, a missing file that was named is not. */
export const readConfig = async (io: Pick<Io, 'cwd'>, named: string | undefined): Promise<Config> => {
  const path = resolve(io.cwd, named ?? 'chancery.config.json')
  const attempted = `read the settings in ${named ?? 'chancery.config.json'}`
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (!named && (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Fault('no-such-path', { attempted, found: 'the file cannot be read', cure: 'Name another one with --config.', path }, error)
  }
  let config: Record<string, unknown>
  try {
    config = JSON.parse(text)
  } catch (error) {
    throw new Fault('invalid-input', { attempted, found: (error as Error).message, expected: 'a JSON object', path }, error)
  }
  for (const key of Object.keys(config)) {
    if ((known as readonly string[]).includes(key)) continue
    const [near] = suggest(key, known)
    throw new Fault('invalid-input', {
      attempted,
      found: `“${key}”`,
      expected: `only ${known.join(', ')}${near ? `; did you mean ${near}?` : ''}`,
      path,
    })
  }
  const projections = typeof config.projections === 'string' ? [config.projections] : ((config.projections as string[] | undefined) ?? [])
  const beside = (folder: string): string => (isAbsolute(folder) ? folder : resolve(dirname(path), folder))
  return {
    ...(config.ledger ? { ledger: beside(String(config.ledger)) } : {}),
    projections: projections.map(beside),
    ...(config.lang ? { lang: String(config.lang) } : {}),
    ...(config.by ? { by: String(config.by) } : {}),
  }
}

export const settingsOf = (io: Pick<Io, 'env' | 'cwd'>, flags: Everywhere, config: Config): Settings => {
  const ledger = flags.ledger ?? (io.env.CHANCERY_LEDGER || undefined) ?? config.ledger ?? './ledger'
  const format = flags.json ? 'json' : (flags.format as Format | undefined)
  return {
    ledger,
    location: resolve(io.cwd, ledger),
    projections: [...(config.projections ?? []), ...(flags.projections ?? []).map((folder) => resolve(io.cwd, folder))],
    ...(config.lang ? { lang: config.lang } : {}),
    format,
    json: format === 'json' || format === 'ndjson',
    quiet: flags.quiet ?? false,
    pager: flags.pager ?? true,
    by: io.env.CHANCERY_BY || config.by || io.env.USER || io.env.LOGNAME || io.env.USERNAME || undefined,
  }
}

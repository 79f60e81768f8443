import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { narrowViews } from './replay/narrow-views.ts'
import type { Row } from './row.ts'
import { ledgerOnDisk } from './synthetic/on-disk.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const events = Number(process.env.BENCH_EVENTS ?? 1_000_000)

/** What `replay/once.ts` prints. */
export interface Measured {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMiB: number
  readonly rows?: number
  readonly lineage?: number
}

/** Compiled where this file is, else through tsx, which is slower. */
const isCompiled = import.meta.filename.endsWith('.js')
const once = join(import.meta.dirname, isCompiled ? 'replay/once.js' : 'replay/once.ts')

/** One measurement in a process of its own; after the same on another ledger, if one is given, so that the code is warm. */
export const measure = (folder: string, what: string, warmUp?: string): Measured =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--expose-gc', ...(isCompiled ? [] : ['--import', 'tsx']), once, folder, what, ...(warmUp ? [warmUp] : [])],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    ),
  ) as Measured

/**
 * Rebuilding views of a synthetic ledger, lineage and overlay on, beside a bare loop that reads the same file, calls
 * JSON.parse on every line and folds nothing. Every run is a process of its own; the order turns with each round.
 */
export const run = async (): Promise<Row[]> => {
  const folder = await ledgerOnDisk(events)
  const figures = [...Object.keys(narrowViews), 'agreement-counts', 'leader-histories', 'all nine views', 'read', 'parse']
  const runs = new Map<string, Measured[]>(figures.map((figure) => [figure, []]))
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < figures.length; turn++) {
      const figure = figures[(turn + round) % figures.length] as string
      runs.get(figure)?.push(measure(folder, figure))
    }
  const of = (figure: string, part: 'seconds' | 'cpuSeconds'): number[] => (runs.get(figure) ?? []).map((measured) => measured[part])
  const bare = (part: 'seconds' | 'cpuSeconds') => ({ figure: 'JSON.parse of every line', values: of('parse', part) })
  return figures
    .filter((figure) => figure !== 'parse')
    .flatMap((figure): Row[] => {
      const [first] = runs.get(figure) ?? []
      const remark = `${first?.rows ?? 0} rows, ${first?.lineage ?? 0} positions, peak ${Math.round(first?.peakMiB ?? 0)} MiB`
      return [
        { figure, values: of(figure, 'seconds'), unit: 's', beside: bare('seconds'), ...(first?.rows === undefined ? {} : { remark }) },
        { figure: `${figure}, of the processors`, values: of(figure, 'cpuSeconds'), unit: 'CPU s', beside: bare('cpuSeconds') },
      ]
    })
}

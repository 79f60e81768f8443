import { narrowViews } from './replay/narrow-views.ts'
import { measure } from './replay.ts'
import type { Row } from './row.ts'
import { ledgerOnDisk } from './synthetic/on-disk.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const sizes = (process.env.BENCH_SIZES ?? '10000,100000,1000000,3000000').split(',').map(Number)

/** Time for each event, and memory, as ledgers grow, beside the smallest but one; the code has been warmed up on the smallest. */
export const run = async (): Promise<Row[]> => {
  const [, what = ''] = Object.keys(narrowViews)
  const warmUp = await ledgerOnDisk(Math.min(...sizes))
  const found: { size: number; micros: number[]; peak: number; rows: number }[] = []
  for (const size of sizes) {
    const folder = await ledgerOnDisk(size)
    const runs = Array.from({ length: rounds }, () => measure(folder, what, warmUp))
    found.push({
      size,
      micros: runs.map(({ seconds }) => (seconds * 1e6) / size),
      peak: Math.max(...runs.map(({ peakMiB }) => peakMiB)),
      rows: runs[0]?.rows ?? 0,
    })
  }
  const middle = found[Math.min(1, found.length - 1)] as (typeof found)[number]
  return found.map(({ size, micros, peak, rows }) => ({
    figure: `${size.toLocaleString('en')} events`,
    values: micros,
    unit: 'µs an event',
    beside: { figure: `${middle.size.toLocaleString('en')} events`, values: middle.micros },
    remark: `peak ${Math.round(peak)} MiB, ${rows} rows`,
  }))
}

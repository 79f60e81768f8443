import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Table from 'cli-table3'
import { type Bench, median, type Row } from './row.ts'

/** `npm run bench [name…]`: every benchmark, or those named; each is a module here that exports `run`. */
const ending = extname(import.meta.filename)
const notBenches = new Set(['run', 'row'])
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
  .map((name) => name.slice(0, -ending.length))
  .filter((name) => !notBenches.has(name))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}`)
  process.exit(2)
}

const short = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toPrecision(3)
const told = (values: readonly number[]): string =>
  `${short(median(values))}  (${short(Math.min(...values))}–${short(Math.max(...values))}, ${values.length} runs)`

const print = (name: string, rows: readonly Row[]): void => {
  const table = new Table({
    head: [name, 'median (least–most, runs)', 'unit', 'beside', 'its median', 'ratio'],
    style: { head: [], border: [] },
  })
  for (const { figure, values, unit, beside, remark } of rows) {
    const ratio = beside ? (median(values) / median(beside.values)).toFixed(2) : ''
    table.push([
      remark ? `${figure}\n${remark}` : figure,
      told(values),
      unit,
      beside?.figure ?? '',
      beside ? told(beside.values) : '',
      ratio,
    ])
  }
  console.log(table.toString())
}

const processors = cpus()
console.log(
  `${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`,
)
for (const name of asked.length > 0 ? asked : names) {
  const bench = (await import(pathToFileURL(join(import.meta.dirname, `${name}${ending}`)).href)) as { run?: Bench }
  if (bench.run) print(name, await bench.run())
}

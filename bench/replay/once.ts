import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { vocabulary } from '../../events/index.ts'
import { agreementCounts, leaderHistories, views } from '../../projections/index.ts'
import type { AnyProjection } from '../../src/kernel/projection.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { secondsOf } from '../row.ts'
import { narrowViews } from './narrow-views.ts'

/** One measurement in a process of its own: `once.ts <folder> <what> [warm up on this]` prints `{ seconds, peakMiB, rows, lineage }`. */
const [measured = '', what = '', warmUp] = process.argv.slice(2)
let folder = warmUp ?? measured

const lines = async (each: (line: string) => void): Promise<void> => {
  const log = join(folder, 'log')
  for (const name of readdirSync(log)
    .filter((file) => file.endsWith('.ndjson'))
    .sort()) {
    let rest = ''
    const source = createReadStream(join(log, name), { encoding: 'utf8', highWaterMark: 4 << 20 })
    source.on('data', (chunk) => {
      const found = (rest + chunk).split('\n')
      rest = found.pop() as string
      for (const line of found) each(line)
    })
    await finished(source)
  }
}

const replay = (projections: readonly AnyProjection[]) => async () => {
  const store = await openFileStore(folder, { readOnly: true })
  const built = await rebuild({ store, register: vocabulary, projections })
  let [rows, lineage] = [0, 0]
  for (const { state } of built.parts) {
    rows += state.table.size
    for (const entry of state.table.values()) lineage += entry.lineage.length
  }
  facts = { rows, lineage }
  await store.close()
}

let facts: object = {}
let sum = 0
const works: Record<string, () => Promise<unknown>> = {
  parse: () =>
    lines((line) => {
      sum += JSON.parse(line).position
    }),

  read: async () => {
    const store = await openFileStore(folder, { readOnly: true })
    for await (const event of store.read()) sum += event.revision
    await store.close()
  },
  'agreement-counts': replay([agreementCounts]),
  'leader-histories': replay([leaderHistories]),
  'all nine views': replay(views),
  ...Object.fromEntries(Object.entries(narrowViews).map(([name, projections]) => [name, replay(projections)])),
}

const work = works[what]
if (!work) throw new Error(`${what}: one of ${Object.keys(works).join(', ')}`)
for (let turn = 0; warmUp !== undefined && turn < 12; turn++) await work()
folder = measured
sum = 0
global.gc?.()
let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 20)
const before = process.cpuUsage()
const seconds = await secondsOf(work)
const { user, system } = process.cpuUsage(before)
clearInterval(watch)
global.gc?.()
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMiB: Math.max(peak, process.memoryUsage().rss) / 2 ** 20,
    keptMiB: process.memoryUsage().heapUsed / 2 ** 20,
    ...facts,
    sum,
  }),
)

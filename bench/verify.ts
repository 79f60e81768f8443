import { hash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { verifyLedger } from '../src/transparency/verify-ledger.ts'
import { byTurns, type Row, secondsOf } from './row.ts'
import { largeLedger } from './store/large-ledger.ts'

const turns = 5

/** `verify` of a million events, beside reading the same files and hashing every line and every node of the tree. */
export const run = async (): Promise<Row[]> => {
  const folder = await largeLedger()
  let events = 0
  const [ours, bare] = await byTurns(
    turns,
    async () => {
      const seconds = await secondsOf(async () => {
        const verified = await verifyLedger(folder)
        if (!verified.ok) throw new Error(JSON.stringify(verified.problems))
        events = verified.events
      })
      return events / seconds
    },
    async () => {
      let lines = 0
      const seconds = await secondsOf(() => {
        lines = bareHashing(folder)
      })
      return lines / seconds
    },
  )
  return [
    {
      figure: 'verify',
      values: ours,
      unit: 'events/s',
      beside: { figure: 'bare hashing of lines and nodes', values: bare },
      remark: `${events} events`,
    },
  ]
}

const bareHashing = (folder: string): number => {
  const chunk = Buffer.alloc(4 * 1024 * 1024)
  const node = Buffer.alloc(65, 1)
  let lines = 0
  for (const name of readdirSync(join(folder, 'log')).sort()) {
    const fd = openSync(join(folder, 'log', name), 'r')
    let kept = 0
    for (let read = readSync(fd, chunk, 0, chunk.length, null); read > 0; read = readSync(fd, chunk, kept, chunk.length - kept, null)) {
      const filled = kept + read
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0 && end < filled; end = chunk.indexOf(10, start)) {
        hash('sha256', chunk.subarray(start, end), 'buffer')
        hash('sha256', node, 'buffer')
        lines++
        start = end + 1
      }
      chunk.copyWithin(0, start, filled)
      kept = filled - start
    }
    closeSync(fd)
  }
  return lines
}

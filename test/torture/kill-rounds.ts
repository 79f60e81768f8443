import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RecordedEvent } from '../../src/kernel/envelope.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { verifyLedger } from '../../src/transparency/verify-ledger.ts'

/** What the rounds came to. */
export interface Torture {
  readonly rounds: number
  readonly acknowledged: number
  readonly events: number
  readonly torn: number
  readonly segments: number
}

/**
 * Kills a writer with SIGKILL at random moments, round after round on one ledger, and throws when anything that it
 * acknowledged is missing, anything is half there, or `verify` finds fault.
 */
export const killRounds = async (rounds: number, random: () => number = Math.random): Promise<Torture> => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-torture-'))
  const acknowledged = new Map<string, number>()
  let torn = 0
  try {
    for (let round = 0; round < rounds; round++) {
      await killOnce(folder, round, acknowledged, random)
      torn += await inspect(folder, acknowledged)
    }
    const reader = await openFileStore(folder, { readOnly: true })
    const result = {
      rounds,
      acknowledged: acknowledged.size,
      events: (await reader.tip()) + 1,
      torn,
      segments: readdirSync(join(folder, 'log')).length,
    }
    await reader.close()
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const killOnce = async (folder: string, round: number, acknowledged: Map<string, number>, random: () => number): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'ingesting-writer.ts'), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (part) => {
    complaint += part
  })
  const gone = once(child, 'exit')
  const read = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), 1 + random() * 150)
      const [prefix = '', count = ''] = line.split(' ')
      // A line that the kill cut short is not an answer that anybody got.
      if (/^\d+-\d+-\d+-$/.test(prefix) && /^[1-5]$/.test(count)) acknowledged.set(prefix, Number(count))
    }
  })()
  const [, signal] = await gone
  await read
  if (signal !== 'SIGKILL') throw new Error(`the writer of round ${round} ended by itself: ${complaint}`)
}

/** Opens the ledger as the next writer would, checks everything, and answers whether a torn tail was cut. */
const inspect = async (folder: string, acknowledged: ReadonlyMap<string, number>): Promise<number> => {
  const found = await verifyLedger(folder)
  if (!found.ok) throw new Error(`verify before anybody opened it: ${JSON.stringify(found.problems)}`)
  const store = await openFileStore(folder)
  const log = await openTransparencyLog(folder, store)
  const whole = new Map<string, number>()
  let last: RecordedEvent | undefined
  for await (const event of store.read() as AsyncIterable<RecordedEvent>) {
    const prefix = event.id.slice(0, event.id.lastIndexOf('-') + 1)
    whole.set(prefix, (whole.get(prefix) ?? 0) + 1)
    last = event
  }
  if (last?.more) throw new Error(`the log ends inside an append, at position ${last.position}`)
  for (const [prefix, count] of acknowledged)
    if (whole.get(prefix) !== count) throw new Error(`${prefix} was acknowledged with ${count} events and has ${whole.get(prefix) ?? 0}`)
  await log.close()
  const { ok, problems, events, signed } = await log.verify()
  await store.close()
  if (!ok || events !== signed) throw new Error(`verify: ${events} events, ${signed} signed, ${JSON.stringify(problems)}`)
  return store.findings.length
}

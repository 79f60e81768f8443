import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFault } from '../../src/kernel/fault.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { verifyLedger } from '../../src/transparency/verify-ledger.ts'
import { notes, readAll } from '../contracts/notes.ts'

export interface FullDisk {
  readonly acknowledged: number
  readonly refused: string[]
  readonly afterwards: number
}

/**
 * Appends to a ledger on a disk of one mebibyte until it is full, frees some room, goes on. Undefined where no such
 * disk can be mounted (that takes root). Throws when an acknowledged event is missing or `verify` finds fault.
 */
export const fullDisk = async (): Promise<FullDisk | undefined> => {
  const disk = mkdtempSync(join(tmpdir(), 'chancery-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status !== 0) {
    rmSync(disk, { recursive: true })
    return undefined
  }
  try {
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(200_000))
    const folder = join(disk, 'ledger')
    const store = await openFileStore(folder, { segmentBytes: 100_000 })
    const log = await openTransparencyLog(folder, store)
    const acknowledged: string[] = []
    const refused = new Set<string>()
    const append = async (number: number): Promise<void> => {
      try {
        await store.append(`s${number}`, notes(`n${number}-`, 5), { expectedRevision: 'any' })
        acknowledged.push(`n${number}-`)
      } catch (fault) {
        if (!isFault(fault)) throw fault
        refused.add(fault.code)
      }
    }
    for (let number = 0; number < 2_000; number += 4) await Promise.all([0, 1, 2, 3].map((ahead) => append(number + ahead)))
    const before = acknowledged.length
    rmSync(ballast)
    for (let number = 2_000; number < 2_040; number++) await append(number)
    const ids = new Set((await readAll(store)).map(({ id }) => id))
    for (const prefix of acknowledged)
      for (let each = 0; each < 5; each++) if (!ids.has(`${prefix}${each}`)) throw new Error(`${prefix}${each} is lost`)
    if (ids.size !== acknowledged.length * 5) throw new Error(`${ids.size} events, ${acknowledged.length * 5} acknowledged`)
    await log.close()
    await store.close()
    const { ok, problems } = await verifyLedger(folder)
    if (!ok) throw new Error(JSON.stringify(problems))
    return { acknowledged: before, refused: [...refused], afterwards: acknowledged.length - before }
  } finally {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

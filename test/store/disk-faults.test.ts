import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, realDisk } from '../../src/store/file/disk.ts'
import { isLedgerFolder } from '../../src/store/file/ledger-folder.ts'
import { note, notes, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'

const { fresh, store: open } = folders()

const errno = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code })

/** A disk that works until it is told how to fail. */
const failing = () => {
  const plan: { write?: string; half?: boolean; sync?: string; truncate?: string } = {}
  const disk: Disk = {
    ...realDisk,
    write(fd, bytes, position) {
      if (!plan.write) return realDisk.write(fd, bytes, position)
      if (plan.half) realDisk.write(fd, bytes.subarray(0, bytes.length / 2), position)
      throw errno(plan.write)
    },
    async sync(fd) {
      if (plan.sync) throw errno(plan.sync)
      await realDisk.sync(fd)
    },
    truncate(fd, length) {
      if (plan.truncate) throw errno(plan.truncate)
      realDisk.truncate(fd, length)
    },
  }
  return { plan, disk }
}

describe('given a disk that fails', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'io-error'],
    ['ENOENT', 'vanished'],
  ])('a write that ends with %s is the fault %s, leaves nothing behind, and the ledger stays usable', async (code, fault) => {
    const { plan, disk } = failing()
    const folder = fresh()
    const store = await open(folder, { disk })
    await store.append('a', notes('a', 2), { expectedRevision: 'any' })
    const before = readFileSync(join(folder, 'log/000000000000.ndjson'))
    Object.assign(plan, { write: code, half: true })
    const refused = await Promise.allSettled(
      ['x', 'y', 'z'].map((prefix) => store.append(prefix, notes(prefix, 2), { expectedRevision: 'any' })),
    )
    for (const answer of refused) expect(answer).toMatchObject({ status: 'rejected', reason: { code: fault } })
    expect(readFileSync(join(folder, 'log/000000000000.ndjson'))).toEqual(before)
    expect((await readAll(store)).map(({ id }) => id)).toEqual(['a0', 'a1'])
    delete plan.write
    expect(await store.append('x', notes('x', 2), { expectedRevision: 'no-stream' })).toEqual({ position: 3, revision: 1 })
    await store.close()
    expect((await readAll(await open(folder))).map(({ id }) => id)).toEqual(['a0', 'a1', 'x0', 'x1'])
  })

  test('a sync that fails closes the ledger for writing: a second sync would prove nothing', async () => {
    const { plan, disk } = failing()
    const folder = fresh()
    const store = await open(folder, { disk })
    await store.append('a', notes('a', 2), { expectedRevision: 'any' })
    plan.sync = 'EIO'
    await expect(store.append('b', notes('b', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'io-error' })
    delete plan.sync
    await expect(store.append('c', notes('c', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'io-error' })
    expect((await readAll(store)).map(({ id }) => id)).toEqual(['a0', 'a1'])
    await store.close()
    const again = await open(folder)
    expect(await again.append('c', notes('c', 1), { expectedRevision: 'any' })).toEqual({ position: 2, revision: 0 })
  })

  test('what a failed write left and could not be taken back is cut off at the next opening', async () => {
    const { plan, disk } = failing()
    const folder = fresh()
    const store = await open(folder, { disk })
    await store.append('a', notes('a', 2), { expectedRevision: 'any' })
    Object.assign(plan, { write: 'ENOSPC', half: true, truncate: 'EIO' })
    await expect(store.append('b', notes('b', 3), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'disk-full' })
    for (const key of ['write', 'truncate'] as const) delete plan[key]
    await expect(store.append('b', notes('b', 3), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'io-error' })
    await store.close()
    const again = await open(folder)
    expect(again.findings.map(({ code }) => code)).toEqual(['torn-tail'])
    expect(await again.append('b', notes('b', 3), { expectedRevision: 'no-stream' })).toMatchObject({ revision: 2 })
  })

  test('a segment that vanishes, is replaced or grows by another hand is not written to', async () => {
    const folder = fresh()
    const store = await open(folder)
    const segment = join(folder, 'log/000000000000.ndjson')
    const append = () => store.append('b', [note('b')], { expectedRevision: 'any' })
    await store.append('a', notes('a', 2), { expectedRevision: 'any' })
    const text = readFileSync(segment, 'utf8')
    writeFileSync(segment, `${text}x`)
    await expect(append()).rejects.toMatchObject({ code: 'locked' })
    writeFileSync(segment, text)
    renameSync(segment, `${segment}.old`)
    await expect(append()).rejects.toMatchObject({ code: 'vanished' })
    writeFileSync(segment, text)
    await expect(append()).rejects.toMatchObject({ code: 'vanished' })
    renameSync(`${segment}.old`, segment)
    expect(await append()).toEqual({ position: 2, revision: 0 })
  })

  test('a folder that vanishes is told, for writers and readers', async () => {
    const folder = fresh()
    const store = await open(folder)
    await store.append('a', notes('a', 2), { expectedRevision: 'any' })
    const reader = await open(folder, { readOnly: true })
    rmSync(join(folder, 'log'), { recursive: true })
    await expect(store.append('b', notes('b', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'vanished' })
    await expect(reader.tip()).rejects.toMatchObject({ code: 'vanished' })
    await expect(readAll(reader)).rejects.toMatchObject({ code: 'vanished' })
  })

  test('a log that cannot be created is a read-only fault, and the lock is free again', async () => {
    const folder = fresh()
    const disk: Disk = {
      ...realDisk,
      open: (path, flags) => {
        if (flags === 'wx+') throw errno('EROFS')
        return realDisk.open(path, flags)
      },
    }
    const store = await open(folder, { disk })
    await expect(store.append('a', notes('a', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'read-only' })
    await store.close()
    const again = await open(folder)
    expect(await again.append('a', notes('a', 1), { expectedRevision: 'any' })).toEqual({ position: 0, revision: 0 })
  })
})

describe('given a folder', () => {
  test('that is missing or empty, a writer makes it a ledger and a reader says there is none', async () => {
    const folder = join(fresh(), 'deep/ledger')
    await expect(open(folder, { readOnly: true })).rejects.toMatchObject({ code: 'not-a-ledger' })
    expect(isLedgerFolder(folder)).toBe(false)
    await open(folder)
    expect(isLedgerFolder(folder)).toBe(true)
    expect(await (await open(folder, { readOnly: true })).tip()).toBe(-1)
  })

  test('that holds other things, nobody touches it', async () => {
    const folder = fresh()
    mkdirSync(join(folder, 'photos'))
    for (const readOnly of [true, false]) await expect(open(folder, { readOnly })).rejects.toMatchObject({ code: 'not-a-ledger' })
    const file = join(folder, 'photos/letter.txt')
    writeFileSync(file, 'Kính gửi')
    for (const readOnly of [true, false]) await expect(open(file, { readOnly })).rejects.toMatchObject({ code: 'not-a-ledger' })
    expect(readFileSync(file, 'utf8')).toBe('Kính gửi')
  })

  test('opened for reading, nothing is written and appending is refused', async () => {
    const folder = fresh()
    await (await open(folder)).append('a', notes('a', 1), { expectedRevision: 'any' })
    const reader = await open(folder, { readOnly: true })
    await expect(reader.append('b', notes('b', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'read-only' })
  })
})

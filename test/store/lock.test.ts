import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { takeLock } from '../../src/store/file/lock.ts'
import { note, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'
import { type Child, spawnChild } from './processes/spawn-writer.ts'

const { fresh, store: open } = folders()
const children: Child[] = []
const spawned = (...args: string[]): Child => {
  const child = spawnChild('writer.ts', ...args)
  children.push(child)
  return child
}
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
})

describe('one writer at a time', () => {
  test('a second one in this process is told who holds the ledger, and gets it afterwards', async () => {
    const folder = fresh()
    const first = await open(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'locked', facts: { holder: { pid: process.pid } } })
    await first.close()
    await expect(open(folder)).resolves.toBeDefined()
  })

  test('given two processes that race, one wins and the other says who', async () => {
    const folder = fresh()
    const racers = [spawned(folder), spawned(folder)]
    const words = await Promise.all(racers.map((racer) => racer.line()))
    const winner = words.indexOf('ready')
    expect(words.filter((word) => word === 'ready')).toHaveLength(1)
    expect(JSON.parse(words[1 - winner] as string)).toMatchObject({ code: 'locked', holder: { pid: racers[winner]?.process.pid } })
  })

  test('given a holder that was killed, the next one gets the ledger at once', async () => {
    const folder = fresh()
    const holder = spawned(folder)
    expect(await holder.line()).toBe('ready')
    await expect(open(folder)).rejects.toMatchObject({ code: 'locked' })
    await holder.kill('SIGKILL')
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    const store = await open(folder)
    expect(await store.append('a', [note('a')], { expectedRevision: 'any' })).toEqual({ position: 0, revision: 0 })
  })

  test('given many who find a stale lock at once, one gets it', async () => {
    for (let round = 0; round < 20; round++) {
      const folder = fresh()
      await staleSocket(join(folder, 'lock'))
      const takers = await Promise.allSettled(Array.from({ length: 6 }, () => takeLock(folder)))
      const locks = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))
      expect(locks.filter((lock) => lock.held())).toHaveLength(1)
      for (const lock of locks) lock.release()
      expect(readdirSync(folder)).toEqual([])
    }
  })

  test('given a lock that another has taken away, the writer learns it before it writes', async () => {
    const folder = fresh()
    const store = await open(folder)
    await store.append('a', [note('a')], { expectedRevision: 'any' })
    rmSync(join(folder, 'lock'))
    const other = await open(folder)
    await expect(store.append('a', [note('b')], { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'locked' })
    expect(await other.append('a', [note('c')], { expectedRevision: 'any' })).toEqual({ position: 1, revision: 1 })
    await store.close()
    await expect(open(folder)).rejects.toMatchObject({ code: 'locked' })
  })

  test('given a path too long for a socket, the lock stands in the folder all the same', async () => {
    const folder = join(fresh(), 'a'.repeat(100), 'b'.repeat(100))
    mkdirSync(folder, { recursive: true })
    const store = await open(folder)
    await expect(open(folder)).rejects.toMatchObject({ code: 'locked' })
    const detour = join(fresh(), 'detour')
    symlinkSync(folder, detour)
    await expect(open(detour)).rejects.toMatchObject({ code: 'locked' })
    await store.append('a', [note('a')], { expectedRevision: 'any' })
    await store.close()
    expect(readdirSync(folder).sort()).toEqual(['log'])
    await expect(open(detour)).resolves.toBeDefined()
  })

  test('given a plain file named lock, it is no lock and is moved out of the way', async () => {
    const folder = fresh()
    writeFileSync(join(folder, 'lock'), '')
    await expect(open(folder)).resolves.toBeDefined()
  })

  test('readers need no lock and are not in the way', async () => {
    const folder = fresh()
    const writer = await open(folder)
    const reader = await open(folder, { readOnly: true })
    await writer.append('a', [note('a'), note('b')], { expectedRevision: 'any' })
    expect((await readAll(reader)).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

/** A socket file on which nobody listens any longer: what a killed process leaves behind. */
const staleSocket = async (path: string): Promise<void> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(`${path}.x`, resolve))
  linkSync(`${path}.x`, path)
  await new Promise((resolve) => server.close(resolve))
}

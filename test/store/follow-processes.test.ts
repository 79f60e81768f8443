import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RecordedEvent } from '../../src/kernel/envelope.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { note, notes, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'
import { spawnChild } from './processes/spawn-writer.ts'

const { fresh, store: open } = folders()

test('a reader in another process follows 1,000 appends over more than three segments without loss or repeat', async () => {
  const folder = fresh()
  const child = spawnChild('writer.ts', folder, '1000', '100000')
  try {
    expect(await child.line()).toBe('ready')
    const reader = await openFileStore(folder, { readOnly: true })
    const events: RecordedEvent[] = []
    const following = (async () => {
      for await (const event of reader.read({ follow: true }) as AsyncIterable<RecordedEvent>) {
        events.push(event)
        if (event.position === 1_998) return
      }
    })()
    child.go()
    expect(await child.line()).toBe('done')
    await following
    expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 1_999 }, (_, position) => position))
    expect(readdirSync(join(folder, 'log')).length).toBeGreaterThan(3)
    expect(await readAll(reader)).toEqual(events)
    await reader.close()
  } finally {
    await child.kill()
  }
})

test('a reader never sees half an append, whenever it looks', async () => {
  const folder = fresh()
  const writer = await open(folder, { segmentBytes: 5_000 })
  const reader = await open(folder, { readOnly: true })
  let writing = true
  const looking = (async () => {
    let looks = 0
    for (; writing; looks++) {
      const events = await readAll(reader)
      expect(events[events.length - 1]?.more).toBeUndefined()
      await new Promise(setImmediate)
    }
    return looks
  })()
  for (let number = 0; number < 150; number++)
    await Promise.all(['x', 'y'].map((stream) => writer.append(stream, notes(`${stream}${number}-`, 3), { expectedRevision: 'any' })))
  writing = false
  expect(await looking).toBeGreaterThan(1)
  expect((await readAll(reader)).length).toBe(900)
})

test('a follower that starts before there is anything sees the first event', async () => {
  const folder = fresh()
  const writer = await open(folder)
  const reader = await open(folder, { readOnly: true })
  const stream = reader.read({ follow: true })
  const first = new Promise<RecordedEvent>((resolve) => stream.once('data', resolve))
  await writer.append('a', [note('first')], { expectedRevision: 'any' })
  expect((await first).id).toBe('first')
  stream.destroy()
})

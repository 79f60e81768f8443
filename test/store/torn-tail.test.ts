import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf, type RecordedEvent } from '../../src/kernel/envelope.ts'
import { realDisk } from '../../src/store/file/disk.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { findLog } from '../../src/store/file/open-log.ts'
import { note, notes, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'

const { fresh, store: open } = folders()

/** Position of the last event of the last whole append within the first `count` lines. */
const wholeWithin = (events: readonly RecordedEvent[], count: number): number => {
  let whole = -1
  for (const event of events.slice(0, count)) if (!event.more) whole = event.position
  return whole
}

const grown = async (appends: number, segmentBytes?: number) => {
  const folder = fresh()
  const store = await open(folder, segmentBytes === undefined ? {} : { segmentBytes })
  for (let number = 0; number < appends; number++)
    await store.append(`s${number % 3}`, notes(`n${number}-`, 1 + (number % 3)), { expectedRevision: 'any' })
  const events = await readAll(store)
  await store.close()
  return { folder, events }
}

describe('a log that was cut', () => {
  test('at every byte of its last three appends, opens with a prefix of whole appends and goes on', async () => {
    const { folder, events } = await grown(6)
    const file = join(folder, 'log/000000000000.ndjson')
    const bytes = readFileSync(file)
    const starts = [0]
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10) starts.push(at + 1)
    const first = starts[events.findIndex(({ id }) => id === 'n3-0')] as number
    for (let cut = first; cut <= bytes.length; cut++) {
      writeFileSync(file, bytes.subarray(0, cut))
      const whole = wholeWithin(events, starts.filter((start) => start <= cut).length - 1)
      const torn = cut !== starts[whole + 1]
      const reader = await openFileStore(folder, { readOnly: true })
      expect(await reader.tip(), `cut at ${cut}`).toBe(whole)
      const writer = await openFileStore(folder, { disk: unsynced })
      expect(writer.findings.map(({ code }) => code)).toEqual(torn ? ['torn-tail'] : [])
      expect((await readAll(writer)).map(lineOf)).toEqual(events.slice(0, whole + 1).map(lineOf))
      expect(await writer.append('after', [note('after')], { expectedRevision: 'no-stream' })).toEqual({ position: whole + 1, revision: 0 })
      await writer.close()
      expect(await reader.tip()).toBe(whole + 1)
      await reader.close()
    }
  }, 60_000)

  test('at 10,000 random places, ends with a whole append that was there', async () => {
    const { folder, events } = await grown(60, 2_500)
    const names = readdirSync(join(folder, 'log')).sort()
    const texts = names.map((name) => readFileSync(join(folder, 'log', name)))
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.nat(), (last, seed) => {
        const kept = names.slice(0, last + 1)
        const cut = seed % ((texts[last] as Buffer).length + 1)
        const before = Number((names[last] as string).slice(0, 12))
        const lines = (texts[last] as Buffer).subarray(0, cut).toString('latin1').split('\n').length - 1
        const { tip, torn, bytes } = findLog(inMemory(kept, [...texts.slice(0, last), (texts[last] as Buffer).subarray(0, cut)]), '/ledger')
        const whole = Math.max(before - 1, wholeWithin(events, before + lines))
        expect([tip, torn]).toEqual([whole, cut - bytes])
      }),
      { numRuns: 10_000 },
    )
  })

  test('in a log of nothing but the beginning of an append, is empty', async () => {
    const folder = fresh()
    await (await open(folder)).close()
    writeFileSync(join(folder, 'log/000000000000.ndjson'), '{"position":0,"type":"No')
    const store = await open(folder)
    expect([await store.tip(), store.findings.map(({ code }) => code)]).toEqual([-1, ['torn-tail']])
    expect(await store.append('a', notes('a', 1), { expectedRevision: 'no-stream' })).toEqual({ position: 0, revision: 0 })
  })

  test('with zeros at the end, as after a power cut, loses only what nobody was promised', async () => {
    const { folder, events } = await grown(3)
    const file = join(folder, 'log/000000000000.ndjson')
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(4_096)]))
    const store = await open(folder)
    expect(store.findings).toMatchObject([{ code: 'torn-tail', says: expect.stringContaining('4096 bytes') }])
    expect(await store.tip()).toBe(events.length - 1)
  })

  test('or damaged inside, is not written to, and says where', async () => {
    const { folder } = await grown(6)
    const file = join(folder, 'log/000000000000.ndjson')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"position":3,', '"position":4,'))
    const store = await open(folder)
    await expect(store.append('a', [note('x')], { expectedRevision: 'any' })).rejects.toMatchObject({
      code: 'corrupt-log',
      facts: { position: 3 },
    })
    await expect(readAll(store)).rejects.toMatchObject({ code: 'corrupt-log', facts: { position: 3 } })
    expect((await readAll(store, { to: 2 })).length).toBe(3)
  })

  test('or lacks a segment, says which position is missing', async () => {
    const { folder } = await grown(20, 900)
    const names = readdirSync(join(folder, 'log')).sort()
    const gone = names[1] as string
    rmSync(join(folder, 'log', gone))
    const store = await open(folder, { readOnly: true })
    await expect(readAll(store)).rejects.toMatchObject({ code: 'corrupt-log', facts: { position: Number(gone.slice(0, 12)) } })
  })
})

/** No power is cut here: the disk need not be waited for. */
const unsynced = { ...realDisk, sync: async () => {}, syncFolder: () => {} }

/** As much of a disk as looking for the end of a log takes. */
const inMemory = (names: readonly string[], texts: readonly Buffer[]) => ({
  ...realDisk,
  list: () => [...names],
  open: (path: string) => names.findIndex((name) => path.endsWith(name)),
  close: () => {},
  size: (fd: number) => (texts[fd] as Buffer).length,
  read: (fd: number, buffer: Uint8Array, position: number) => (texts[fd] as Buffer).copy(buffer, 0, position),
})

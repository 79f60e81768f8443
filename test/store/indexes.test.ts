import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileStore } from '../../src/store/file/file-store.ts'
import { note, notes, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'

const { fresh, store: open } = folders()
const segmentBytes = 1_500

const grown = async (): Promise<string> => {
  const folder = fresh()
  const store = await open(folder, { segmentBytes })
  for (let number = 0; number < 40; number++)
    await store.append(number % 4 ? `s${number % 3}` : 'đặc biệt "x"', notes(`n${number}-`, 1 + (number % 3)), { expectedRevision: 'any' })
  await store.close()
  return folder
}

/** What the indexes answer. */
const answers = async (store: FileStore) => {
  const streams: unknown[] = []
  for await (const each of store.streams?.() ?? []) streams.push(each)
  return {
    streams,
    ids: await Promise.all(['n0-0', 'n17-1', 'n39-0', 'none'].map((id) => store.locate?.(id))),
    special: (await readAll(store, { stream: 'đặc biệt "x"', backwards: true })).map(({ id }) => id),
    picked: (await store.pick?.([3, 30, 60, 77]))?.map(({ id }) => id),
    duplicate: await store.append('new', [note('n5-0')], { expectedRevision: 'any' }).catch(({ code }) => code),
    retry: await store.append('s1', notes('n1-', 2), { expectedRevision: 'no-stream' }),
  }
}

describe('the index is a cache', () => {
  test('given indexes deleted, damaged, or of other segments, the answers are the same and the files are whole again', async () => {
    const folder = await grown()
    const index = join(folder, 'index')
    const names = readdirSync(index).sort()
    expect(names.length).toBeGreaterThan(5)
    const originals = names.map((name) => readFileSync(join(index, name)))
    const first = await open(folder, { segmentBytes })
    const expected = await answers(first)
    expect(expected.ids).toEqual([0, 34, 78, undefined])
    expect(expected.duplicate).toBe('duplicate-id')
    await first.close()
    const path = (number: number) => join(index, names[number] as string)
    for (const [what, damage] of Object.entries({
      deleted: () => rmSync(index, { recursive: true }),
      emptied: () => writeFileSync(path(1), ''),
      truncated: () => writeFileSync(path(1), (originals[1] as Buffer).subarray(0, 700)),
      swapped: () => {
        writeFileSync(path(0), originals[1] as Buffer)
        writeFileSync(path(1), originals[0] as Buffer)
      },
      foreign: () => writeFileSync(path(2), 'chỉ mục'),
    })) {
      damage()
      const store = await open(folder, { segmentBytes })
      expect(await answers(store), what).toEqual(expected)
      await store.close()
      expect(
        names.map((name) => readFileSync(join(index, name)).equals(originals[names.indexOf(name)] as Buffer)),
        what,
      ).not.toContain(false)
    }
  })

  test('given any byte of an index flipped, the answers are the same', async () => {
    const folder = await grown()
    const [name = ''] = readdirSync(join(folder, 'index')).sort()
    const path = join(folder, 'index', name)
    const original = readFileSync(path)
    const reader = await open(folder, { readOnly: true })
    const expected = [await reader.locate?.('n2-1'), (await readAll(reader, { stream: 's1' })).length]
    for (let at = 0; at < original.length; at += 7) {
      const bent = Buffer.from(original)
      bent[at] = (bent[at] as number) ^ 0x10
      writeFileSync(path, bent)
      const store = await open(folder, { readOnly: true })
      expect([await store.locate?.('n2-1'), (await readAll(store, { stream: 's1' })).length], `byte ${at}`).toEqual(expected)
      await store.close()
    }
  })

  test('a reader builds what it lacks in memory and writes nothing', async () => {
    const folder = await grown()
    rmSync(join(folder, 'index'), { recursive: true })
    const reader = await open(folder, { readOnly: true })
    expect(await reader.locate?.('n17-1')).toBe(34)
    expect(existsSync(join(folder, 'index'))).toBe(false)
  })
})

import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { damagedIndexes } from '../../src/store/file/check-indexes.ts'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { verifyLedger } from '../../src/transparency/verify-ledger.ts'
import { note, notes } from '../contracts/notes.ts'

/** Three segments, two indexes, two checkpoints: every kind of file that a ledger has, each as small as can be. */
const brief = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => note(`${prefix}${number}`, { text: 'thăm' }))

let original = ''
let folder = ''
let older = ''
let files: string[] = []
/** Position of the first event of every segment, by file. */
let segments: string[] = []

const filesBelow = (directory: string, below = ''): string[] =>
  readdirSync(join(directory, below)).flatMap((name) => {
    const path = join(below, name)
    return statSync(join(directory, path)).isDirectory() ? filesBelow(directory, path) : [path]
  })

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'chancery-'))
  folder = mkdtempSync(join(tmpdir(), 'chancery-'))
  const store = await openFileStore(original, { segmentBytes: 800 })
  const log = await openTransparencyLog(original, store, { name: 'example.org/ledger' })
  for (const [number, count] of [1, 3, 2].entries())
    await store.append(`s${number}`, brief(`n${number}-`, count), { expectedRevision: 'any' })
  older = await log.sign()
  for (const [number, count] of [2, 2, 1, 1].entries())
    await store.append(`s${number}`, brief(`m${number}-`, count), { expectedRevision: 'any' })
  await log.close()
  await store.close()
  files = filesBelow(original)
  segments = files.filter((file) => file.startsWith('log/')).sort()
})
const restore = (): void => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(original, folder, { recursive: true })
}
afterEach(restore)
afterAll(() => {
  rmSync(original, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const linesOf = (segment: string): string[] => readFileSync(join(original, segment), 'utf8').split('\n').slice(0, -1)
const write = (segment: string, lines: readonly string[]): void =>
  writeFileSync(join(folder, segment), lines.map((line) => `${line}\n`).join(''))
const firstOf = (segment: string): number => Number(segment.slice(4, 16))

describe('verify', () => {
  test('given an untouched ledger, nothing is wrong and everything is counted', async () => {
    restore()
    expect(segments.length).toBeGreaterThanOrEqual(3)
    expect(files).toEqual(
      expect.arrayContaining(['checkpoint', 'key', 'vkey', 'index/000000000000.idx', 'tile/0/000.p/6', 'tile/0/000.p/12']),
    )
    expect(await verifyLedger(folder)).toMatchObject({
      ok: true,
      events: 12,
      signed: 12,
      after: 0,
      problems: [],
      notes: [],
      origin: 'example.org/ledger',
    })
    expect(await verifyLedger(folder, { against: older })).toMatchObject({ ok: true })
  })

  test('given any byte of any file flipped, it names the file, and in the log the position', async () => {
    restore()
    for (const file of files) {
      const bytes = readFileSync(join(original, file))
      let position = file.startsWith('log/') ? firstOf(file) : -1
      for (let at = 0; at < bytes.length; at++) {
        const bent = Buffer.from(bytes)
        bent[at] = (bent[at] as number) ^ (1 << (at % 8))
        writeFileSync(join(folder, file), bent)
        // Indexes are many bytes: every one is tried, verify as a whole on some.
        if (file.startsWith('index/') && at % 16 > 0) {
          expect(damagedIndexes(folder), `${file} byte ${at}`).toEqual([file])
          continue
        }
        const { ok, problems } = await verifyLedger(folder)
        expect(ok, `${file} byte ${at}`).toBe(false)
        if (position < 0)
          expect(
            problems.map((problem) => problem.file),
            `${file} byte ${at}`,
          ).toContain(file)
        else expect(problems[0]?.position, `${file} byte ${at}: ${JSON.stringify(problems)}`).toBe(position)
        if (position >= 0 && bytes[at] === 10) position++
      }
      writeFileSync(join(folder, file), bytes)
    }
  }, 120_000)

  test('given a line deleted, doubled or swapped with the next, it names the first position that is wrong', async () => {
    restore()
    for (const segment of segments) {
      const lines = linesOf(segment)
      for (const [at, line] of lines.entries()) {
        const position = firstOf(segment) + at
        const without = [...lines.slice(0, at), ...lines.slice(at + 1)]
        const doubled = [...lines.slice(0, at), line, ...lines.slice(at)]
        const swapped = [...lines.slice(0, at), ...lines.slice(at, at + 2).reverse(), ...lines.slice(at + 2)]
        for (const [kind, changed, wrong] of [
          ['deleted', without, position],
          ['doubled', doubled, position + 1],
          ['swapped', swapped, position],
        ] as const) {
          if (changed.join() === lines.join()) continue
          write(segment, changed)
          const { ok, problems } = await verifyLedger(folder)
          expect([kind, position, ok, problems[0]?.position]).toEqual([kind, position, false, wrong])
        }
      }
      write(segment, lines)
    }
  })

  test('given lines in any other order, it names the first that moved', async () => {
    restore()
    const [segment] = segments as [string]
    write(segment, linesOf(segment).reverse())
    expect((await verifyLedger(folder)).problems[0]?.position).toBe(0)
  })

  test('given an event rewritten with its hashes, but not its signature, the checkpoint does not fit', async () => {
    restore()
    const [segment] = segments as [string]
    write(
      segment,
      linesOf(segment).map((line) => line.replace('"thăm"', '"đón"')),
    )
    rmSync(join(folder, 'tile'), { recursive: true })
    const { ok, problems } = await verifyLedger(folder)
    expect(ok).toBe(false)
    expect(problems).toContainEqual(expect.objectContaining({ says: 'the events are not those that were signed' }))
  })

  test('given files deleted, swapped, doubled or renamed, it names them', async () => {
    restore()
    const expectWrong = async (what: string, change: () => void) => {
      change()
      const { ok } = await verifyLedger(folder)
      expect(ok, what).toBe(false)
      restore()
    }
    const at = (file: string) => join(folder, file)
    for (const file of files.filter(
      (each) => !['key', 'index/000000000000.idx'].includes(each) && !each.startsWith('index/') && each !== 'tile/0/000.p/6',
    ))
      await expectWrong(`${file} deleted`, () => rmSync(at(file)))
    const [first, second, third] = segments as [string, string, string]
    await expectWrong('segments swapped', () => {
      renameSync(at(first), at('log/x'))
      renameSync(at(second), at(first))
      renameSync(at('log/x'), at(second))
    })
    await expectWrong('a segment doubled', () => cpSync(at(third), at('log/000000000012.ndjson')))
    await expectWrong('a segment renamed', () => renameSync(at(second), at('log/000000000005.ndjson')))
    await expectWrong('a tile under another name', () => cpSync(at('tile/0/000.p/12'), at('tile/0/000.p/11')))
    await expectWrong('tiles swapped', () => {
      renameSync(at('tile/0/000.p/12'), at('x'))
      renameSync(at('tile/0/000.p/6'), at('tile/0/000.p/12'))
      renameSync(at('x'), at('tile/0/000.p/6'))
    })
  })

  test('given the log cut back and an older checkpoint put in its place, only a checkpoint kept elsewhere tells', async () => {
    restore()
    const newest = readFileSync(join(folder, 'checkpoint'), 'utf8')
    const kept = segments.flatMap((segment) => linesOf(segment)).slice(0, 6)
    for (const segment of segments) rmSync(join(folder, segment))
    rmSync(join(folder, 'index'), { recursive: true })
    rmSync(join(folder, 'tile/0/000.p/12'))
    write(segments[0] as string, kept)
    writeFileSync(join(folder, 'checkpoint'), older)
    expect(await verifyLedger(folder)).toMatchObject({ ok: true, events: 6 })
    const { ok, problems } = await verifyLedger(folder, { against: newest })
    expect(ok).toBe(false)
    expect(problems[0]).toMatchObject({ position: 6 })
  })

  test('given another key than the one that is trusted, the checkpoint is refused', async () => {
    restore()
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect((await verifyLedger(folder, { verifierKey: other })).problems[0]?.file).toBe('checkpoint')
    expect((await verifyLedger(folder, { verifierKey: readFileSync(join(folder, 'vkey'), 'utf8') })).ok).toBe(true)
  })

  test('events after the last checkpoint are counted, and held to their form', async () => {
    restore()
    const store = await openFileStore(folder)
    await store.append('late', notes('late', 3), { expectedRevision: 'any' })
    await store.close()
    expect(await verifyLedger(folder)).toMatchObject({ ok: true, events: 15, signed: 12, after: 3 })
    const [segment] = segments.slice(-1) as [string]
    const text = readFileSync(join(folder, segment), 'utf8')
    writeFileSync(join(folder, segment), text.replace('"position":13,', '"position":14,'))
    expect((await verifyLedger(folder)).problems[0]).toMatchObject({ position: 13 })
    writeFileSync(join(folder, segment), text.replace('"position":13,', '"position": 13,'))
    expect((await verifyLedger(folder)).problems[0]).toMatchObject({ position: 13 })
  })

  test('a tile beyond log and signature, as a copy of a growing ledger may have, is noted', async () => {
    restore()
    cpSync(join(folder, 'tile/0/000.p/12'), join(folder, 'tile/1/000'))
    expect(await verifyLedger(folder)).toMatchObject({ ok: true, notes: [expect.stringContaining('tile/1/000')] })
  })

  test('the beginning of an append is noted, and no fault', async () => {
    restore()
    const [segment] = segments.slice(-1) as [string]
    writeFileSync(join(folder, segment), `${readFileSync(join(folder, segment), 'utf8')}{"position":12,"ty`)
    expect(await verifyLedger(folder)).toMatchObject({ ok: true, notes: [expect.stringContaining('position 11')] })
  })
})

import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isFault } from '../../src/kernel/fault.ts'
import { type Ingested, inputsFrom, type Ledger, openLedger } from '../../src/ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
const where = join(folder, 'ledger')
let ledger: Ledger

const ingest = async (into: Ledger, paths: string[], options: Parameters<Ledger['ingest']>[1] = { threads: 0 }): Promise<Ingested[]> => {
  const outcomes: Ingested[] = []
  for await (const outcome of into.ingest(inputsFrom(paths), options)) outcomes.push(outcome)
  return outcomes
}
const outcomes = (list: readonly Ingested[]) => list.map(({ outcome }) => outcome)
const rowsOf = async (of: Ledger): Promise<string> => JSON.stringify((await of.views()).all.map((view) => [view.name, [...view.rows()]]))

beforeAll(async () => {
  ledger = await openLedger(where, { name: 'example.org/test' })
  expect(new Set(outcomes(await ingest(ledger, ['examples'])))).toEqual(new Set(['ingested']))
}, 60_000)
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the whole path', () => {
  test('the same documents again append nothing', async () => {
    const before = await ledger.tip()
    expect(new Set(outcomes(await ingest(ledger, ['examples'])))).toEqual(new Set(['known']))
    expect(await ledger.tip()).toBe(before)
  })

  test('every value of every view opens, down to quotes that stand in their documents', async () => {
    for (const view of (await ledger.views()).all)
      for (const [key] of view.rows()) {
        const { events } = await ledger.why(view.name, key)
        expect(events.length, `${view.name} ${key}`).toBeGreaterThan(0)
      }
    const text = await ledger.archive.text((await ledger.document('signing-1-total')).slice('document/'.length))
    const { events } = await ledger.why('agreement-counts', 'MN-VN', 'signed')
    const quotes = events.flatMap(({ event }) => event.evidence ?? [])
    expect(quotes.some(({ start, end, quote }) => text.slice(start, end) === quote)).toBe(true)
  })

  test('views from snapshots, rebuilt, and as of the tip are the same to the byte', async () => {
    const shown = await rowsOf(ledger)
    rmSync(join(where, 'views'), { recursive: true, force: true })
    await ledger.replay()
    expect(await rowsOf(ledger)).toBe(shown)
    const reader = await openLedger(where, { readOnly: true })
    expect(await rowsOf(reader)).toBe(shown)
    await expect(
      openLedger(where, {
        readOnly: true,
        projections: reader.projections.slice(0, 1).map((projection) => ({ projection, fingerprint: '' })),
      }),
    ).rejects.toSatisfy((error) => isFault(error, 'invalid-projection'))
    for (const view of (await reader.views()).all) {
      const past = await reader.view(view.name, { asOf: String(await reader.tip()) })
      expect(past.digest()).toBe(view.digest())
    }
    await reader.close()
  })

  test('before anything was recorded, views are empty', async () => {
    expect((await ledger.view('visits', { asOf: '2001-01-01' })).size).toBe(0)
  })

  test('everything that can be recomputed agrees', async () => {
    await ledger.transparency.sign()
    const audited = await ledger.verify({ reextract: true })
    expect(audited).toMatchObject({
      ok: true,
      after: 0,
      documents: { problems: [], withdrawn: [] },
      reextracted: { differing: [], notChecked: 0 },
    })
    expect(audited.documents.quotes).toBeGreaterThan(50)
  })

  test('a correction and its undo leave the views as they were, live and rebuilt', async () => {
    const before = await rowsOf(ledger)
    const [claim] = await ledger.store.read({ types: ['VisitStarted', 'VisitReported', 'MeetingHeld'] }).toArray()
    const correction = { verb: 'retract', events: [claim.id], because: 'a test' } as const
    const preview = await ledger.correct(correction, { by: 'Lan', preview: true })
    expect(preview.changes?.length).toBeGreaterThan(0)
    expect(await rowsOf(ledger)).toBe(before)
    await ledger.correct(correction, { by: 'Lan' })
    const corrected = await rowsOf(ledger)
    expect(corrected).not.toBe(before)
    await ledger.correct({ verb: 'undo' }, { by: 'Lan' })
    expect(await rowsOf(ledger)).toBe(before)
    await ledger.replay()
    expect(await rowsOf(ledger)).toBe(before)
  })

  test('a withdrawn document keeps its events, and is told', async () => {
    const stream = await ledger.document('phone-talks')
    await ledger.withdraw(stream, 'takedown', 'Lan')
    expect((await ledger.verify()).documents.withdrawn).toEqual([stream])
    expect(outcomes(await ingest(ledger, ['examples/phone-talks.txt']))).toEqual(['known'])
    await expect(ledger.archive.text(stream.slice('document/'.length))).rejects.toSatisfy((error) => isFault(error, 'text-withdrawn'))
    for await (const input of inputsFrom(['examples/phone-talks.txt'])) if ('load' in input) await ledger.restore(input, 'back', 'Lan')
    expect((await ledger.verify()).documents.withdrawn).toEqual([])
  })

  test('the log does not depend on the order in which texts are ready', async () => {
    const logs = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const other = await openLedger(join(folder, name), { now: () => new Date('2024-01-01T00:00:00Z') })
        await ingest(other, ['examples'])
        await other.close()
        return readdirSync(join(folder, name, 'log')).map((file) => readFileSync(join(folder, name, 'log', file), 'utf8'))
      }),
    )
    expect(logs[0]).toEqual(logs[1])
  })
})

describe('bad input', () => {
  const bad = mkdtempSync(join(tmpdir(), 'chancery-bad-'))
  afterAll(() => rmSync(bad, { recursive: true, force: true }))

  test('one broken file among good ones is told, and the others are ingested', async () => {
    writeFileSync(
      join(bad, 'a-good.txt'),
      'Chiều 3/5, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone tại Hà Nội.',
    )
    writeFileSync(join(bad, 'b-empty.txt'), '')
    writeFileSync(join(bad, 'c-binary.txt'), Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256)))
    writeFileSync(join(bad, 'd-large.txt'), 'Tổng thống thăm. '.repeat(1_300_000))
    writeFileSync(join(bad, 'e-good.txt'), 'Ngày 4/5, Chủ tịch nước Võ Văn Thưởng tiếp Đại sứ Nhật Bản Yamada Takio.')
    const other = await openLedger(join(folder, 'bad'))
    const results = await ingest(other, [bad, join(bad, 'missing.txt')])
    await other.close()
    expect(results.map((result) => (result.outcome === 'refused' ? result.fault.code : result.outcome))).toEqual([
      'ingested',
      'document-empty',
      'document-unreadable',
      'document-too-large',
      'ingested',
      'no-such-path',
    ])
  })

  test('a folder that is no ledger is refused and left as it was', async () => {
    const before = readdirSync(bad)
    await expect(openLedger(bad)).rejects.toSatisfy((error) => isFault(error, 'not-a-ledger'))
    expect(readdirSync(bad)).toEqual(before)
  })

  test('a second writer is told who holds the ledger', async () => {
    await expect(openLedger(where)).rejects.toSatisfy((error) => isFault(error, 'locked') && error.message.includes(String(process.pid)))
  })

  test('a torn last line is cut to the last whole append, and told', async () => {
    const torn = join(folder, 'torn')
    const other = await openLedger(torn)
    await ingest(other, ['examples/phone-talks.txt'])
    const whole = await rowsOf(other)
    await other.close()
    const [segment] = readdirSync(join(torn, 'log')) as [string]
    appendFileSync(join(torn, 'log', segment), '{"position":99,"type":"Visi')
    const again = await openLedger(torn)
    expect(again.findings.map(({ code }) => code)).toEqual(['torn-tail'])
    expect(await rowsOf(again)).toBe(whole)
    await again.close()
  })

  test('stopped between documents, a second run goes on', async () => {
    const stopping = await openLedger(join(folder, 'stopping'))
    const control = new AbortController()
    let seen = 0
    for await (const _ of stopping.ingest(inputsFrom(['examples']), { threads: 0, signal: control.signal }))
      if (++seen === 3) control.abort()
    expect(seen).toBe(3)
    const rest = outcomes(await ingest(stopping, ['examples']))
    expect(rest.filter((outcome) => outcome === 'known')).toHaveLength(3)
    expect(rest.filter((outcome) => outcome === 'ingested')).toHaveLength(rest.length - 3)
    await stopping.close()
  })
})

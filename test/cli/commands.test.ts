import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, example, ledgerWith, temporary, type World } from './run-cli.ts'

let place: Awaited<ReturnType<typeof temporary>>
let ledger: string
const on = (...argv: string[]) => cli([...argv, '--ledger', ledger])
const json = async (...argv: string[]) => JSON.parse((await on(...argv, '--json')).out)

beforeAll(async () => {
  place = await temporary()
  ledger = await ledgerWith(
    place.folder,
    'signing-1-total',
    'signing-2-list',
    'kazakhstan-1-announced',
    'kazakhstan-3-held',
    'no-engagement',
  )
}, 60_000)
afterAll(() => place.remove())

describe('ingest', () => {
  test('the same again appends nothing, and says so', async () => {
    expect(await on('ingest', example('signing-1-total'), example('no-engagement'))).toMatchObject({
      code: 0,
      out: '2 documents known already; nothing appended\n',
    })
  })

  test('tells what came in, a line a document, and how many doubts there are to look at', async () => {
    const fresh = place.path('fresh')
    const { code, out } = await cli(['ingest', example('signing-1-total'), '--ledger', fresh, '--threads', '0'])
    expect(code).toBe(0)
    expect(out).toMatch(/^1 document · 0 failed · \d+ doubts? \(chancery doubts\)/)
    expect(out).toMatch(/signing-1-total .*signings/)
    const { out: doubts } = await cli(['doubts', '--json', '--ledger', fresh])
    expect(JSON.parse(doubts)).toHaveLength(Number(/(\d+) doubt/.exec(out)?.[1]))
  })

  test('a broken file among good ones is named, the others go in, exit code 1', async () => {
    const folder = place.path('mixed')
    await mkdir(folder)
    await writeFile(place.path('mixed', 'a.txt'), await readFile(example('phone-talks')))
    await writeFile(place.path('mixed', 'b.txt'), '')
    await writeFile(place.path('mixed', 'c.txt'), await readFile(example('conflict-1')))
    const { code, out, err } = await cli([
      'ingest',
      folder,
      place.path('not-there.txt'),
      '--ledger',
      place.path('mixed-ledger'),
      '--threads',
      '0',
    ])
    expect(code).toBe(1)
    expect(out).toMatch(/^2 documents · 2 failed/)
    expect(err).toContain('b.txt')
    expect(err).toContain('not-there.txt')
  })

  test('--json is one object with every refusal in the one shape', async () => {
    const { code, out } = await cli(['ingest', place.path('not-there.txt'), '--json', '--ledger', place.path('refusing'), '--threads', '0'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ingested: 0, failed: 1, refused: [{ fault: { code: 'no-such-path' } }] })
  })

  test('standard input is a document', async () => {
    const world: World = { stdin: await readFile(example('phone-talks'), 'utf8') }
    const { code, out } = await cli(['ingest', '-', '--published', '2023-03-30', '--ledger', place.path('piped'), '--threads', '0'], world)
    expect([code, out]).toEqual([0, expect.stringMatching(/^1 document · 0 failed/)])
  })

  test('Ctrl-C stops between documents, says how to go on, and a second run does', async () => {
    const target = place.path('stopped')
    const interrupted = new AbortController()
    interrupted.abort()
    const first = await cli(['ingest', example('signing-1-total'), example('conflict-1'), '--ledger', target, '--threads', '0'], {
      interrupted: interrupted.signal,
    })
    expect(first.code).toBe(1)
    expect(first.err).toContain('run the same command again to go on')
    const second = await cli(['ingest', example('signing-1-total'), example('conflict-1'), '--ledger', target, '--threads', '0'])
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('2 documents · 0 failed') })
  })

  test('metadata that makes no sense is usage', async () => {
    expect(await on('ingest', example('conflict-1'), '--field', 'body=x')).toMatchObject({ code: 2 })
  })
})

describe('extract', () => {
  test('ndjson: exactly document, type, data, evidence, rule, a claim a line; the quote is the text', async () => {
    const { code, out } = await cli(['extract', example('signing-1-total'), '--format', 'ndjson'])
    expect(code).toBe(0)
    const text = await readFile(example('signing-1-total'), 'utf8')
    const claims = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(claims.length).toBeGreaterThan(0)
    for (const claim of claims) {
      expect(Object.keys(claim)).toEqual(['document', 'type', 'data', 'evidence', 'rule'])
      expect(claim.document).toBe('signing-1-total')
      for (const { start, end, quote } of claim.evidence) expect(text.slice(start, end)).toBe(quote)
    }
  })

  test('shows each claim with its quote marked and its rule; --uncoded what was passed over', async () => {
    const { out } = await cli(['extract', example('signing-1-total')])
    expect(out).toMatch(/AgreementSigned .*count 7/)
    expect(out).toMatch(/\[\d+–\d+\] .*▐.*bảy văn kiện.*▌/)
    expect(out).toMatch(/rule vi\/agreement/)
    expect((await cli(['extract', example('no-engagement'), '--uncoded'])).out).toMatch(/no claim[\s\S]*passed over[\s\S]*▐/)
  })

  test('a missing file is named and the others go on', async () => {
    const { code, out, err } = await cli(['extract', place.path('gone.txt'), example('phone-talks')])
    expect(code).toBe(1)
    expect(err).toContain('gone.txt')
    expect(out).toContain('MeetingHeld')
  })
})

describe('views', () => {
  test('are listed with what they are for', async () => {
    expect((await on('views')).out).toMatch(/^name\tsays/)
    expect(await json('views')).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'agreement-counts', reads: expect.arrayContaining(['AgreementSigned']) })]),
    )
  })

  test('a row is found by its key, in any case, whichever country comes first', async () => {
    const exact = await json('view', 'agreement-counts', 'MN-VN')
    expect(exact).toMatchObject({ key: 'MN-VN', row: { signed: { atLeast: expect.any(Number) } } })
    expect(await json('view', 'agreement-counts', 'vn-mn')).toEqual(exact)
  })

  test('– where no document says, and a legend', async () => {
    const { out, err } = await on('view', 'agreement-counts', 'KZ-VN')
    expect(out).toMatch(/referenced +–/)
    expect(err).toContain('it is not zero')
    expect((await json('view', 'agreement-counts', 'KZ-VN')).row.referenced).toBeNull()
  })

  test('a misspelt name is found, and asked about; a surname that several share is a choice', async () => {
    const near = await on('view', 'leader-histories', 'tokaev')
    expect(near).toMatchObject({ code: 0, err: expect.stringContaining('did you mean: Kassym-Jomart Tokayev') })
    const several = await on('view', 'people', 'v')
    expect(several.code).toBe(1)
    expect(several.err).toMatch(/fits \d+ rows/)
    expect(several.out).toBe('')
  })

  test('an unknown view, and an unknown row: exit code 1, and what was meant', async () => {
    expect(await on('view', 'visit')).toMatchObject({ code: 1, err: expect.stringContaining('did you mean visits?') })
    expect(await on('view', 'agreement-counts', 'ZZ-XX')).toMatchObject({
      code: 1,
      err: expect.stringContaining('chancery view agreement-counts'),
    })
  })

  test('into a pipe: tabs, whole values, the key first, no border and no colour', async () => {
    const { out } = await on('view', 'leader-histories')
    const [head, ...rows] = out.trimEnd().split('\n')
    expect(head?.split('\t')[0]).toBe('key')
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) expect(row.split('\t')).toHaveLength(head?.split('\t').length ?? 0)
    expect(out).not.toMatch(/[─│┌\u001b]/)
  })

  test('every format', async () => {
    const rows = await json('view', 'agreement-counts')
    const { out: lines } = await on('view', 'agreement-counts', '--format', 'ndjson')
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(rows)
    const { out: csv } = await on('view', 'agreement-counts', '--format', 'csv')
    expect(csv.split('\n')[0]).toMatch(/^key,.*signed\.atLeast,signed\.exact/)
    const { out: markdown } = await on('view', 'agreement-counts', '--format', 'markdown')
    expect(markdown).toMatch(/^\| key \|.*\n\| --- \|/)
    const { out: table } = await on('view', 'agreement-counts', '--format', 'table')
    expect(table).toMatch(/^key +signed/)
  })

  test('filters: certain and possible are told apart; a misspelt field is told', async () => {
    expect((await on('view', 'visits', '--from', '2023', '--to', '2023')).err).toMatch(/\d+ certain, \d+ possible/)
    const states = await json('view', 'visits', '--where', 'what=state')
    expect(states.length).toBeGreaterThan(0)
    for (const { row } of states) expect(row.what).toBe('state')
    expect(await on('view', 'visits', '--where', 'waht=state')).toMatchObject({ code: 2 })
    expect(await json('view', 'visits', '--limit', '1')).toHaveLength(1)
  })

  test('as of a position or a time before anything: nothing', async () => {
    expect(await json('view', 'visits', '--as-of', '2001-01-01')).toEqual([])
    const [first] = await json('view', 'documents', '--as-of', '3')
    expect(first).toBeDefined()
    expect((await on('view', 'visits', '--as-of', '0')).err).toContain('as of position 0')
  })

  test('a timeline on a terminal has a chart by month', async () => {
    const { out } = await cli(['view', 'timeline', 'VN', '--ledger', ledger], { tty: true })
    expect(out).toMatch(/by month/)
    expect(out).toMatch(/█|░/)
    expect((await on('view', 'timeline', 'VN')).out).not.toMatch(/█|░/)
  })

  test('the same bytes after a rebuild', async () => {
    const before = (await on('view', 'visits', '--json')).out
    expect(await on('replay')).toMatchObject({ code: 0, err: expect.stringMatching(/views from \d+ events/) })
    expect((await on('view', 'visits', '--json')).out).toBe(before)
    const [only] = await json('replay', 'visits')
    expect(only).toMatchObject({ view: 'visits', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
})

describe('why', () => {
  test('leads to the characters, marked in their sentence, with rule, stream, revision and time', async () => {
    const { code, out } = await on('why', 'agreement-counts', 'MN-VN', 'signed')
    expect(code).toBe(0)
    expect(out).toMatch(/←.*agreement-counts MN-VN signed/)
    expect(out).toMatch(/\[\d+–\d+\].*▐.*văn kiện.*▌/)
    expect(out).toMatch(/rule vi\/agreement\/.* · by extractor vi@/)
    expect(out).toMatch(/recorded 2026-01-02 03:04:05 UTC/)
    expect(out).toMatch(/stream document\/[0-9a-f]{12}… · revision \d+ · position \d+/)
    expect(out).toMatch(/proof under the signed checkpoint/)
  })

  test('the slash before a path may be there; --json is the whole tree', async () => {
    const tree = await json('why', 'agreement-counts', 'MN-VN', '/signed')
    expect(tree).toMatchObject({
      view: 'agreement-counts',
      key: 'MN-VN',
      path: '/signed',
      events: expect.arrayContaining([expect.objectContaining({ quotes: expect.any(Array) })]),
    })
    for (const { quotes } of tree.events) for (const { start, end, quote } of quotes) expect(end - start).toBe(quote.length)
  })

  test('a row by any spelling; its decisions about who is who', async () => {
    expect(await on('why', 'leader-histories', 'tokaev', 'name')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Kassym-Jomart Tokayev'),
    })
    expect((await on('why', 'leader-histories', 'tokaev', 'identity')).code).toBe(0)
  })

  test('an unknown view, row or field: exit code 1', async () => {
    expect((await on('why', 'visit', 'x')).code).toBe(1)
    expect((await on('why', 'agreement-counts', 'ZZ-XX')).code).toBe(1)
    expect(await on('why', 'agreement-counts', 'MN-VN', 'singed')).toMatchObject({ code: 1, err: expect.stringContaining('signed') })
  })

  test('in Vietnamese, too', async () => {
    expect((await on('why', 'agreement-counts', 'MN-VN', 'signed', '--lang', 'vi')).out).toMatch(/luật vi\/agreement/)
  })
})

describe('events and documents', () => {
  test('the log as it lies, a line an event, positions without a gap', async () => {
    const { out } = await on('events')
    const positions = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).position)
    expect(positions).toEqual(positions.map((_, i) => i))
  })

  test('by type, by document, newest first, so many', async () => {
    const registered = await json('events', '--type', 'documentregistered')
    expect(registered).toHaveLength(5)
    const stream = registered[0].stream
    const own = await json('events', '--stream', stream.slice(0, 20))
    expect(new Set(own.map((event: { stream: string }) => event.stream))).toEqual(new Set([stream]))
    const newest = await json('events', '--newest', '--limit', '2')
    expect(newest[0].position).toBeGreaterThan(newest[1].position)
    expect(await on('events', '--type', 'Visitstrated')).toMatchObject({ code: 2, err: expect.stringContaining('VisitStarted') })
  })

  test('documents are listed and shown, with what was passed over; --text is the text and nothing else', async () => {
    const found = await json('documents')
    expect(found.map(({ name }: { name: string }) => name)).toContain('no-engagement')
    expect((await on('documents', 'list')).out).toBe((await on('documents')).out)
    const { out } = await on('documents', 'show', 'no-engagement')
    expect(out).toMatch(/passed over/)
    expect((await on('documents', 'show', 'no-engagement', '--text')).out).toBe(`${await readFile(example('no-engagement'), 'utf8')}\n`)
    expect(await on('documents', 'show', 'nothing')).toMatchObject({ code: 1 })
  })

  test('doubts about several documents: a total of seven, and a list that names five', async () => {
    const two = await ledgerWith(place.path('two'), 'signing-1-total', 'signing-2-list')
    const { out } = await cli(['doubts', '--json', '--code', 'count-shortfall', '--ledger', two])
    const [doubt, ...others] = JSON.parse(out)
    expect(others).toEqual([])
    expect(doubt.about.says).toMatch(/: 7 > 5$/)
    expect(doubt.evidence[0].quote.length).toBeGreaterThan(0)
    expect(doubt.about.of.every((id: string) => /\/a@\d+$/.test(id))).toBe(true)
  })

  test('doubts, by kind', async () => {
    const all = await json('doubts')
    const code = all[0].code
    const some = await json('doubts', '--code', code)
    expect(some.length).toBeGreaterThan(0)
    expect(some.every((doubt: { code: string }) => doubt.code === code)).toBe(true)
  })

  test('export log is the log', async () => {
    const file = place.path('out.ndjson')
    expect((await on('export', 'log', file)).code).toBe(0)
    expect(await readFile(file, 'utf8')).toBe((await on('events')).out)
    expect((await on('export', 'log')).out).toBe((await on('events')).out)
  })

  test('an exported log goes into a new ledger, once; its views are the same', async () => {
    const copy = ['--ledger', place.path('copy')]
    const log = (await on('export', 'log')).out
    expect((await cli(['import', ...copy], { stdin: log })).code).toBe(0)
    expect((await cli(['import', ...copy], { stdin: log })).code).toBe(0)
    expect((await cli(['view', 'visits', '--json', ...copy])).out).toBe((await on('view', 'visits', '--json')).out)
    expect(await cli(['import', place.path('gone.ndjson'), ...copy])).toMatchObject({ code: 1 })
  })

  test('a view goes out in the formats of the field; a format of views needs one', async () => {
    expect((await on('export')).out).toMatch(/csv/)
    expect((await on('export', 'icalendar', '--view', 'visits')).out).toMatch(/^BEGIN:VCALENDAR/)
    expect(await on('export', 'csv')).toMatchObject({ code: 2, err: expect.stringContaining('--view') })
    expect(await on('export', 'parqet')).toMatchObject({ code: 2, err: expect.stringContaining('did you mean parquet?') })
  })
})

describe('trust', () => {
  test('verify finds nothing wrong; a flipped byte is named, exit code 1', async () => {
    const target = await ledgerWith(place.path('flip'), 'phone-talks')
    expect(await cli(['verify', '--ledger', target])).toMatchObject({ code: 0, out: expect.stringContaining('nothing is wrong') })
    const segment = `${target}/log/000000000000.ndjson`
    const log = await readFile(segment, 'utf8')
    await writeFile(segment, log.replace('phone-talks', 'phone-talkz'))
    const { code, out } = await cli(['verify', '--ledger', target])
    expect(code).toBe(1)
    expect(out).toMatch(/✗ .*position \d+/)
    expect(JSON.parse((await cli(['verify', '--ledger', target, '--json'])).out).ok).toBe(false)
  })

  test('a proof holds on a machine without the ledger, with the key; a forged one does not', async () => {
    const [proof, key, checkpoint] = [place.path('p.proof'), place.path('vkey.txt'), place.path('checkpoint.txt')]
    expect((await on('prove', '3', '--out', proof)).code).toBe(0)
    await writeFile(key, (await on('checkpoint', '--vkey')).out)
    await writeFile(checkpoint, (await on('checkpoint')).out)
    const elsewhere = ['--ledger', place.path('no-ledger-here')]
    expect(await cli(['verify', '--proof', proof, '--key', key, ...elsewhere])).toMatchObject({
      code: 0,
      out: expect.stringContaining('position 3'),
    })
    await writeFile(proof, (await readFile(proof, 'utf8')).replace('index 3', 'index 2'))
    expect((await cli(['verify', '--proof', proof, '--key', key, ...elsewhere])).code).not.toBe(0)
    expect((await on('verify', '--against', checkpoint)).code).toBe(0)
    expect(await on('prove', '999999')).toMatchObject({ code: 1 })
  })

  test('an audit draws the same claims for the same seed, in the order of the log', async () => {
    const positions = async (seed: string) =>
      (await on('audit', '--sample', '5', '--seed', seed, '--format', 'ndjson')).out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).position)
    const drawn = await positions('7')
    expect(drawn).toHaveLength(5)
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
    expect(await positions('7')).toEqual(drawn)
    expect((await on('audit', '--sample', '1', '--seed', '7')).out).toMatch(/▐.*▌/)
  })

  test('the rules of today read the same', async () => {
    expect(await on('reextract')).toMatchObject({ code: 0, out: 'the rules of today read the same\n' })
  })

  test('compare: no difference between a point and itself, rows and events between two', async () => {
    expect(await on('compare', 'visits', '--from', '5', '--to', '5')).toMatchObject({ code: 0, out: 'no difference\n' })
    const { code, out } = await on('compare', 'documents', '--from', '0')
    expect(code).toBe(1)
    expect(out).toMatch(/a new row[\s\S]*#\d+/)
  })
})

describe('a ledger folder that is not one', () => {
  test('reading says what to do, exit code 3, and makes nothing', async () => {
    const target = place.path('empty')
    const { code, err } = await cli(['view', 'visits', '--ledger', target])
    expect(code).toBe(3)
    expect(err).toMatch(/^couldn't /)
    expect(existsSync(target)).toBe(false)
  })

  test('doctor says what is wrong, and what is well', async () => {
    const target = place.path('other')
    await mkdir(target)
    await writeFile(place.path('other', 'notes.txt'), 'x')
    expect(await cli(['doctor', '--ledger', target])).toMatchObject({ code: 1, out: expect.stringContaining('--ledger') })
    expect(await on('doctor')).toMatchObject({ code: 0, err: expect.stringContaining('nothing is wrong') })
    expect((await cli(['doctor', '--ledger', place.path('nowhere')])).code).toBe(0)
  })
})

describe('try', () => {
  test('a rule, and words however they are written', async () => {
    expect((await cli(['try', 'vi/meeting', example('phone-talks')])).out).toMatch(/MeetingHeld \(vi\/meeting/)
    const { code, out } = await cli(['try', 'dien dam', example('phone-talks')])
    expect(code).toBe(0)
    expect(out).toContain('▐điện đàm▌')
    expect((await cli(['try', 'xylophone', example('phone-talks')])).code).toBe(1)
  })
})

import { writeFile } from 'node:fs/promises'
import { PassThrough, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { widthOf } from '../../src/cli/text/width.ts'
import { cli, collector, example, ledgerWith, temporary } from './run-cli.ts'

let place: Awaited<ReturnType<typeof temporary>>
let ledger: string
beforeAll(async () => {
  place = await temporary()
  ledger = await ledgerWith(place.folder, 'state-visit-1-arrival', 'state-visit-2-departure')
}, 60_000)
afterAll(() => place.remove())

const colour = /\u001b\[/

describe('where the output goes', () => {
  test('a reader that goes away ends the output quietly', async () => {
    let lines = 0
    const gone = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        done(lines++ < 2 ? null : Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      },
    })
    const err = collector()
    const code = await run(['events', '--ledger', ledger], {
      stdin: new PassThrough().end(),
      stdout: gone,
      stderr: err.stream,
      env: {},
      cwd: process.cwd(),
      columns: 80,
      isTty: { stdin: false, stdout: false, stderr: false },
      now: () => new Date(0),
    })
    expect({ code, err: err.text() }).toEqual({ code: 0, err: '' })
    expect(lines).toBeLessThan(5)
  })

  test('a slow reader is waited for', async () => {
    const got: string[] = []
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        setImmediate(() => {
          got.push(String(chunk))
          done()
        })
      },
    })
    const io = {
      stdin: new PassThrough().end(),
      stdout: slow,
      stderr: collector().stream,
      env: {},
      cwd: process.cwd(),
      columns: 80,
      isTty: { stdin: false, stdout: false, stderr: false },
      now: () => new Date(0),
    }
    expect(await run(['events', '--ledger', ledger], io)).toBe(0)
    await new Promise((resolve) => slow.end(resolve))
    expect(got.join('').trim().split('\n')).toHaveLength(JSON.parse((await cli(['events', '--json', '--ledger', ledger])).out).length)
  })

  test('colour only on a terminal, and never with NO_COLOR or --no-color', async () => {
    const view = ['view', 'visits', '--ledger', ledger]
    const coloured = { tty: true, env: { NO_COLOR: undefined } }
    expect((await cli(view, coloured)).out).toMatch(colour)
    expect((await cli(view, { env: { NO_COLOR: undefined } })).out).not.toMatch(colour)
    expect((await cli(view, { tty: true, env: { NO_COLOR: '1' } })).out).not.toMatch(colour)
    expect((await cli([...view, '--no-color'], coloured)).out).not.toMatch(colour)
    expect((await cli(view, { tty: true, env: { NO_COLOR: undefined, TERM: 'dumb' } })).out).not.toMatch(colour)
  })

  test.each([24, 40, 60, 80, 120])('on a terminal of %i columns nothing is wider', async (columns) => {
    for (const argv of [['view', 'visits'], ['view', 'leader-histories'], ['views'], ['documents'], ['doubts'], ['events']]) {
      const { out } = await cli([...argv, '--ledger', ledger], { tty: true, columns })
      for (const line of out.split('\n')) expect(widthOf(line), `${argv.join(' ')}: ${line}`).toBeLessThanOrEqual(columns)
    }
  })

  test('--quiet leaves the results, and errors', async () => {
    const quiet = await cli(['view', 'agreement-counts', 'kr-vn', '--quiet', '--ledger', ledger])
    expect(quiet.err).toBe('')
    expect(quiet.out).not.toBe('')
    expect((await cli(['view', 'nothing', '--quiet', '--ledger', ledger])).err).not.toBe('')
  })

  test('a long table goes through PAGER on a terminal, unless --no-pager', async () => {
    const pager = { tty: true, rows: 3, env: { PAGER: 'cat >/dev/null' } }
    expect((await cli(['view', 'leader-histories', '--ledger', ledger], pager)).out).toBe('')
    expect((await cli(['view', 'leader-histories', '--no-pager', '--ledger', ledger], pager)).out).not.toBe('')
    expect((await cli(['view', 'leader-histories', '--ledger', ledger], { ...pager, rows: 500 })).out).not.toBe('')
    expect((await cli(['view', 'leader-histories', '--ledger', ledger], { ...pager, tty: false })).out).not.toBe('')
    expect(
      (await cli(['view', 'leader-histories', '--ledger', ledger], { ...pager, env: { PAGER: 'no-such-pager-anywhere 2>/dev/null' } })).out,
    ).not.toBe('')
  })

  test('every command with --json prints JSON and nothing else', async () => {
    for (const argv of [
      ['views'],
      ['view', 'visits'],
      ['view', 'people', 'yoon'],
      ['why', 'agreement-counts', 'KR-VN', 'signed'],
      ['events'],
      ['doubts'],
      ['documents'],
      ['documents', 'show', 'state-visit-1-arrival'],
      ['verify'],
      ['checkpoint'],
      ['prove', '1'],
      ['audit', '--sample', '1', '--seed', '1'],
      ['reextract'],
      ['replay'],
      ['doctor'],
      ['compare', 'visits', '--from', '2', '--to', '3'],
      ['extract', example('phone-talks')],
      ['try', 'hoi dam', example('conflict-1')],
    ]) {
      const { out } = await cli([...argv, '--json', '--ledger', ledger])
      expect(() => JSON.parse(out), argv.join(' ')).not.toThrow()
    }
  })

  test('a bar is drawn on a terminal only, and cleared', async () => {
    const target = place.path('barred')
    const bar = await cli(['ingest', example('phone-talks'), '--ledger', target, '--threads', '0'], { tty: true })
    expect(bar.code).toBe(0)
    expect((await cli(['ingest', example('phone-talks'), '--ledger', place.path('plain'), '--threads', '0'])).err).toBe('')
  })

  test('settings come from the folder; flags beat the environment, which beats settings', async () => {
    await writeFile(place.path('chancery.config.json'), JSON.stringify({ ledger: './ledger', lang: 'vi' }))
    const here = { cwd: place.folder, env: { CHANCERY_LANG: undefined } }
    expect((await cli(['views', '--format', 'table'], here)).out).toMatch(/^bảng/)
    expect((await cli(['views', '--format', 'table', '--lang', 'en'], here)).out).toMatch(/^view/)
    expect((await cli(['view', 'visits', '--ledger', place.path('nowhere')], here)).code).toBe(3)
    expect((await cli(['view', 'visits'], { ...here, env: { CHANCERY_LEDGER: place.path('nowhere') } })).code).toBe(3)
    await writeFile(place.path('odd.json'), JSON.stringify({ leger: 'x' }))
    expect(await cli(['views', '--config', 'odd.json'], here)).toMatchObject({ code: 2, err: expect.stringContaining('ledger') })
    expect(await cli(['views', '--config', 'gone.json'], here)).toMatchObject({ code: 1 })
  })
})

import { posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSite, fileOf } from '../../src/exports/site.ts'
import { type ExampleRoom, exampleRoom, unescaped } from './example-room.ts'

let room: ExampleRoom
const files = new Map<string, string>()
beforeAll(async () => {
  room = await exampleRoom({ only: ['phone-talks'] })
  await room.ledger.transparency.sign()
  const ask = (path: string) => room.app.request(path, { headers: { accept: 'text/html' } })
  const write = async (file: string, bytes: Uint8Array) => void files.set(file, new TextDecoder().decode(bytes))
  for await (const { file } of exportSite({ ask, write })) expect(files.has(file)).toBe(true)
}, 120_000)
afterAll(() => room.close())

describe('the site', () => {
  test('has every page, and its data beside it', () => {
    for (const file of [
      'index.html',
      'index.json',
      'leaders.html',
      'leaders.csv',
      'leaders/joe-biden.us.html',
      'log.html',
      'views/visits.json',
    ])
      expect([...files.keys()]).toContain(file)
    expect([...files.keys()].some((file) => file.startsWith('why/meetings/'))).toBe(true)
    // An invitation that no visit followed has a page too, under the id of its event.
    expect([...files.keys()].some((file) => /^engagements\/[0-9a-f]{8}-[0-9a-f-]+\.html$/.test(file))).toBe(true)
  })

  test('every link leads to a file of the site, wherever the folder lies', () => {
    let links = 0
    for (const [file, text] of files) {
      if (!file.endsWith('.html')) continue
      for (const match of text.matchAll(/ (?:href|src|cite)="([^"]*)"/g)) {
        const target = unescaped(match[1] as string)
        if (/^(https?:|#|data:)/.test(target)) continue
        const path = decodeURI(target.split('#')[0] as string).replaceAll('%3F', '?')
        if (path === '') continue
        expect(path).not.toMatch(/^\//)
        expect([...files.keys()].includes(posix.join(posix.dirname(file), path)), `${file} → ${target}`).toBe(true)
        links++
      }
    }
    expect(links).toBeGreaterThan(200)
  })

  test('runs no script and asks no server', () => {
    for (const [file, text] of files) if (file.endsWith('.html')) expect(text).not.toMatch(/<script|<form|<button/)
  })

  test('names files so that every file system takes them', () => {
    expect(fileOf('/')).toBe('index.html')
    expect(fileOf('/views/visits/0123%2Fv%40130')).toBe('views/visits/0123=2fv@130.html')
    expect(fileOf('/why/x/..%2F..%2Fetc')).toBe('why/x/..=2f..=2fetc.html')
    expect(fileOf('/why/x/%2E%2E/y')).toBe('why/x/=2e=2e/y.html')
    expect(fileOf(`/why/x/${'a'.repeat(500)}`).length).toBeLessThan(80)
    expect(fileOf('/leaders/x.json')).toBe('leaders/x.json')
  })
})

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../src/http/server.ts'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

const texts = await Promise.all(
  ['../../src/http/README.md', '../../README.md'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
)
const commands = texts.flatMap((text) => [...text.matchAll(/^curl .*$/gm)].map(([line]) => line))
const run = promisify(execFile)

let room: ExampleRoom
let served: Served
beforeAll(async () => {
  room = await exampleRoom()
  served = await serve(room.ledger, { port: 0, allowWrites: true })
}, 60_000)
afterAll(async () => {
  await served.close()
  await room.close()
})

describe('the README of the reading room', () => {
  test('has examples to run', () => {
    expect(commands.length).toBeGreaterThan(8)
  })

  test.each(commands)('%s', async (command) => {
    const here = command.replaceAll('http://localhost:4173/', served.url)
    const { stdout } = await run('sh', ['-c', `${here} -w '\\n%{http_code}'`], {
      env: { ...process.env, TOKEN: served.token ?? '' },
      maxBuffer: 64 * 1024 * 1024,
    })
    const status = stdout.slice(stdout.lastIndexOf('\n') + 1)
    // Nothing was corrected yet, so there is nothing to undo: the answer says so.
    if (command.includes('/correct/undo'))
      expect(JSON.parse(stdout.slice(0, stdout.lastIndexOf('\n')))).toMatchObject({ code: 'no-such-event' })
    else expect(status).toMatch(/^20[01]$/)
    expect(stdout.length).toBeGreaterThan(50)
  })

  test('a thousand requests at once over the network, beside readers that never read on, are all answered', async () => {
    const { connect } = await import('node:net')
    const { hostname, port } = new URL(served.url)
    const lazy = Array.from({ length: 20 }, () => connect(Number(port), hostname))
    // They ask for the log and never take the answer off the wire.
    for (const socket of lazy)
      socket
        .on('error', () => {})
        .pause()
        .write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const paths = ['/help', '/leaders.json', '/log.csv', '/nowhere', '/views/visits?q=%00', '/documents/..%2f..%2fkey']
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, async (_, at) => {
        const answer = await fetch(new URL(paths[at % paths.length] as string, served.url))
        await answer.arrayBuffer()
        return answer.status
      }),
    )
    expect(answers.map((status, at) => [at % paths.length < 3 || at % paths.length === 4, status === 200])).toEqual(
      answers.map((_, at) => [at % paths.length < 3 || at % paths.length === 4, at % paths.length < 3 || at % paths.length === 4]),
    )
    for (const socket of lazy) socket.destroy()
    expect((await fetch(new URL('/health', served.url))).status).toBe(200)
  })

  test('bytes that are no HTTP, headers without an end and a body that is too large get a clear answer', async () => {
    const { connect } = await import('node:net')
    const { hostname, port } = new URL(served.url)
    const say = (bytes: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname)
        let heard = ''
        socket.on('data', (data) => {
          heard += data
        })
        socket.on('error', () => resolve(heard))
        socket.on('close', () => resolve(heard))
        socket.write(bytes)
      })
    expect(await say('\x00\x01\x02 nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
    expect(await say(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
    const large = await fetch(new URL('/ingest', served.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${served.token}`, 'content-type': 'text/plain' },
      body: 'ừ '.repeat(11_000_000),
    })
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ code: 'document-too-large', cure: expect.any(String) })
    const line = await fetch(new URL('/ingest?name=line', served.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${served.token}`, 'content-type': 'text/plain' },
      body: 'a '.repeat(5_100_000),
    })
    expect(line.status).toBe(422)
    expect(JSON.stringify(await line.json())).toContain('10 MB')
  })

  test('a slow client, a request without an end and a crowd do not stop the others', async () => {
    const { connect } = await import('node:net')
    const { hostname, port } = new URL(served.url)
    const sockets = Array.from({ length: 50 }, () => connect(Number(port), hostname))
    for (const socket of sockets) socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(new URL('/help', served.url)).then(({ status }) => status)))
    expect(new Set(answers)).toEqual(new Set([200]))
    for (const socket of sockets) socket.destroy()
  })
})

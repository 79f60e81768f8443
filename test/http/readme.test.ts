import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../src/http/server.ts'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

const readme = await readFile(new URL('../../src/http/README.md', import.meta.url), 'utf8')
const commands = [...readme.matchAll(/^curl .*$/gm)].map(([line]) => line)
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

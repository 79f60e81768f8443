import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { notes } from '../contracts/notes.ts'

/** Debian's `golang-go` and `golang-golang-x-mod-dev`: an implementation that shares no code with this one. */
const sources = '/usr/share/gocode'
const there = existsSync(join(sources, 'src/golang.org/x/mod/sumdb/tlog')) && spawnSync('go', ['version']).status === 0

describe.skipIf(!there)('the transparency packages of the Go project', () => {
  let work = ''
  let program = ''
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'chancery-'))
    program = join(work, 'check')
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: sources, GOCACHE: join(work, 'cache') }
    execFileSync('go', ['build', '-o', program, join(import.meta.dirname, 'other-implementation/check.go')], { env, stdio: 'pipe' })
  }, 120_000)
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  const grow = async (name: string, older: number, size: number) => {
    const folder = join(work, name)
    const store = await openFileStore(folder, { segmentBytes: 20_000 })
    const log = await openTransparencyLog(folder, store, { name: 'example.org/ledger' })
    await store.append('a', notes('a', older), { expectedRevision: 'any' })
    const files = { older: join(work, `${name}-older`), consistency: join(work, `${name}-consistency`) }
    writeFileSync(files.older, await log.sign())
    if (size > older) await store.append('b', notes('b', size - older), { expectedRevision: 'any' })
    await log.sign()
    writeFileSync(files.consistency, (await log.proveConsistency(older)).join('\n'))
    const proofs: string[] = []
    for (const position of new Set([0, older - 1, Math.floor(size / 2), size - 1])) {
      const file = join(work, `${name}-${position}.tlog-proof`)
      writeFileSync(file, await log.prove(position))
      proofs.push(file)
    }
    await log.close()
    await store.close()
    return [folder, files.older, files.consistency, ...proofs]
  }

  test.each([
    [1, 1],
    [3, 7],
    [255, 256],
    [256, 257],
    [300, 700],
    [1, 2_000],
  ])('read checkpoint, tiles and proofs of a log that grew from %i to %i events', async (older, size) => {
    const run = spawnSync(program, await grow(`${older}-${size}`, older, size), { encoding: 'utf8' })
    expect(run.stdout).toMatch(new RegExp(`^ok ${size} events`))
  })

  test('find fault when a byte of a tile is changed', async () => {
    const args = await grow('bent', 10, 20)
    writeFileSync(join(work, 'bent/tile/0/000.p/20'), Buffer.alloc(640))
    expect(spawnSync(program, args, { encoding: 'utf8' }).stdout).toMatch(/^FAILED/)
  })
})

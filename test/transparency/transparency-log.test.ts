import { createPrivateKey, hash, sign } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineOf } from '../../src/kernel/envelope.ts'
import { realDisk } from '../../src/store/file/disk.ts'
import type { FileStore } from '../../src/store/file/file-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import { parseCheckpoint } from '../../src/transparency/checkpoint.ts'
import { entryBundle } from '../../src/transparency/entry-bundle.ts'
import { cosignature, formatVerifierKey, newSigningKey, parseVerifierKey, type SigningKey } from '../../src/transparency/keys.ts'
import { signatureLine } from '../../src/transparency/note.ts'
import { verifyProof } from '../../src/transparency/proof-file.ts'
import { openTransparencyLog, type TransparencyLog, type TransparencyOptions } from '../../src/transparency/transparency-log.ts'
import { verifyLedger } from '../../src/transparency/verify-ledger.ts'
import { note, notes, readAll } from '../contracts/notes.ts'
import { folders } from '../store/folders.ts'

const { fresh, store: openStore } = folders()

const ledger = async (
  folder: string,
  options: TransparencyOptions = { name: 'example.org/ledger' },
): Promise<{ store: FileStore; log: TransparencyLog; close(): Promise<void> }> => {
  const store = await openStore(folder, options.readOnly ? { readOnly: true } : {})
  const log = await openTransparencyLog(folder, store, options)
  return {
    store,
    log,
    async close() {
      await log.close()
      await store.close()
    },
  }
}
const append = (store: FileStore, prefix: string, count: number) => store.append(prefix, notes(prefix, count), { expectedRevision: 'any' })
const sizeOf = (text: string | undefined): number | undefined => {
  const checkpoint = parseCheckpoint(text ?? '')
  return 'wrong' in checkpoint ? undefined : checkpoint.size
}

describe('the checkpoint', () => {
  test('covers every acknowledged append once the ledger is closed', async () => {
    const folder = fresh()
    for (const [round, size] of [3, 300, 260].entries()) {
      const { store, log, close } = await ledger(folder)
      await append(store, `r${round}-`, size)
      await close()
      expect(sizeOf(await log.checkpoint())).toBe([3, 303, 563][round])
      expect(await verifyLedger(folder)).toMatchObject({ ok: true, after: 0 })
    }
  })

  test('of a ledger without events is not made by opening and closing it', async () => {
    const folder = fresh()
    const { log, close } = await ledger(folder)
    await close()
    expect(await log.checkpoint()).toBeUndefined()
    expect(existsSync(join(folder, 'key'))).toBe(false)
  })

  test('stays the same, signatures of others with it, when nothing was appended', async () => {
    const folder = fresh()
    const first = await ledger(folder)
    await append(first.store, 'a', 2)
    const text = await first.log.sign()
    await first.close()
    const second = await ledger(folder)
    expect(await second.log.sign()).toBe(text)
    await second.close()
    expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe(text)
  })

  test('is the same for the same lines, in one go or in many, with segments large or small', async () => {
    const roots = new Set<string>()
    for (const groups of [[600], [1, 255, 1, 300, 43], Array.from({ length: 60 }, () => 10)]) {
      const folder = fresh()
      const store = await openStore(folder, { segmentBytes: 30_000, now: () => new Date(0), disk: { ...realDisk, sync: async () => {} } })
      const log = await openTransparencyLog(folder, store, { name: 'example.org/ledger' })
      let done = 0
      for (const size of groups) {
        for (let each = 0; each < size; each++, done++) await store.append('a', [note(`n${done}`)], { expectedRevision: 'any' })
        await log.sign()
      }
      const checkpoint = parseCheckpoint((await log.checkpoint()) ?? '')
      if ('wrong' in checkpoint) throw new Error(checkpoint.wrong)
      roots.add(checkpoint.root.toString('hex'))
      await log.close()
      expect(await verifyLedger(folder)).toMatchObject({ ok: true })
    }
    expect(roots.size).toBe(1)
  })

  test('is signed on time while the log grows', async () => {
    const folder = fresh()
    const { store, log, close } = await ledger(folder, { everyMs: 1 })
    await append(store, 'a', 5)
    while (sizeOf(await log.checkpoint()) !== 5) await new Promise(setImmediate)
    await close()
  })

  test('goes on after a process that was killed between tiles and signature', async () => {
    const folder = fresh()
    const first = await ledger(folder)
    await append(first.store, 'a', 500)
    const before = await first.log.sign()
    await append(first.store, 'b', 300)
    await first.close()
    writeFileSync(join(folder, 'checkpoint'), before)
    const second = await ledger(folder)
    expect(sizeOf(await second.log.sign())).toBe(800)
    await second.close()
    expect(await verifyLedger(folder, { against: before })).toMatchObject({ ok: true })
  })

  test.each([
    ['gone', (folder: string) => rmSync(join(folder, 'tile'), { recursive: true })],
    ['wrong at level 1', (folder: string) => writeFileSync(join(folder, 'tile/1/000.p/2'), Buffer.alloc(64))],
    ['cut short', (folder: string) => writeFileSync(join(folder, 'tile/0/002.p/188'), '')],
  ])('given tiles that are %s, they are built again from the log and held against the signature', async (_, damage) => {
    const folder = fresh()
    const first = await ledger(folder)
    await append(first.store, 'a', 700)
    await first.close()
    damage(folder)
    expect(await verifyLedger(folder)).toMatchObject({ ok: false })
    const second = await ledger(folder)
    await append(second.store, 'b', 1_000)
    await second.close()
    expect(await verifyLedger(folder)).toMatchObject({ ok: true, signed: 1_700 })
  })

  test.each([
    ['cut short', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
    ['changed at its end', (text: string) => text.replace('"id":"a4"', '"id":"b4"')],
  ])('given a log that was %s, nothing more is signed', async (_, change) => {
    const folder = fresh()
    const first = await ledger(folder)
    for (let each = 0; each < 5; each++) await first.store.append('a', [note(`a${each}`)], { expectedRevision: 'any' })
    await first.close()
    const segment = join(folder, 'log/000000000000.ndjson')
    const signed = readFileSync(join(folder, 'checkpoint'), 'utf8')
    writeFileSync(segment, change(readFileSync(segment, 'utf8')))
    const { store, log } = await ledger(folder)
    await append(store, 'new', 3)
    const size = (await store.tip()) + 1
    if (size > 5) await expect(log.sign()).rejects.toMatchObject({ code: 'checkpoint-mismatch' })
    await expect(log.close()).rejects.toMatchObject({ code: 'checkpoint-mismatch' })
    expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe(signed)
  })
})

describe('keys', () => {
  test('are created with the first signature, for the owner’s eyes only', async () => {
    const folder = fresh()
    const { store, log, close } = await ledger(folder)
    await append(store, 'a', 1)
    await close()
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600)
    expect(log.verifierKeys()).toEqual([readFileSync(join(folder, 'vkey'), 'utf8').trim()])
    expect(parseVerifierKey(log.verifierKeys()[0] as string)).toMatchObject({ name: 'example.org/ledger' })
  })

  test('given a process that was killed during its first signature, nothing is wrong, and the next one signs', async () => {
    const folder = fresh()
    const first = await ledger(folder)
    await append(first.store, 'a', 300)
    await first.close()
    const verified = readFileSync(join(folder, 'vkey'), 'utf8')
    for (const stage of ['before the checkpoint', 'after the checkpoint']) {
      writeFileSync(join(folder, 'vkey.new'), verified)
      rmSync(join(folder, 'vkey'))
      if (stage === 'before the checkpoint') rmSync(join(folder, 'checkpoint'))
      expect(await verifyLedger(folder), stage).toMatchObject({ ok: true, problems: [] })
      const next = await ledger(folder)
      await next.close()
      expect(await verifyLedger(folder), stage).toMatchObject({ ok: true, signed: 300 })
      expect(readFileSync(join(folder, 'vkey'), 'utf8')).toBe(verified)
    }
    rmSync(join(folder, 'checkpoint'))
    expect((await verifyLedger(folder)).problems).toEqual([{ says: 'the checkpoint is missing', file: 'checkpoint' }])
  })

  test('given no name, the log gets one of its own; another name later is refused', async () => {
    const folder = fresh()
    const first = await ledger(folder, {})
    await append(first.store, 'a', 1)
    await first.close()
    expect((await first.log.state(0)).origin).toMatch(/^chancery\.local\//)
    const second = await ledger(folder, { name: 'example.org/other' })
    await append(second.store, 'b', 1)
    await expect(second.log.sign()).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(openTransparencyLog(fresh(), openMemoryStore(), { name: 'a b' }).then((log) => log.sign())).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('given a copy without its key, it verifies and does not sign', async () => {
    const folder = fresh()
    const first = await ledger(folder)
    await append(first.store, 'a', 1)
    await first.close()
    rmSync(join(folder, 'key'))
    expect(await verifyLedger(folder)).toMatchObject({ ok: true })
    const { store, log } = await ledger(folder, {})
    await append(store, 'b', 1)
    await expect(log.sign()).rejects.toMatchObject({ code: 'read-only' })
  })

  test('a rotated key is handed over by both, and the log keeps its origin', async () => {
    const folder = fresh()
    const { store, log, close } = await ledger(folder)
    await append(store, 'a', 2)
    const old = await log.sign()
    const next = await log.rotateKey()
    const checkpoint = parseCheckpoint((await log.checkpoint()) ?? '')
    expect(checkpoint).toMatchObject({ origin: 'example.org/ledger', size: 2, note: { signatures: [{}, {}] } })
    expect(log.verifierKeys()).toHaveLength(2)
    expect(log.verifierKeys()[1]).toBe(next)
    expect(await verifyLedger(folder, { against: old })).toMatchObject({ ok: true })
    await append(store, 'b', 2)
    await close()
    expect(await verifyLedger(folder, { against: old })).toMatchObject({ ok: true, signed: 4 })
    expect(await verifyLedger(folder, { verifierKey: next })).toMatchObject({ ok: true })
  })
})

describe('proofs', () => {
  test('every event of a log can be proved offline, and nothing else', async () => {
    const folder = fresh()
    const { store, log } = await ledger(folder)
    await append(store, 'a', 520)
    await log.sign()
    const key = log.verifierKeys()[0] as string
    const events = await readAll(store)
    for (const position of [0, 1, 255, 256, 511, 519]) {
      const proven = verifyProof(await log.prove(position), key)
      expect(Buffer.from(proven.line).toString()).toBe(lineOf(events[position] as (typeof events)[number]))
      expect(proven.event).toEqual(events[position])
      expect(proven.checkpoint.size).toBe(520)
    }
    await expect(log.prove(520)).rejects.toMatchObject({ code: 'no-such-event' })
    await expect(log.prove(-1)).rejects.toMatchObject({ code: 'no-such-event' })
  })

  test('an event after the last checkpoint is signed first, by who may sign', async () => {
    const folder = fresh()
    const { store, log } = await ledger(folder)
    await append(store, 'a', 2)
    await log.sign()
    await append(store, 'b', 2)
    const reader = await ledger(folder, { readOnly: true })
    expect(await reader.log.state(2)).toEqual({ signed: false, size: 2, origin: 'example.org/ledger' })
    await expect(reader.log.prove(2)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(verifyProof(await log.prove(2), log.verifierKeys()[0] as string).checkpoint.size).toBe(4)
    expect(await reader.log.state(2)).toMatchObject({ signed: true })
    await expect(reader.log.sign()).rejects.toMatchObject({ code: 'read-only' })
  })

  test('given any byte of a proof changed, it does not verify as anything else', async () => {
    const folder = fresh()
    const { store, log } = await ledger(folder)
    await append(store, 'a', 7)
    const proof = Buffer.from(await log.prove(3))
    const key = log.verifierKeys()[0] as string
    const { line } = verifyProof(proof, key)
    for (let at = 0; at < proof.length; at++) {
      const bent = Buffer.from(proof)
      bent[at] = (bent[at] as number) ^ (1 << (at % 7))
      const outcome = (() => {
        try {
          return verifyProof(bent, key)
        } catch (fault) {
          return fault
        }
      })()
      expect(outcome, `byte ${at}`).toMatchObject({ code: 'proof-invalid' })
    }
    expect(() => verifyProof(proof.subarray(0, -1), key)).toThrow()
    expect(() => verifyProof(proof, formatVerifierKey(newSigningKey('example.org/ledger')))).toThrow()
    expect(Buffer.from(line).toString()).toContain('"id":"a3"')
  })

  test('entry bundles are the lines after their lengths', async () => {
    const folder = fresh()
    const { store } = await ledger(folder)
    await append(store, 'a', 300)
    const lines = (await readAll(store)).map((event) => Buffer.from(lineOf(event)))
    const expected = Buffer.concat(lines.slice(256).flatMap((line) => [Buffer.of(line.length >> 8, line.length & 255), line]))
    expect(await entryBundle(store, 1, 44)).toEqual(expected)
    expect((await entryBundle(store, 0))?.length).toBe(lines.slice(0, 256).reduce((sum, line) => sum + line.length + 2, 0))
    expect(await entryBundle(store, 1)).toBeUndefined()
  })
})

describe('witnesses', () => {
  /** A witness as C2SP tlog-cosignature describes it. */
  const cosign = (checkpoint: string, key: SigningKey, time: bigint): string => {
    const text = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1)
    const stamp = Buffer.alloc(8)
    stamp.writeBigUInt64BE(time)
    const privateKey = createPrivateKey({
      key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), key.seed]),
      format: 'der',
      type: 'pkcs8',
    })
    const signature = Buffer.concat([stamp, sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), privateKey)])
    return `${checkpoint}${signatureLine({ name: key.name, keyId: witnessId(key), signature })}`
  }
  const asWitness = (key: SigningKey): string => {
    const body = Buffer.concat([Buffer.of(cosignature), key.publicKey])
    return `${key.name}+${witnessId(key).toString('hex')}+${body.toString('base64')}`
  }
  const witnessId = (key: SigningKey): Buffer => {
    return hash('sha256', Buffer.concat([Buffer.from(`${key.name}\n`), Buffer.of(cosignature), key.publicKey]), 'buffer').subarray(0, 4)
  }

  test('add their signatures to the checkpoint, and proofs carry them', async () => {
    const folder = fresh()
    const { store, log } = await ledger(folder)
    await append(store, 'a', 3)
    const text = await log.sign()
    const [one, two] = [newSigningKey('witness.example/one'), newSigningKey('witness.example/two')]
    const cosigned = cosign(cosign(text, one, 1_700_000_000n), two, 1_700_000_001n)
    expect(await log.cosign(cosigned, [asWitness(one)])).toEqual(['witness.example/one'])
    expect(await log.cosign(cosigned, [asWitness(one), asWitness(two)])).toEqual(['witness.example/two'])
    expect(await log.cosign(cosigned, [asWitness(one), asWitness(two)])).toEqual([])
    const proven = verifyProof(await log.prove(1), log.verifierKeys()[0] as string, [
      asWitness(one),
      asWitness(two),
      asWitness(newSigningKey('w/3')),
    ])
    expect(proven.witnesses).toEqual(['witness.example/one', 'witness.example/two'])
    expect(await verifyLedger(folder)).toMatchObject({ ok: true })
  })

  test('of another checkpoint, or with a signature that does not verify, are refused', async () => {
    const folder = fresh()
    const { store, log } = await ledger(folder)
    await append(store, 'a', 3)
    const old = await log.sign()
    const key = newSigningKey('witness.example/one')
    const forged = cosign(old, key, 5n).replace(/.{9}\n$/, 'AAAAAAA=\n')
    await expect(log.cosign(forged, [asWitness(key)])).rejects.toMatchObject({ code: 'checkpoint-mismatch' })
    await append(store, 'b', 1)
    await log.sign()
    await expect(log.cosign(cosign(old, key, 5n), [asWitness(key)])).rejects.toMatchObject({ code: 'checkpoint-mismatch' })
    await expect(log.cosign('nothing', [asWitness(key)])).rejects.toMatchObject({ code: 'checkpoint-mismatch' })
  })
})

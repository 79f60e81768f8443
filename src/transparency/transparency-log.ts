import { join } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import type { EventStore } from '../store/event-store.ts'
import { linesOf } from '../store/lines-of.ts'
import { type Checkpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { mergeCosignatures } from './cosignatures.ts'
import type { GrowingTree } from './growing-tree.ts'
import { leafHash } from './hashes.ts'
import { growTo, treeAt } from './kept-tree.ts'
import { keyRing } from './key-ring.ts'
import { formatVerifierKey, type SigningKey } from './keys.ts'
import { formatProof } from './proof-file.ts'
import { readIfThere, replaceFile } from './replace-file.ts'
import { tileFolder } from './tile-folder.ts'
import { proofsOf, rootOfInclusion } from './tree-proofs.ts'
import type { Verification, VerifyOptions } from './verify-ledger.ts'

export interface TransparencyOptions {
  /** Origin and key name, such as `example.org/ledger`; fixed by the first checkpoint. */
  readonly name?: string
  /** Writes nothing, signs nothing. */
  readonly readOnly?: boolean
  /** While the log grows, a checkpoint is signed this often. */
  readonly everyMs?: number
}

/** Whether an event is under the last signature. */
export interface ProofState {
  readonly signed: boolean
  /** How many events the last checkpoint covers; 0 when there is none. */
  readonly size: number
  readonly origin: string | null
}

/**
 * The Merkle tree over a log's lines, its tiles and its signed checkpoint. It follows the log by reading the bytes
 * that were appended since the last signature: on `sign`, every few seconds while there is something new, and on
 * `close`. So a checkpoint never covers what has not been acknowledged, and when a command has closed its ledger, the
 * checkpoint on disk covers all that it appended.
 */
export interface TransparencyLog {
  /** The checkpoint on disk, undefined before the first. */
  checkpoint(): Promise<string | undefined>
  /** Brings the tree up to the tip and signs it. Faults: `checkpoint-mismatch`, `read-only`, those of the disk. */
  sign(): Promise<string>
  /** Every public key as a C2SP verifier key, oldest first. */
  verifierKeys(): string[]
  /** An offline proof for an event that a checkpoint covers; signs first where it may. */
  prove(position: number): Promise<string>
  /** Proof that the tree of `size` events is a beginning of the signed one, in base64. */
  proveConsistency(size: number): Promise<string[]>
  state(position: number): Promise<ProofState>
  verify(options?: VerifyOptions): Promise<Verification>
  /** Takes witnesses' signatures of the current checkpoint from a cosigned copy of it; answers the names taken. */
  cosign(note: string, witnessKeys: readonly string[]): Promise<string[]>
  /** A new key; the checkpoint is signed by the old and the new, so that who trusts the old one learns of it. */
  rotateKey(): Promise<string>
  /** Signs what is not yet signed. Idempotent. */
  close(): Promise<void>
}

const fewSecondsMs = 5_000

export const openTransparencyLog = async (
  directory: string,
  store: EventStore,
  options: TransparencyOptions = {},
): Promise<TransparencyLog> => {
  const path = join(directory, 'checkpoint')
  const keys = keyRing(directory)
  const tiles = tileFolder(directory)
  let tree: GrowingTree | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | undefined

  /** One at a time: a tree that grows twice at once would be two. */
  const inTurn = <Result>(step: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(step)
    queue = result.catch(() => {})
    return result
  }

  const read = (): string | undefined => readIfThere(path)?.toString()

  const current = (): Checkpoint | undefined => {
    const text = read()
    if (text === undefined) return undefined
    const checkpoint = parseCheckpoint(text)
    return 'wrong' in checkpoint ? damaged(path, checkpoint.wrong) : checkpoint
  }

  const put = (grown: GrowingTree, origin: string, signers: readonly SigningKey[]): string => {
    for (const [tile, hashes] of grown.partial()) tiles.write(tile, hashes)
    const text = signCheckpoint({ origin, size: grown.size, root: grown.root() }, signers)
    replaceFile(path, text)
    keys.signed()
    return text
  }

  const signNow = async (signers?: readonly SigningKey[]): Promise<string> => {
    if (options.readOnly) return refuseReadOnly()
    const last = current()
    const size = (await store.tip()) + 1
    if (last) keys.signed()
    if (last && last.size === size && !signers) return read() as string
    const using = signers ?? [keys.signingKey(options.name)]
    const growing = tree ?? (await treeAt(last, store, tiles))
    // Kept only once it is signed: after a fault in between the next attempt starts from what is on disk.
    tree = undefined
    await growTo(growing, size, store)
    const text = put(growing, last?.origin ?? (using[0] as SigningKey).name, using)
    tree = growing
    return text
  }

  const covering = async (position: number): Promise<Checkpoint> => {
    const tip = await store.tip()
    if (!Number.isSafeInteger(position) || position < 0 || position > tip) return noSuchEvent(position, tip)
    const last = current()
    if (last && position < last.size) return last
    if (options.readOnly) return notCovered(position, last?.size ?? 0)
    await inTurn(() => signNow())
    return current() as Checkpoint
  }

  const tileOf = (checkpoint: Checkpoint) =>
    proofsOf(
      checkpoint.size,
      async (tile) => tiles.read(tile) ?? damaged(directory, `tile level ${tile.level} index ${tile.index} is missing`),
    )

  const timer = options.readOnly
    ? undefined
    : setInterval(() => {
        // What fails here fails again, and is told, when the ledger is closed.
        if (!closing) inTurn(() => signNow()).catch(() => {})
      }, options.everyMs ?? fewSecondsMs).unref()

  return {
    checkpoint: async () => read(),
    sign: () => inTurn(() => signNow()),
    verifierKeys: () => keys.publicKeys().map(formatVerifierKey),
    async prove(position) {
      const checkpoint = await covering(position)
      const [line] = await firstOf(linesOf(store, { from: position, to: position }))
      const proof = await tileOf(checkpoint).inclusion(position)
      const root = line && rootOfInclusion(position, checkpoint.size, leafHash(line), proof)
      if (!root?.equals(checkpoint.root)) return unprovable(position)
      return formatProof(line as Uint8Array, position, proof, read() as string)
    },
    async proveConsistency(size) {
      const checkpoint = current()
      if (!checkpoint || size > checkpoint.size) return notCovered(size - 1, checkpoint?.size ?? 0)
      return (await tileOf(checkpoint).consistency(size)).map((hash) => hash.toString('base64'))
    },
    async state(position) {
      const last = current()
      return { signed: position < (last?.size ?? 0), size: last?.size ?? 0, origin: last?.origin ?? null }
    },
    verify: (verifyOptions = {}) => inTurn(async () => (await import('./verify-ledger.ts')).verifyLedger(directory, verifyOptions)),
    cosign: (note, witnessKeys) =>
      inTurn(async () => {
        if (options.readOnly) return refuseReadOnly()
        const { text, names } = mergeCosignatures(read() ?? '', note, witnessKeys)
        if (names.length > 0) replaceFile(path, text)
        return names
      }),
    rotateKey: () =>
      inTurn(async () => {
        if (options.readOnly) return refuseReadOnly()
        const { old, next, adopt } = keys.rotate()
        await signNow([old, next])
        adopt()
        return formatVerifierKey(next)
      }),
    close() {
      closing ??= (async () => {
        clearInterval(timer)
        if (!options.readOnly && ((await store.tip()) >= 0 || current())) await inTurn(() => signNow())
      })()
      return closing
    },
  }
}

const firstOf = async (source: AsyncIterable<readonly Uint8Array[]>): Promise<readonly Uint8Array[]> => {
  for await (const lines of source) return lines.map((line) => Uint8Array.from(line))
  return []
}

const damaged = (path: string, found: string): never => {
  throw new Fault('checkpoint-mismatch', {
    attempted: `read ${path}`,
    found,
    expected: 'the file as it was written',
    cure: 'Run `chancery verify` to see what is wrong, and restore the file from a copy.',
    path,
  })
}

const refuseReadOnly = (): never => {
  throw new Fault('read-only', {
    attempted: 'sign a checkpoint',
    found: 'the ledger was opened for reading only',
    cure: 'Open it for writing.',
  })
}

const noSuchEvent = (position: number, tip: number): never => {
  throw new Fault('no-such-event', { attempted: `prove position ${position}`, found: `the log ends at position ${tip}`, position })
}

const notCovered = (position: number, size: number): never => {
  throw new Fault('not-allowed', {
    attempted: `prove position ${position}`,
    found: `the last checkpoint covers ${size} events`,
    cure: 'Sign a new one with `chancery checkpoint`.',
    position,
  })
}

const unprovable = (position: number): never => {
  throw new Fault('checkpoint-mismatch', {
    attempted: `prove position ${position}`,
    found: 'event and tiles do not lead to the signed root',
    cure: 'Run `chancery verify` to see what is wrong.',
    position,
  })
}

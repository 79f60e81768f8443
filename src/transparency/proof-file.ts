import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import { base64Of, bytesOfBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { hashBytes, leafHash } from './hashes.ts'
import { checkSignature, parseVerifierKey } from './keys.ts'
import { rootOfInclusion } from './tree-proofs.ts'

const version = 'c2sp.org/tlog-proof@v1'

/** An offline proof (C2SP tlog-proof) that a line stands in the log; the line itself travels as its extra data. */
export const formatProof = (line: Uint8Array, index: number, proof: readonly Uint8Array[], checkpoint: string): string =>
  [version, `extra ${base64Of(line)}`, `index ${index}`, ...proof.map(base64Of), '', checkpoint].join('\n')

/** What a proof shows once it has been verified. */
export interface Proven {
  readonly event: RecordedEvent
  readonly line: Uint8Array
  readonly checkpoint: Checkpoint
  /** Names of the witnesses that signed the checkpoint too, out of those that were given. */
  readonly witnesses: readonly string[]
}

/**
 * Verifies a proof with nothing but public keys: the checkpoint is signed by the log, and the line is in its tree at
 * its position. Fault: `proof-invalid`.
 */
export const verifyProof = (bytes: Uint8Array | string, verifierKey: string, witnesses: readonly string[] = []): Proven => {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()
  const gap = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(gap, 0)).split('\n')
  if (gap < 0 || lines.shift() !== version) return refuse('it is no offline proof', `a first line ${version}`)
  const line = lines[0]?.startsWith('extra ') ? bytesOfBase64((lines.shift() as string).slice(6)) : undefined
  if (!line) return refuse('it does not carry the event as its extra data')
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  if (index === undefined) return refuse('it has no index line')
  const proof = lines.map(bytesOfBase64)
  if (!proof.every((hash): hash is Buffer => hash?.length === hashBytes)) return refuse('a line of the proof is no SHA-256 in base64')
  const checkpoint = parseCheckpoint(text.slice(gap + 2))
  if ('wrong' in checkpoint) return refuse(`its checkpoint is not one: ${checkpoint.wrong}`)
  refuseUnsigned(checkpoint, verifierKey)
  const root = rootOfInclusion(Number(index), checkpoint.size, leafHash(line), proof)
  if (!root?.equals(checkpoint.root))
    return refuse('the event does not lead to the root that was signed', 'the event as it was recorded', Number(index))
  const event = eventIn(line)
  if (event?.position !== Number(index)) return refuse(`the event says position ${event?.position}`, `position ${index}`)
  return { event, line, checkpoint, witnesses: witnessesOf(checkpoint, witnesses) }
}

const refuseUnsigned = (checkpoint: Checkpoint, verifierKey: string): void => {
  const key =
    parseVerifierKey(verifierKey.trim()) ?? refuse('the public key is not one', 'a verifier key as `chancery checkpoint --vkey` prints it')
  const signed = checkSignature(checkpoint.note, key)
  if (signed !== 'signed' || checkpoint.origin !== key.name)
    refuse(
      signed === 'wrong' ? 'the signature does not verify' : `its checkpoint is not signed by ${key.name}`,
      `a signature of ${verifierKey.trim()}`,
    )
}

const witnessesOf = (checkpoint: Checkpoint, keys: readonly string[]): string[] =>
  keys.flatMap((text) => {
    const key = parseVerifierKey(text.trim())
    return key && checkSignature(checkpoint.note, key) === 'signed' ? [key.name] : []
  })

const eventIn = (line: Uint8Array): RecordedEvent | undefined => {
  try {
    return JSON.parse(Buffer.from(line).toString()) as RecordedEvent
  } catch {
    return undefined
  }
}

const refuse = (found: string, expected?: string, position?: number): never => {
  throw new Fault('proof-invalid', {
    attempted: 'verify the proof',
    found,
    ...(expected ? { expected } : {}),
    ...(position === undefined ? {} : { position }),
  })
}

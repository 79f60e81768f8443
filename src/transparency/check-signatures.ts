import { join } from 'node:path'
import { isFault } from '../kernel/fault.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { keyRing } from './key-ring.ts'
import { checkSignature, formatVerifierKey, parseSigningKey, parseVerifierKey, type VerifierKey } from './keys.ts'
import type { Problems } from './problem.ts'
import { readIfThere } from './replace-file.ts'

/** The checkpoint on disk, if it can be read, and whether the newest key signed it. */
export const checkedCheckpoint = (directory: string, problems: Problems, trusted: string | undefined): Checkpoint | undefined => {
  const own = ownKeys(directory, problems)
  checkPrivateKey(directory, own, problems)
  const keys = trusted === undefined ? own : givenKey(trusted, problems)
  const bytes = readIfThere(join(directory, 'checkpoint'))
  if (!bytes) {
    // Who brings a key knows that something was signed with it.
    if (trusted !== undefined || keyRing(directory).hasSigned()) problems.add({ says: 'the checkpoint is missing', file: 'checkpoint' })
    return undefined
  }
  const checkpoint = parseCheckpoint(bytes)
  if ('wrong' in checkpoint) {
    problems.add({ says: `the checkpoint is not one: ${checkpoint.wrong}`, file: 'checkpoint' })
    return undefined
  }
  const newest = keys[keys.length - 1]
  if (!newest) problems.add({ says: 'there is no public key to check the checkpoint with', file: 'vkey' })
  else if (!isSignedBy(checkpoint, newest))
    problems.add({ says: `the checkpoint is not signed by ${formatVerifierKey(newest)}`, file: 'checkpoint' })
  for (const other of checkpoint.note.signatures)
    if (!keys.some(({ name, keyId }) => name === other.name && keyId.equals(other.keyId)) && other.signature.length === 64)
      problems.add({ says: `the checkpoint bears a signature by an unknown key of ${other.name}`, file: 'checkpoint' })
  return checkpoint
}

/** An older checkpoint of this log, signed by one of its keys. */
export const olderCheckpoint = (directory: string, text: string, trusted: string | undefined): Checkpoint | { readonly wrong: string } => {
  const checkpoint = parseCheckpoint(text)
  if ('wrong' in checkpoint) return checkpoint
  const keys = trusted === undefined ? keyRing(directory).publicKeys() : [parseVerifierKey(trusted.trim())]
  if (!keys.some((key) => key && isSignedBy(checkpoint, key))) return { wrong: 'no key of this log signed it' }
  return checkpoint
}

const isSignedBy = (checkpoint: Checkpoint, key: VerifierKey): boolean =>
  checkpoint.origin === key.name && checkSignature(checkpoint.note, key) === 'signed'

const ownKeys = (directory: string, problems: Problems): VerifierKey[] => {
  try {
    return keyRing(directory).publicKeys()
  } catch (error) {
    if (!isFault(error)) throw error
    problems.add({ says: error.facts.found, file: 'vkey' })
    return []
  }
}

const givenKey = (trusted: string, problems: Problems): VerifierKey[] => {
  const key = parseVerifierKey(trusted.trim())
  if (!key) problems.add({ says: 'the given public key is not one' })
  return key ? [key] : []
}

/** The private key is outside the proof; that it is whole is told all the same. */
const checkPrivateKey = (directory: string, keys: readonly VerifierKey[], problems: Problems): void => {
  const text = readIfThere(join(directory, 'key'))?.toString()
  if (text === undefined) return
  const key = text.endsWith('\n') ? parseSigningKey(text.slice(0, -1)) : undefined
  if (!key) problems.add({ says: 'the signing key is damaged', file: 'key' })
  else if (keys.length > 0 && !keys.some(({ publicKey }) => publicKey.equals(key.publicKey)))
    problems.add({ says: 'the signing key does not belong to the public keys', file: 'key' })
}

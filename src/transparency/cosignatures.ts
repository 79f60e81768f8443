import { Fault } from '../kernel/fault.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { checkSignature, cosignature, parseVerifierKey } from './keys.ts'
import { formatNote } from './note.ts'

/**
 * Adds to a checkpoint the signatures of known witnesses on a cosigned copy of it (C2SP tlog-cosignature). Signatures
 * of others are left out; one of a known witness that does not verify is refused.
 */
export const mergeCosignatures = (own: string, cosigned: string, witnessKeys: readonly string[]): { text: string; names: string[] } => {
  const checkpoint = parseCheckpoint(own)
  const copy = parseCheckpoint(cosigned)
  if ('wrong' in checkpoint) return refuse(`there is no checkpoint to be cosigned: ${checkpoint.wrong}`)
  if ('wrong' in copy) return refuse(`it is no checkpoint: ${copy.wrong}`)
  if (copy.note.text !== checkpoint.note.text)
    return refuse(`it is about ${copy.origin} at ${copy.size} events`, `the checkpoint of ${checkpoint.size} events`)
  const signatures = [...checkpoint.note.signatures]
  const names: string[] = []
  for (const text of witnessKeys) {
    const key = parseVerifierKey(text.trim())
    if (key?.kind !== cosignature) return refuse(`“${text.slice(0, 60)}” is no key of a witness`)
    const found = checkSignature(copy.note, key)
    if (found === 'wrong') return refuse(`the signature of ${key.name} does not verify`)
    if (found === 'not signed' || checkSignature(checkpoint.note, key) === 'signed') continue
    const lines = copy.note.signatures.filter(({ name, keyId }) => name === key.name && keyId.equals(key.keyId))
    signatures.push(...lines)
    names.push(key.name)
  }
  return { text: formatNote({ text: checkpoint.note.text, signatures }), names }
}

const refuse = (found: string, expected?: string): never => {
  throw new Fault('checkpoint-mismatch', { attempted: 'take the cosignatures', found, ...(expected ? { expected } : {}) })
}

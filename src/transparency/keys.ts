import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { base64Of, bytesOfBase64 } from './base64.ts'
import { isKeyName, type Note, type NoteSignature } from './note.ts'

/** Kinds of Ed25519 signatures on a note: the log's own, and a witness's with its time (C2SP tlog-cosignature). */
export const logSignature = 0x01
export const cosignature = 0x04

/** A public key by name: `<name>+<key id, 8 hex digits>+<base64(kind || 32 bytes)>`, a C2SP verifier key. */
export interface VerifierKey {
  readonly name: string
  readonly keyId: Buffer
  readonly kind: typeof logSignature | typeof cosignature
  readonly publicKey: Buffer
}

export interface SigningKey extends VerifierKey {
  readonly seed: Buffer
}

export const newSigningKey = (name: string): SigningKey => signingKeyOf(name, randomBytes(32))

export const signingKeyOf = (name: string, seed: Buffer): SigningKey => {
  const publicKey = rawPublicKey(privateKeyOf(seed))
  return { name, seed, kind: logSignature, publicKey, keyId: keyIdOf(name, logSignature, publicKey) }
}

export const formatVerifierKey = ({ name, keyId, kind, publicKey }: VerifierKey): string =>
  `${name}+${keyId.toString('hex')}+${base64Of(Buffer.concat([Buffer.of(kind), publicKey]))}`

/** The key, or undefined when the text is none or its id does not belong to it. */
export const parseVerifierKey = (text: string): VerifierKey | undefined => {
  const [name = '', id = '', ...rest] = text.split('+')
  const bytes = bytesOfBase64(rest.join('+'))
  const kind = bytes?.[0]
  if (bytes?.length !== 33 || (kind !== logSignature && kind !== cosignature) || !isKeyName(name)) return undefined
  const publicKey = bytes.subarray(1)
  const keyId = keyIdOf(name, kind, publicKey)
  return keyId.toString('hex') === id ? { name, keyId, kind, publicKey } : undefined
}

/** `PRIVATE+KEY+<name>+<key id>+<base64(0x01 || seed)>`, as Go's note package writes it. */
export const formatSigningKey = ({ name, keyId, seed }: SigningKey): string =>
  `PRIVATE+KEY+${name}+${keyId.toString('hex')}+${base64Of(Buffer.concat([Buffer.of(logSignature), seed]))}`

export const parseSigningKey = (text: string): SigningKey | undefined => {
  const [first, second, name = '', id, ...rest] = text.split('+')
  const bytes = bytesOfBase64(rest.join('+'))
  if (first !== 'PRIVATE' || second !== 'KEY' || bytes?.length !== 33 || bytes[0] !== logSignature || !isKeyName(name)) return undefined
  const key = signingKeyOf(name, Buffer.from(bytes.subarray(1)))
  return key.keyId.toString('hex') === id ? key : undefined
}

export const signText = (text: string, key: SigningKey): NoteSignature => ({
  name: key.name,
  keyId: key.keyId,
  signature: sign(null, Buffer.from(text), privateKeyOf(key.seed)),
})

/**
 * Whether this key signed the note: `signed`, `not signed`, or `wrong` when there is a signature under its name and
 * id that does not verify.
 */
export const checkSignature = (note: Note, key: VerifierKey): 'signed' | 'not signed' | 'wrong' => {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId.equals(key.keyId))
  if (own.length === 0) return 'not signed'
  return own.every(({ signature }) => verifies(note.text, signature, key)) ? 'signed' : 'wrong'
}

const verifies = (text: string, signature: Buffer, { kind, publicKey }: VerifierKey): boolean => {
  if (kind === logSignature) return signature.length === 64 && verify(null, Buffer.from(text), publicKeyOf(publicKey), signature)
  if (signature.length !== 72) return false
  const time = signature.readBigUInt64BE(0)
  return verify(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), publicKeyOf(publicKey), signature.subarray(8))
}

const keyIdOf = (name: string, kind: number, publicKey: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(kind), publicKey]), 'buffer').subarray(0, 4)

/** DER around a raw key (RFC 8410): node's crypto takes no bare 32 bytes. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' })

const publicKeyOf = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })

const rawPublicKey = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

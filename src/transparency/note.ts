import { base64Of, bytesOfBase64 } from './base64.ts'

/** A signed note (C2SP signed-note): a text that ends with LF, an empty line, one or more signature lines. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  /** The four bytes that, with the name, tell the key. */
  readonly keyId: Buffer
  readonly signature: Buffer
}

const line = /^— (\S+) (\S+)$/u
const control = /[\u0000-\u0009\u000b-\u001f]/
/** Far more than the 16 that must be accepted. */
const mostSignatures = 100

/** The note in these bytes, or why they are none. */
export const parseNote = (bytes: Uint8Array | string): Note | { readonly wrong: string } => {
  const source = typeof bytes === 'string' ? bytes : decode(bytes)
  if (source === undefined) return { wrong: 'it is not valid UTF-8' }
  if (control.test(source)) return { wrong: 'it holds control characters' }
  const gap = source.lastIndexOf('\n\n')
  if (gap < 0) return { wrong: 'no empty line stands before the signatures' }
  const lines = source.slice(gap + 2).split('\n')
  if (lines.pop() !== '' || lines.length === 0) return { wrong: 'it does not end with a signature line' }
  if (lines.length > mostSignatures) return { wrong: `it has more than ${mostSignatures} signatures` }
  const signatures: NoteSignature[] = []
  for (const each of lines) {
    const signature = signatureIn(each)
    if (!signature) return { wrong: `“${each.slice(0, 60)}” is no signature line` }
    signatures.push(signature)
  }
  return { text: source.slice(0, gap + 1), signatures }
}

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${base64Of(Buffer.concat([keyId, signature]))}\n`

const signatureIn = (text: string): NoteSignature | undefined => {
  const [, name, encoded] = line.exec(text) ?? []
  const bytes = encoded === undefined ? undefined : bytesOfBase64(encoded)
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Names are not empty and hold neither spaces nor plus signs. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+\u0000-\u001f]/u.test(name) && !name.includes('\u0085')

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

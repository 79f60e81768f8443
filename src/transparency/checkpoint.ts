import { base64Of, bytesOfBase64 } from './base64.ts'
import { hashBytes } from './hashes.ts'
import { type SigningKey, signText } from './keys.ts'
import { formatNote, type Note, parseNote } from './note.ts'

/** The head of a tree (C2SP tlog-checkpoint): whose log, how many events, the hash over all of them. */
export interface TreeHead {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
}

export interface Checkpoint extends TreeHead {
  readonly note: Note
}

/** A checkpoint signed by these keys: more than one while a key is being rotated. */
export const signCheckpoint = (head: TreeHead, keys: readonly SigningKey[]): string => {
  const text = `${head.origin}\n${head.size}\n${base64Of(head.root)}\n`
  return formatNote({ text, signatures: keys.map((key) => signText(text, key)) })
}

/** The checkpoint in these bytes, or why they are none. Says nothing about who signed it. */
export const parseCheckpoint = (bytes: Uint8Array | string): Checkpoint | { readonly wrong: string } => {
  const note = parseNote(bytes)
  if ('wrong' in note) return note
  const [origin = '', size = '', root = '', ...extensions] = note.text.split('\n')
  if (origin === '') return { wrong: 'its origin line is empty' }
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return { wrong: `“${size.slice(0, 40)}” is no tree size` }
  const hash = bytesOfBase64(root)
  if (hash?.length !== hashBytes) return { wrong: 'its third line is no SHA-256 in base64' }
  if (extensions.pop() !== '' || extensions.includes('')) return { wrong: 'it has an empty extension line' }
  return { origin, size: Number(size), root: hash, note }
}

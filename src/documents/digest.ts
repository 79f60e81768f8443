import { createHash } from 'node:crypto'

/** SHA-256 in 64 lower-case hex digits; of a text, over its UTF-8. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

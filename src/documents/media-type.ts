import { extname } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import type { Input } from './document.ts'
import { readers } from './readers/index.ts'
import type { Reader } from './readers/reader.ts'
import { begins, refusedFormats } from './refused-formats.ts'

/** What a document is taken for: who reads it, what is recorded, and what its sender said about the encoding. */
export interface Taken {
  readonly reader: Reader
  readonly mediaType: string
  readonly charset?: string
}

/**
 * Picks the reader: by the media type that was given; by bytes that can be nothing else; by the ending of the name; by
 * what the content resembles; plain text otherwise. Formats that nobody reads here are refused with what helps.
 */
export const takenFor = (input: Pick<Input, 'origin' | 'mediaType'>, bytes: Uint8Array): Taken => {
  const [essence = '', ...parameters] = (input.mediaType ?? '').split(';').map((part) => part.trim())
  const charset = parameters.map((parameter) => /^charset="?([^"]+)"?$/i.exec(parameter)?.[1]).find((label) => label !== undefined)
  const given = readers.find(({ mediaTypes }) => mediaTypes.includes(essence.toLowerCase()))
  if (given) return { reader: given, mediaType: essence.toLowerCase(), ...(charset ? { charset } : {}) }
  const signed = readers.find(({ signature }) => signature?.(bytes))
  const ending = extname(input.origin).slice(1).toLowerCase()
  const named = readers.find(({ endings }) => endings.includes(ending))
  if (!signed && named?.weighs !== 'packedBytes') refuse(input.origin, bytes)
  const reader = signed ?? named ?? readers.find(({ resembles }) => resembles?.(bytes)) ?? (readers[readers.length - 1] as Reader)
  return { reader, mediaType: reader.mediaTypes[0] as string, ...(charset ? { charset } : {}) }
}

const refuse = (origin: string, bytes: Uint8Array): void => {
  const format = refusedFormats.find(({ starts }) => begins(bytes, starts))
  if (!format) return
  throw new Fault('document-unreadable', {
    attempted: `read ${origin}`,
    found: `it is ${format.is}`,
    expected: 'text, Markdown, HTML, PDF, DOCX, or a collection of these',
    cure: format.cure,
  })
}

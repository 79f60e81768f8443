import { Fault } from '../kernel/fault.ts'
import { sha256Of } from './digest.ts'
import type { Input, SourceDocument } from './document.ts'
import { defaultLimits, type Limits, megabytes } from './limits.ts'
import { takenFor } from './media-type.ts'

/**
 * Bytes in, document out. The text is decoded and unwrapped, never normalised; offsets into it are UTF-16 units. What
 * the caller states about the document (flags, sidecar) beats what the document says of itself.
 *
 * Faults: `document-empty`, `document-too-large`, `document-unreadable`, `missing-dependency`, and those of `load`.
 */
export const readDocument = async (input: Input, options: { limits?: Partial<Limits> } = {}): Promise<SourceDocument> => {
  const limits = { ...defaultLimits, ...options.limits }
  const { origin } = input
  const bytes = await input.load()
  if (bytes.length === 0) throw empty(origin, 'it has no bytes')
  const { reader, mediaType, charset } = takenFor(input, bytes)
  const most = limits[reader.weighs]
  if (bytes.length > most) throw tooLarge(origin, `${megabytes(bytes.length)}`, megabytes(most))
  const reading = await reader
    .read({
      bytes,
      origin,
      limits,
      ...(charset ? { charset } : {}),
      ...(input.fields ? { fields: input.fields } : {}),
      ...(input.metadata.uri ? { uri: input.metadata.uri } : {}),
    })
    .catch((error: unknown) => {
      throw error instanceof Fault ? error : damaged(origin, error)
    })
  const text = wellFormed(reading.text)
  if (text.length > limits.units) throw tooLarge(origin, `${text.length} characters of text`, `${limits.units} characters`)
  if (!/\S/u.test(text)) throw empty(origin, 'it holds no text')
  return {
    sha256: sha256Of(bytes),
    bytes,
    mediaType,
    name: input.name.slice(0, 500).replace(/[\uD800-\uDBFF]$/, ''),
    text,
    reader: `${reader.name}@${reader.version}`,
    metadata: { ...reading.metadata, ...input.metadata },
    findings: reading.findings,
  }
}

/** A lone surrogate (JSON can spell one) has no UTF-8, so it could not be stored: it becomes U+FFFD, also one unit. */
const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')

/** Whatever a parser throws over hostile bytes concerns this document only. */
const damaged = (origin: string, cause: unknown): Fault =>
  new Fault(
    'document-unreadable',
    {
      attempted: `read ${origin}`,
      found: `it is damaged (${cause instanceof Error ? cause.message : String(cause)})`,
      cure: 'Save it again, or as text.',
    },
    cause,
  )

const empty = (origin: string, found: string): Fault =>
  new Fault('document-empty', { attempted: `read ${origin}`, found, expected: 'text' })

const tooLarge = (origin: string, found: string, limit: string): Fault =>
  new Fault('document-too-large', {
    attempted: `read ${origin}`,
    found: `it has ${found}`,
    expected: `at most ${limit}`,
    cure: 'Split it into articles: one file each, or one line each of an NDJSON file.',
  })

import { Fault } from '../../kernel/fault.ts'
import { defaultLimits, megabytes } from '../limits.ts'

/** All the bytes of a stream, up to a limit: for formats that can't be read in pieces. */
export const collected = async (
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  most: number = defaultLimits.packedBytes,
): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > most)
      throw new Fault('document-too-large', {
        attempted: `read ${origin}`,
        found: 'it is longer than that',
        expected: `at most ${megabytes(most)}`,
        cure: 'Split it, or give an NDJSON file: its lines are read one by one.',
      })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

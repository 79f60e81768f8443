import { Fault } from '../../kernel/fault.ts'
import type { Input, Refusal } from '../document.ts'
import { defaultLimits, megabytes } from '../limits.ts'
import { fieldOf, parseRecord } from '../record.ts'
import type { Collection, CollectionFile } from './collection.ts'

/**
 * One JSON object a line. A document's bytes are exactly its line without the LF, so that the same line is the same
 * document in every file; its name is the `id`, or file and line where there is none. Blank lines are nothing.
 */
export const ndjson: Collection = {
  name: 'ndjson',
  mediaTypes: ['application/x-ndjson', 'application/jsonl'],
  endings: ['ndjson', 'jsonl'],
  resembles: (head) => {
    const [line = '', rest] = Buffer.from(head).toString('latin1').split('\n', 2)
    return /^\{\s*"/.test(line) && (rest === undefined ? !line.endsWith('}') : /\}\s*$/.test(line) && /^(\s*|\{.*)$/s.test(rest))
  },
  async *documents(file) {
    let number = 0
    for await (const line of linesOf(file.chunks, defaultLimits.textBytes)) {
      number++
      if (line === tooLong || line.some((byte) => byte > 0x20)) yield offered(file, number, line)
    }
  },
}

const offered = (file: CollectionFile, number: number, line: Uint8Array | typeof tooLong): Input | Refusal => {
  const origin = `${file.origin}#${number}`
  if (line === tooLong) return { origin, fault: longLine(origin) }
  try {
    const record = parseRecord(new TextDecoder('utf-8', { fatal: true }).decode(line), origin)
    return {
      origin,
      name: fieldOf(record, 'id', file.fields) ?? `${file.name}-${number}`,
      metadata: file.metadata,
      mediaType: 'application/json',
      ...(file.fields ? { fields: file.fields } : {}),
      load: async () => line,
    }
  } catch (error) {
    return { origin, fault: error instanceof Fault ? error : notUtf8(origin, error) }
  }
}

const tooLong = Symbol('a line beyond the limit')

/** Lines without LF; of one beyond the limit only the fact, so that it never fills the memory. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Uint8Array | typeof tooLong> {
  let held: Uint8Array[] = []
  let length = 0
  const take = (): Uint8Array | typeof tooLong => {
    const line = length > most ? tooLong : Buffer.concat(held)
    held = []
    length = 0
    return line
  }
  const hold = (part: Uint8Array): void => {
    length += part.length
    if (length > most) held = []
    else if (part.length > 0) held.push(part)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      hold(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

const longLine = (origin: string): Fault =>
  new Fault('document-too-large', {
    attempted: `read ${origin}`,
    found: 'the line is longer than that',
    expected: `at most ${megabytes(defaultLimits.textBytes)} a line`,
  })

const notUtf8 = (origin: string, cause: unknown): Fault =>
  new Fault('document-unreadable', { attempted: `read ${origin}`, found: 'the line is not UTF-8', expected: 'JSON in UTF-8' }, cause)

import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import type { Input, Refusal } from '../document.ts'
import { defaultLimits, megabytes } from '../limits.ts'
import type { Collection } from './collection.ts'

/**
 * Web archives (ISO 28500), gzipped or not: one document per successful HTML response, its bytes the page as the
 * browser got it (content and transfer encodings undone), its address the target. When it was crawled is not when it
 * was published, so that date is not taken.
 */
export const warc: Collection = {
  name: 'warc',
  mediaTypes: ['application/warc'],
  endings: ['warc', 'warc.gz'],
  resembles: (head) => Buffer.from(head.subarray(0, 5)).toString('latin1') === 'WARC/',
  async *documents(file) {
    const { WARCParser } = await optionalPackage('warcio', `read ${file.origin}`, () => import('warcio'))
    let number = 0
    try {
      for await (const record of new WARCParser(endingOnce(file.chunks))) {
        number++
        if (record.warcType !== 'response' || Number(record.httpHeaders?.statusCode) !== 200) continue
        const mediaType = record.httpHeaders?.headers.get('content-type') ?? ''
        if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(mediaType)) continue
        const origin = `${file.origin}#${number}`
        const uri = record.warcTargetURI?.replace(/^<|>$/g, '')
        const offered = await taken(record.contentReader, {
          origin,
          name: uri ?? `${file.name}-${number}`,
          metadata: { ...(uri ? { uri } : {}), ...file.metadata },
          mediaType,
        })
        // The parser ends quietly where the file does: what a record still lacks tells that it was cut.
        const { limit } = record._reader as { readonly limit?: number }
        if (limit) throw new Error(`${limit} bytes are missing`)
        yield offered
      }
    } catch (error) {
      yield { origin: file.origin, fault: cutShort(file.origin, number, error) }
    }
  },
}

/** Over a file cut short the parser would ask for more for ever: after some answers that there is no more, it gets an error. */
const endingOnce = (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]() {
    const iterator = chunks[Symbol.asyncIterator]()
    let asked = 0
    return {
      async next() {
        const next = await iterator.next()
        if (next.done && asked++ > 100) throw new Error('the file ends inside a record')
        return next
      },
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }
  },
})

const taken = async (content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, about: Omit<Input, 'load'>): Promise<Input | Refusal> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of content) {
    length += part.length
    if (length <= defaultLimits.textBytes) parts.push(part)
    else parts.length = 0
  }
  if (length > defaultLimits.textBytes) return { origin: about.origin, fault: tooLarge(about.origin, length) }
  const bytes = Buffer.concat(parts)
  return { ...about, load: async () => bytes }
}

const tooLarge = (origin: string, length: number): Fault =>
  new Fault('document-too-large', {
    attempted: `read ${origin}`,
    found: `the page has ${megabytes(length)}`,
    expected: `at most ${megabytes(defaultLimits.textBytes)}`,
  })

const cutShort = (origin: string, number: number, cause: unknown): Fault =>
  new Fault(
    'document-unreadable',
    {
      attempted: `read ${origin} beyond record ${number}`,
      found: `the archive is damaged there (${(cause as Error).message})`,
      expected: 'a WARC record',
    },
    cause,
  )

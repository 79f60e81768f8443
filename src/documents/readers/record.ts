import { Fault } from '../../kernel/fault.ts'
import { decode } from '../decoding.ts'
import { metadataFrom } from '../metadata.ts'
import { fieldOf, parseRecord } from '../record.ts'
import type { Reader } from './reader.ts'

/** One record of a collection, or a JSON file of its own: an object with a text and, perhaps, metadata. */
export const record: Reader = {
  name: 'record',
  version: '1.0.0',
  mediaTypes: ['application/json'],
  endings: ['json'],
  weighs: 'textBytes',
  resembles: (bytes) => /^\s*\{\s*"/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1')),
  async read({ bytes, origin, charset, fields }) {
    const decoded = await decode(bytes, origin, charset)
    const values = parseRecord(decoded.text, origin)
    const text = fieldOf(values, 'text', fields)
    if (text === null)
      throw new Fault('document-unreadable', {
        attempted: `read ${origin}`,
        found: `a record without a text; it has ${Object.keys(values).slice(0, 10).join(', ') || 'nothing'}`,
        expected: `a string under ${fields?.text ?? 'text'}`,
        cure: 'Name the field that holds the text.',
      })
    const { metadata, findings } = metadataFrom({
      title: fieldOf(values, 'title', fields),
      publisher: fieldOf(values, 'publisher', fields),
      published: fieldOf(values, 'published', fields),
      uri: fieldOf(values, 'uri', fields),
    })
    return { text, metadata, findings: [...decoded.findings, ...findings] }
  },
}

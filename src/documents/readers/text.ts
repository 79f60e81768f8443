import { decode } from '../decoding.ts'
import type { Reader } from './reader.ts'

/** Plain text: the bytes decoded, nothing else. What no other reader claims is read as text. */
export const text: Reader = {
  name: 'text',
  version: '1.0.0',
  mediaTypes: ['text/plain'],
  endings: ['txt', 'text'],
  weighs: 'textBytes',
  async read({ bytes, origin, charset }) {
    const { text, findings } = await decode(bytes, origin, charset)
    return { text, metadata: {}, findings }
  },
}

import type { Reader } from './reader.ts'
import { record } from './record.ts'
import { text } from './text.ts'

/** The register: a new format is one file and one line here. The last one takes what nobody else claims. */
export const readers: readonly Reader[] = [record, text]

import type { Collection } from './collection.ts'
import { csv } from './csv.ts'
import { feed } from './feed.ts'
import { ndjson } from './ndjson.ts'
import { warc } from './warc.ts'

/** The register: a new kind of collection is one file and one line here. */
export const collections: readonly Collection[] = [ndjson, csv, feed, warc]

import { z } from 'zod'
import {
  DocumentDescribed,
  DocumentRead,
  DocumentRegistered,
  DocumentRestored,
  DocumentWithdrawn,
  FigureReported,
} from '../events/index.ts'
import { digestOf } from '../src/kernel/ids.ts'
import { defineProjection } from '../src/kernel/projection.ts'
import { engagementClaims } from './folding/claims.ts'
import { forEvery } from './folding/for-every.ts'

const DocumentRow = z.object({
  name: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  publisher: z.string().nullable().default(null),
  published: z.string().nullable().default(null),
  uri: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  mediaType: z.string().nullable().default(null),
  bytes: z.number().nullable().default(null),
  /** Length of the stored text in UTF-16 code units, and the reader that made it. */
  units: z.number().nullable().default(null),
  reader: z.string().nullable().default(null),
  extractor: z.string().nullable().default(null),
  /** How many claims of each kind stand, after corrections. */
  claims: z.record(z.string(), z.number()).default({}),
  /** Sentences with a trigger word that yielded nothing, of the last reading; null when the document was never read. */
  uncoded: z
    .array(z.object({ start: z.number(), end: z.number(), trigger: z.string() }))
    .nullable()
    .default(null),
  uncodedTotal: z.number().nullable().default(null),
  /** The stream that stands for the document and its copies, when it is not the only one. */
  copyOf: z.string().nullable().default(null),
  /** Why the text was withdrawn; null while it may be shown. */
  withdrawn: z.string().nullable().default(null),
})
type DocumentRow = z.output<typeof DocumentRow>

const aboutDocuments = { DocumentRegistered, DocumentDescribed, DocumentRead, DocumentWithdrawn, DocumentRestored }
const claims = { ...engagementClaims, FigureReported }

export const documents = defineProjection({
  name: 'documents',
  version: 1,
  says: 'Every document with what is known about it, what was claimed from it, and what was passed over.',
  keyed: 'SHA-256 of the source bytes, 64 hex digits',
  row: DocumentRow,
  events: { ...aboutDocuments, ...claims },
  heeds: [],
  key: forEvery({ ...aboutDocuments, ...claims }, ({ stream }: { stream: string }) => digestOf(stream)),
  on: {
    ...forEvery(claims, (row: DocumentRow, { type }: { type: string }) => {
      row.claims[type] = (row.claims[type] ?? 0) + 1
    }),
    DocumentRegistered(row, { data, stream, source }) {
      row.name = data.name
      row.language = data.language
      row.mediaType = data.mediaType
      row.bytes = data.bytes
      row.units = data.text.units
      row.reader = data.text.reader
      row.copyOf = source === stream ? null : source
    },
    DocumentDescribed(row, { data }) {
      row.title = data.title ?? row.title
      row.publisher = data.publisher ?? row.publisher
      row.published = data.published ?? row.published
      row.uri = data.uri ?? row.uri
    },
    DocumentRead(row, { data }) {
      row.extractor = data.extractor
      row.uncoded = data.uncoded
      row.uncodedTotal = data.uncodedTotal
    },
    DocumentWithdrawn(row, { data }) {
      row.withdrawn = data.because
    },
    DocumentRestored(row) {
      row.withdrawn = null
    },
  },
})

import type { RecordedEvent } from '../kernel/envelope.ts'
import { digestOf } from '../kernel/ids.ts'
import type { Ledger } from './context.ts'

/** What the log says of one document. */
export interface SourceSummary {
  readonly stream: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly units: number
  readonly recorded: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly uri: string | null
  /** Of the last reading; null: not read yet. */
  readonly claims: number | null
  readonly uncoded: number | null
  readonly withdrawn: string | null
}

const types = ['DocumentRegistered', 'DocumentDescribed', 'DocumentRead', 'DocumentWithdrawn', 'DocumentRestored']

/** Every document, in the order in which they came in, as the log stands. */
export const documentsOf = async (ledger: Ledger, stream?: string): Promise<SourceSummary[]> => {
  const byStream = new Map<string, SourceSummary>()
  for await (const event of ledger.events({ types, ...(stream ? { stream } : {}) }) as AsyncIterable<RecordedEvent<string, Facts>>) {
    const known = byStream.get(event.stream)
    byStream.set(event.stream, known ? { ...known, ...changeOf(event) } : { ...registered(event), ...changeOf(event) })
  }
  return [...byStream.values()]
}

type Facts = Readonly<Record<string, unknown>> & { readonly text?: { readonly units: number } }

const registered = ({ stream, recorded, data }: RecordedEvent<string, Facts>): SourceSummary => ({
  stream,
  sha256: digestOf(stream) ?? '',
  name: String(data.name ?? ''),
  mediaType: String(data.mediaType ?? ''),
  units: data.text?.units ?? 0,
  recorded,
  title: null,
  publisher: null,
  published: null,
  uri: null,
  claims: null,
  uncoded: null,
  withdrawn: null,
})

const changeOf = ({ type, data }: RecordedEvent<string, Facts>): Partial<SourceSummary> => {
  switch (type) {
    case 'DocumentDescribed':
      return Object.fromEntries(Object.entries(data).filter(([key]) => ['title', 'publisher', 'published', 'uri'].includes(key)))
    case 'DocumentRead':
      return { claims: Number(data.claims), uncoded: Number(data.uncodedTotal) }
    case 'DocumentWithdrawn':
      return { withdrawn: String(data.because) }
    case 'DocumentRestored':
      return { withdrawn: null }
    default:
      return {}
  }
}

import type { DocumentArchive } from './documents/archive.ts'
import type { Pieces } from './exports/export.ts'
import { eventExports, logExports, provJsonLd, provTurtle, viewExports } from './exports/index.ts'
import { Fault, isFault } from './kernel/fault.ts'
import { digestOf } from './kernel/ids.ts'
import type { EventRegister } from './kernel/register.ts'
import { correctedEvents } from './replay/corrected-events.ts'
import type { View } from './replay/view.ts'
import type { EventStore } from './store/event-store.ts'

export interface ExportRequest {
  /** One of `exportFormats`. */
  readonly format: string
  /** The view, for formats of views. */
  readonly view?: string
  /** CSV: a byte-order mark, so that a spreadsheet takes it for UTF-8. */
  readonly byteOrderMark?: boolean
}

export interface ExportFormat {
  readonly name: string
  readonly says: string
  readonly mediaType: string
  readonly ending: string
  /** Whether it writes one view; the others write the whole log. */
  readonly ofView: boolean
}

const provenance = [
  { name: 'prov', says: 'W3C PROV with Web Annotation selectors, as Turtle', mediaType: 'text/turtle', ending: 'ttl', write: provTurtle },
  { name: 'prov-jsonld', says: 'the same as JSON-LD', mediaType: 'application/ld+json', ending: 'jsonld', write: provJsonLd },
] as const

/** Every format that a ledger can be written in. */
export const exportFormats: readonly ExportFormat[] = [
  ...[...logExports, ...eventExports, ...provenance].map((format) => told(format, false)),
  ...viewExports.map((format) => told(format, true)),
]

function told({ name, says, mediaType, ending }: Omit<ExportFormat, 'ofView'>, ofView: boolean): ExportFormat {
  return { name, says, mediaType, ending, ofView }
}

export interface Sources {
  readonly store: EventStore
  readonly archive: DocumentArchive
  readonly register: EventRegister
  view(name: string): Promise<View>
}

/** Writes a ledger, or one view of it, piece by piece. Faults: `invalid-input`, `no-such-view`, `missing-dependency`. */
export async function* exported(sources: Sources, request: ExportRequest): Pieces {
  const { store, archive, register } = sources
  const { format, view, byteOrderMark = false } = request
  const ofView = viewExports.find(({ name }) => name === format)
  const ofLog = logExports.find(({ name }) => name === format)
  const ofEvents = eventExports.find(({ name }) => name === format)
  const ofProvenance = provenance.find(({ name }) => name === format)
  if (ofView) {
    if (view === undefined) throw refused(format, 'no view', 'the name of a view')
    const shown = await sources.view(view)
    yield* ofView.write({ name: shown.name, rows: shown.rows() }, { byteOrderMark, recorded: await lastRecorded(store) })
  } else if (ofLog) yield* ofLog.write(store)
  else if (ofEvents) yield* ofEvents.write(correctedEvents(store, register))
  else if (ofProvenance)
    yield* ofProvenance.write(store.read(), {
      textOf: (stream: string) => textOf(archive, stream),
      retracting: register.that('retract').map(({ type }) => type),
      amending: register.that('amend').map(({ type }) => type),
    })
  else throw refused(format, 'no such format', `one of ${exportFormats.map(({ name }) => name).join(', ')}`)
}

const refused = (format: string, found: string, expected: string): Fault =>
  new Fault('invalid-input', { attempted: `export ${format}`, found, expected })

/** Null for a text that was withdrawn: its selectors are left out. */
const textOf = async (archive: DocumentArchive, stream: string): Promise<string | null> => {
  try {
    return await archive.text(digestOf(stream) ?? stream)
  } catch (error) {
    if (isFault(error, 'text-withdrawn', 'no-such-document')) return null
    throw error
  }
}

/** The instant of the last event: the same ledger gives the same file, whenever it is written. */
const lastRecorded = async (store: EventStore): Promise<string> => {
  const tip = await store.tip()
  for await (const { recorded } of store.read({ from: tip })) return recorded
  return '1970-01-01T00:00:00.000Z'
}

import { createHash } from 'node:crypto'
import { lineOf, type RecordedEvent } from '../../kernel/envelope.ts'
import type { AnyProjection } from '../../kernel/projection.ts'
import type { EventStore } from '../../store/event-store.ts'
import { pickFrom } from '../../store/pick-from.ts'
import { rowShapeOf } from '../row-shape.ts'
import type { Table } from '../table.ts'
import { breather } from './breathe.ts'
import { lineFeed, linesOfRows, tableOfBytes } from './snapshot-rows.ts'
import type { SnapshotStorage } from './snapshot-storage.ts'

const format = 3

/** The first line of a snapshot: all of it must fit, or the snapshot is dropped. */
interface Header {
  readonly format: typeof format
  readonly name: string
  readonly version: number
  /** Digest over the code that made the rows. */
  readonly fingerprint: string
  readonly position: number
  /** Id and leaf hash of the event there: another log, or an altered one, does not fit. */
  readonly event: { readonly id: string; readonly leaf: string } | null
  /** Up to where corrections and links were applied. */
  readonly overlay: number
}

/** The last line. */
interface Footer {
  /** SHA-256, hex, over the lines between, with their LF. */
  readonly checksum: string
}

/** Larger ones are not written: reading them would cost about as much as a rebuild. Characters, about bytes. */
export const largestSnapshot = 512 * 1024 * 1024

export interface SnapshotOptions {
  readonly storage: SnapshotStorage
  /** Of the code that a projection's rows depend on. */
  readonly fingerprint: (projection: AnyProjection) => string
}

export const snapshotName = ({ name, version }: Pick<AnyProjection, 'name' | 'version'>): string => `${name}@${version}`

/** Writes the table of a view as it is now, without holding the event loop; later changes do not get in. */
export const writeSnapshot = async (
  store: EventStore,
  projection: AnyProjection,
  { table, position }: { table: Table; position: number },
  { storage, fingerprint }: SnapshotOptions,
): Promise<void> => {
  const rows = linesOfRows(table, rowShapeOf(projection.row))
  const header: Header = {
    format,
    name: projection.name,
    version: projection.version,
    fingerprint: fingerprint(projection),
    position,
    event: await eventAt(store, position),
    overlay: position,
  }
  async function* lines(): AsyncGenerator<string> {
    const breathe = breather()
    const hash = createHash('sha256')
    let size = 0
    yield JSON.stringify(header)
    for (const line of rows) {
      size += line.length
      if (size > largestSnapshot) throw new TooLarge()
      hash.update(line).update('\n')
      yield line
      await breathe()
    }
    yield JSON.stringify({ checksum: hash.digest('hex') } satisfies Footer)
  }
  try {
    await storage.write(snapshotName(projection), lines())
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    await storage.remove(snapshotName(projection))
  }
}

class TooLarge extends Error {}

/** The table that a snapshot holds, or why it cannot be used; then it is removed. */
export const readSnapshot = async (
  store: EventStore,
  projection: AnyProjection,
  { storage, fingerprint }: SnapshotOptions,
): Promise<{ table: Table; position: number } | { unfit: string }> => {
  const name = snapshotName(projection)
  const bytes = await storage.read(name)
  if (!bytes) return { unfit: 'there is none' }
  try {
    return await tableOf(bytes, store, projection, fingerprint(projection))
  } catch (error) {
    await storage.remove(name)
    return { unfit: error instanceof Unfit ? error.message : 'it cannot be read' }
  }
}

class Unfit extends Error {}

const tableOf = async (bytes: Buffer, store: EventStore, projection: AnyProjection, fingerprint: string) => {
  if (bytes.length === 0) throw new Unfit('its rows are not whole')
  const rowsStart = bytes.indexOf(lineFeed) + 1
  const { position } = await fitting(JSON.parse(bytes.toString('utf8', 0, rowsStart)) as Header, store, projection, fingerprint)
  const rowsEnd = bytes.lastIndexOf(lineFeed, -2) + 1
  const rows = bytes.subarray(rowsStart, rowsEnd)
  const footer = JSON.parse(bytes.toString('utf8', rowsEnd)) as Partial<Footer>
  if (footer.checksum !== (await checksumOf(rows))) throw new Unfit('its rows are not whole')
  return { table: await tableOfBytes(rows, rowShapeOf(projection.row)), position }
}

const checksumOf = async (bytes: Buffer): Promise<string> => {
  const breathe = breather()
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += slice) {
    hash.update(bytes.subarray(at, at + slice))
    await breathe()
  }
  return hash.digest('hex')
}
const slice = 1 << 20

const fitting = async (header: Header, store: EventStore, projection: AnyProjection, fingerprint: string): Promise<Header> => {
  const differs =
    header.format !== format || header.name !== projection.name || header.version !== projection.version
      ? 'it is of another view'
      : header.fingerprint !== fingerprint
        ? 'the code has changed'
        : header.position > (await store.tip())
          ? 'it is ahead of the log'
          : header.overlay !== header.position
            ? 'its corrections end elsewhere'
            : JSON.stringify(header.event) !== JSON.stringify(await eventAt(store, header.position))
              ? 'it is of another log'
              : undefined
  if (differs) throw new Unfit(differs)
  return header
}

const eventAt = async (store: EventStore, position: number): Promise<Header['event']> => {
  if (position < 0) return null
  const [event] = await pickFrom(store, [position])
  return event ? { id: event.id, leaf: leafOf(event) } : null
}

/** RFC 6962: SHA-256 over a zero byte and the stored line. */
const leafOf = (event: RecordedEvent): string => createHash('sha256').update('\0').update(lineOf(event)).digest('hex')

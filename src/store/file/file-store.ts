import { resolve } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { EventStore, ReadOptions } from '../event-store.ts'
import { newsBoard } from '../news.ts'
import { openReads } from '../open-reads.ts'
import { ascending } from '../pick-from.ts'
import { planned, type Readings, refuseClosed } from '../read-plan.ts'
import { readableOfBatches } from '../readable-of-batches.ts'
import { type Appender, openAppender } from './appender.ts'
import { openCatalog, type Reach } from './catalog.ts'
import { type Disk, realDisk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import { folderWatch } from './folder-watch.ts'
import { folderKind, refuseForeign, refuseVacant } from './ledger-folder.ts'
import { type Lock, takeLock } from './lock.ts'
import { logReader } from './log-reader.ts'
import { type LogWriter, openLogWriter } from './log-writer.ts'
import { cutTorn, findLog } from './open-log.ts'
import { logFolder } from './segments.ts'

export interface FileStoreOptions {
  /** Takes no lock, changes nothing, follows whoever writes. */
  readonly readOnly?: boolean
  readonly now?: () => Date
  /** A segment that is at least so long is sealed before the next append. */
  readonly segmentBytes?: number
  readonly disk?: Disk
}

export interface FileStore extends EventStore {
  readonly directory: string
  /** What was noticed while opening, such as `torn-tail`. */
  readonly findings: readonly Finding[]
}

const mebibyte = 1024 * 1024

/**
 * The embedded store: a folder with segments of NDJSON, one event a line. What it promises is in `README.md` beside
 * the folder of this file, what it calls on the disk in `disk.ts`. Faults: `not-a-ledger`, `locked`, `read-only`,
 * `corrupt-log`, `io-error`.
 */
export const openFileStore = async (directory: string, options: FileStoreOptions = {}): Promise<FileStore> => {
  const folder = resolve(directory)
  const disk = options.disk ?? realDisk
  const kind = folderKind(folder, disk)
  if (kind === 'other') refuseForeign(folder)
  if (kind === 'vacant' && options.readOnly) refuseVacant(folder)
  return options.readOnly ? openReader(folder, disk) : openWriter(folder, disk, options)
}

const openReader = async (folder: string, disk: Disk): Promise<FileStore> => {
  const news = newsBoard()
  const watch = folderWatch(folder, news.announce)
  return fileStore({
    folder,
    disk,
    news,
    findings: [],
    reach: () => findLog(disk, folder),
    save: false,
    follow: watch.follow,
    end: async () => watch.close(),
  })
}

const openWriter = async (folder: string, disk: Disk, options: FileStoreOptions): Promise<FileStore> => {
  onDisk(`create the ledger in ${folder}`, () => disk.makeFolder(folder))
  const lock = await takeLock(folder)
  try {
    onDisk(`create the ledger in ${folder}`, () => {
      disk.makeFolder(logFolder(folder))
      disk.syncFolder(folder)
    })
    const found = findLog(disk, folder)
    const findings = await cutTorn(disk, found)
    return writingStore(folder, disk, options, lock, found, findings)
  } catch (error) {
    lock.release()
    throw error
  }
}

const writingStore = (
  folder: string,
  disk: Disk,
  { now = () => new Date(), segmentBytes = 16 * mebibyte }: FileStoreOptions,
  lock: Lock,
  start: ReturnType<typeof findLog>,
  findings: readonly Finding[],
): FileStore => {
  const news = newsBoard()
  const catalog = openCatalog(disk, { save: true })
  const log: LogWriter = openLogWriter({ disk, folder, catalog, segmentBytes, start, held: lock.held, grown: news.announce })
  const appender = openAppender(disk, catalog, log, now)
  return fileStore({
    folder,
    disk,
    news,
    findings,
    catalog,
    reach: log.reach,
    save: true,
    appender,
    follow: () => () => {},
    async end() {
      await appender.drained()
      log.close()
      lock.release()
    },
  })
}

interface Parts {
  readonly folder: string
  readonly disk: Disk
  readonly news: ReturnType<typeof newsBoard>
  readonly findings: readonly Finding[]
  readonly catalog?: ReturnType<typeof openCatalog>
  readonly save: boolean
  readonly appender?: Appender
  reach(): Reach
  follow(): () => void
  end(): Promise<void>
}

const fileStore = (parts: Parts): FileStore => {
  const { folder, disk, news, findings, appender, save } = parts
  const reader = logReader(disk, parts.catalog ?? openCatalog(disk, { save }))
  const reads = openReads()
  let closing: Promise<void> | undefined
  const closed = () => closing !== undefined
  const reach = (): Reach => {
    refuseClosed(closed())
    return parts.reach()
  }
  const readings: Readings = {
    end: async (stream) => (stream === undefined ? reach().tip : reader.lastRevision(reach(), stream)),
    range: (range, options) => reader.events(reach(), range, options),
    news,
    closed,
  }
  const never = new AbortController().signal
  return {
    directory: folder,
    findings,
    async append(stream, events, { expectedRevision }) {
      refuseClosed(closed())
      if (!appender) return refuseReadOnly(folder)
      return appender.append(stream, events, expectedRevision)
    },
    read(options: ReadOptions = {}) {
      const stream = reads.keep(readableOfBatches((ended) => planned(readings, options, ended), options.signal))
      if (options.follow) stream.once('close', parts.follow())
      return stream
    },
    tip: async () => reach().tip,
    close() {
      closing ??= (async () => {
        news.announce()
        reads.endAll(new Fault('closed', { attempted: 'read on', found: 'the store has been closed' }))
        await parts.end()
      })()
      return closing
    },
    batches: (options) => planned(readings, options, never),
    bareBatches: (options) => planned({ ...readings, range: (range) => reader.bare(reach(), range, options.types) }, options, never),
    pick: async (positions) => {
      const upTo = reach()
      return reader.pick(
        upTo,
        ascending(positions).filter((position) => position >= 0 && position <= upTo.tip),
      )
    },
    locate: async (id) => reader.locate(reach(), id),
    async *streams({ prefix = '' } = {}) {
      yield* reader.streams(reach(), prefix)
    },
    async *lines({ from = 0, to = Number.POSITIVE_INFINITY } = {}) {
      const upTo = reach()
      yield* reader.lines(upTo, { from: Math.max(0, from), to: Math.min(to, upTo.tip) })
    },
  }
}

const refuseReadOnly = (folder: string): never => {
  throw new Fault('read-only', {
    attempted: `append to the ledger in ${folder}`,
    found: 'it was opened for reading only',
    cure: 'Open it for writing.',
  })
}

import { linesOf } from '../store/lines-of.ts'
import type { LogExport } from './export.ts'

/** The stored lines, byte for byte: what was hashed. `importLog` takes them back. */
export const logNdjson: LogExport = {
  name: 'log',
  says: 'the log, one event a line, exactly the bytes that are hashed',
  mediaType: 'application/x-ndjson',
  ending: 'ndjson',
  async *write(store, { from, to } = {}) {
    const lineFeed = Buffer.from('\n')
    for await (const lines of linesOf(store, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }))
      yield Buffer.concat(lines.flatMap((line) => [line, lineFeed]))
  },
}

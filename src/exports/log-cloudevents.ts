import { batchesOf } from '../store/batches-of.ts'
import { cloudEventOf } from './cloud-event.ts'
import type { LogExport } from './export.ts'

/** The log as CloudEvents 1.0, one a line, in structured JSON mode; for buses, brokers and functions. */
export const logCloudEvents: LogExport = {
  name: 'cloudevents',
  says: 'the log as CloudEvents 1.0, one a line',
  mediaType: 'application/cloudevents+json',
  ending: 'cloudevents.ndjson',
  async *write(store, { from, to, source = 'urn:chancery:ledger' } = {}) {
    for await (const batch of batchesOf(store, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }))
      yield batch.map((event) => `${JSON.stringify(cloudEventOf(event, source))}\n`).join('')
  },
}

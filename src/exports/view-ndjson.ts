import type { ViewExport } from './export.ts'

/** Rows whole, one a line: `{ "key", "row" }`. Null is null and absent is absent. */
export const viewNdjson: ViewExport = {
  name: 'ndjson',
  says: 'rows whole, one JSON object a line',
  mediaType: 'application/x-ndjson',
  ending: 'ndjson',
  async *write({ rows }) {
    for (const [key, row] of rows) yield `${JSON.stringify({ key, row })}\n`
  },
}

import { eventCodes } from './event-codes.ts'
import type { EventExport, LogExport, ViewExport } from './export.ts'
import { geoJson } from './geojson.ts'
import { iCalendar } from './icalendar.ts'
import { logCloudEvents } from './log-cloudevents.ts'
import { logNdjson } from './log-ndjson.ts'
import { viewCsv } from './view-csv.ts'
import { viewMarkdown } from './view-markdown.ts'
import { viewNdjson } from './view-ndjson.ts'
import { viewParquet } from './view-parquet.ts'

/** The registers: a new format is one file and one line here. Packages are loaded when a format is written, not before. */
export const logExports: readonly LogExport[] = [logNdjson, logCloudEvents]
export const viewExports: readonly ViewExport[] = [viewCsv, viewNdjson, viewMarkdown, viewParquet, iCalendar, geoJson]
export const eventExports: readonly EventExport[] = [eventCodes]

export { importLog } from './import-log.ts'
export { provJsonLd } from './prov-json-ld.ts'
export { provTurtle } from './prov-turtle.ts'

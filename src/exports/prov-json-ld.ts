import type { RecordedEvent } from '../kernel/envelope.ts'
import type { Pieces } from './export.ts'
import { context, type ProvOptions, provNodes } from './prov-nodes.ts'

/** PROV as JSON-LD 1.1, one resource a line. The context is in the file: nothing is fetched to read it. */
export async function* provJsonLd(events: AsyncIterable<RecordedEvent>, options?: ProvOptions): Pieces {
  yield `{"@context":${JSON.stringify(context)},"@graph":[\n`
  let isFirst = true
  for await (const node of provNodes(events, options)) {
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(node)}`
    isFirst = false
  }
  yield '\n]}\n'
}

import type { RecordedEvent } from '../../kernel/envelope.ts'
import { documentStream } from '../../kernel/ids.ts'
import type { Page } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { html } from '../html/html.ts'
import { recordedOf } from '../rows/claims.ts'
import { claimCard } from './claim-card.ts'

/**
 * An engagement that no view tells of, because it is not between states, is a figure, or all its claims were
 * retracted: the claims that name it. Null when there are none.
 */
export const bareEngagement = async (reading: Reading, id: string): Promise<Page | null> => {
  const { words } = reading
  const stream = await streamOf(reading, id)
  if (stream === null) return null
  const { claims } = await recordedOf(reading, stream)
  const own = claims.filter(({ event }) => Object.values(event.data as object).includes(id))
  if (own.length === 0) return null
  const sha256 = stream.slice(documentStream('').length)
  const events = own.map(({ event }): RecordedEvent => event)
  return {
    title: `${words.fields.engagements}: ${id}`,
    json: () => ({ id, view: null, reports: events }),
    table: () => ({
      columns: ['position', 'type', 'document', 'quote', 'start', 'end', 'rule'],
      rows: events.flatMap((event) =>
        (event.evidence ?? []).map((quote) => [event.position, event.type, sha256, quote.quote, quote.start, quote.end, event.rule]),
      ),
    }),
    body: () => html`<p class="note">${words.engagement.none}</p>
<p><a href="${reading.link(['documents', sha256])}">${words.fields.document}</a></p>
<ol class="cards">${own.map((claim) => claimCard(reading, claim, sha256))}</ol>`,
  }
}

/** Ids begin with the digest of their document. */
const streamOf = async ({ ledger }: Reading, id: string): Promise<string | null> => {
  if (!/^[0-9a-f]{12}\/[vmfarq]@\d{1,9}$/.test(id)) return null
  return ledger.document(id.slice(0, 12)).catch(() => null)
}

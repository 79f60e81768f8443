import type { CorrectedEvent, RecordedEvent } from '../../kernel/envelope.ts'
import { digestOf } from '../../kernel/ids.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { printList } from '../formats/list.ts'
import { dataInWords } from '../rows/data.ts'
import { fitted } from '../text/width.ts'

export const events = defineCommand({
  name: 'events',
  flags: {
    stream: { takes: 'STREAM' },
    type: { takes: 'TYPE', many: true },
    from: { takes: 'N', number: true },
    to: { takes: 'N', number: true },
    newest: {},
    limit: { takes: 'N', number: true },
    corrected: {},
    follow: {},
  },
  examples: [
    'chancery events --format ndjson',
    'chancery events --type PeopleMerged',
    'chancery events --stream document/108e2ecc',
    'chancery events --follow --format ndjson',
  ],
  async run(context, { stream, type, from, to, newest, limit = Number.POSITIVE_INFINITY, corrected, follow }) {
    const { io, out, settings, words } = context
    const ledger = await context.ledger()
    const found = ledger.events({
      ...(stream ? { stream: await streamOf(ledger, stream) } : {}),
      ...(type ? { types: await typesOf(context, type) } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(newest ? { backwards: true } : {}),
      ...(corrected ? { corrected } : {}),
      ...(follow ? { follow } : {}),
      ...(follow && io.interrupted ? { signal: io.interrupted } : {}),
    })
    if (follow) out.say(words.events.following)
    const line = lineFor(context)
    const kept: AnyEvent[] = []
    let count = 0
    try {
      for await (const event of found as AsyncIterable<AnyEvent>) {
        if (out.closed || count++ >= limit) break
        if (line) await out.print(line(event))
        else kept.push(event)
      }
    } catch (error) {
      if (!io.interrupted?.aborted) throw error
    }
    if (!line) await printList(context, kept, listing(context))
    if (count === 0 && !settings.json) out.say(words.events.none)
    return 0
  },
})

type AnyEvent = (RecordedEvent | CorrectedEvent) & { readonly by?: string }

/** Formats that need no look ahead are written as events come, so that a log of any size passes through. */
const lineFor = ({ settings, io, words, paint }: Context): ((event: AnyEvent) => string) | null => {
  switch (settings.format ?? (io.isTty.stdout ? 'table' : 'ndjson')) {
    case 'ndjson':
      return (event) => JSON.stringify(event)
    case 'table': {
      const columns = io.isTty.stdout ? io.columns : Number.POSITIVE_INFINITY
      return (event) => {
        const position = String(event.position).padStart(6)
        const rest = `${event.type.padEnd(19)} ${shortStream(event.stream).padEnd(12)} ${dataInWords(event.data, words)}`
        return `${paint.dim(position)}  ${fitted(rest, columns - position.length - 2)}`.trimEnd()
      }
    }
    default:
      return null
  }
}

const listing = ({ words }: Context) => ({
  columns: [
    { key: 'position', head: words.events.position, text: ({ position }: AnyEvent) => String(position) },
    { key: 'type', head: words.events.type, text: ({ type }: AnyEvent) => type },
    { key: 'stream', head: words.events.stream, text: ({ stream }: AnyEvent) => stream },
    { key: 'recorded', head: words.events.recorded, text: ({ recorded }: AnyEvent) => recorded },
    { key: 'by', head: words.events.by, text: ({ by = '' }: AnyEvent) => by },
    {
      key: 'data',
      head: words.events.says,
      text: ({ data }: AnyEvent) => dataInWords(data, words),
      value: ({ data }: AnyEvent) => JSON.stringify(data),
    },
  ],
})

/** `document/108e2ecc…` → `108e2ecc…`, twelve digits: as ids of engagements begin. */
export const shortStream = (stream: string): string => digestOf(stream)?.slice(0, 12) ?? stream

/** A stream by its name; a document's by any unique beginning of its digest, or the document's own name. */
export const streamOf = async (ledger: Ledger, stream: string): Promise<string> => {
  if (['corrections', 'identity'].includes(stream) || /^document\/[0-9a-f]{64}$/.test(stream)) return stream
  return ledger.document(stream.replace(/^document\//, ''))
}

/** Types as the vocabulary spells them; a misspelt one is told, because no events would look like an empty log. */
const typesOf = async (context: Context, types: readonly string[]): Promise<readonly string[]> => {
  const { vocabulary } = await context.hall()
  const { suggest } = await import('../suggest.ts')
  const { Usage } = await import('../usage.ts')
  const known = vocabulary.all.map((definition) => definition.type)
  return types.map((type) => {
    const exact = known.find((name) => name.toLowerCase() === type.toLowerCase())
    if (exact) return exact
    const near = suggest(type, known)
    const { usage } = context.words
    throw new Usage('invalid-value', {
      attempted: usage.run('events'),
      found: usage.value('--type', type),
      ...(near.length ? { cure: usage.didYouMean(near.join(` ${usage.or} `)) } : { expected: usage.oneOf(known.join(', ')) }),
    })
  })
}

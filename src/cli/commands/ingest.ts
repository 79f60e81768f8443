import type { Ingested } from '../../ledger.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { doubtsOf } from '../doubts.ts'
import { type DocumentLine, documentLines } from '../ingesting/summary.ts'
import { metadataFlags, statedBy } from '../metadata-flags.ts'
import { pathFrom } from '../paths.ts'
import { progressOf } from '../progress.ts'
import { inWords } from '../trouble.ts'

export const ingest = defineCommand({
  name: 'ingest',
  takes: ['path...'],
  flags: { ...metadataFlags, threads: { takes: 'N', number: true } },
  examples: [
    'chancery ingest articles/',
    'chancery ingest article.html --published 2023-08-22 --publisher "Bản tin"',
    'cat article.txt | chancery ingest -',
    'chancery ingest scraped.ndjson --field text=/body/plain --field published=date',
  ],
  async run(context, flags, args) {
    const { io, out, settings, words } = context
    const { inputsFrom } = await context.hall()
    const paths = args.map((path) => pathFrom(io, path))
    const stated = statedBy(flags, 'ingest', words)
    const ledger = await context.ledger({ write: true })
    const before = await ledger.tip()
    const progress = await progressOf(context, await countIfCheap(context, paths), words.ingest.rate)
    const tally = { ingested: [] as Outcome<'ingested'>[], known: 0, described: 0, failed: [] as Outcome<'refused'>[] }
    const started = io.now().getTime()
    let done = 0
    try {
      const inputs = inputsFrom(paths, { ...stated, stdin: io.stdin })
      const options = { ...(io.interrupted ? { signal: io.interrupted } : {}), ...(flags.threads ? { threads: flags.threads } : {}) }
      for await (const result of ledger.ingest(inputs, options)) {
        progress.step(++done, result.origin)
        if (settings.format === 'ndjson') await out.print(JSON.stringify(result))
        if (result.outcome === 'ingested') tally.ingested.push(result)
        else if (result.outcome === 'known') {
          tally.known++
          if (result.described) tally.described++
        } else {
          tally.failed.push(result)
          if (tally.failed.length <= mostTold && !settings.json) progress.aside(() => out.tell(inWords(result.fault.toJSON(), words)))
        }
      }
    } finally {
      progress.stop()
    }
    const seconds = (io.now().getTime() - started) / 1000
    await report(context, tally, await documentsOf(ledger, tally.ingested, before), seconds)
    if (io.interrupted?.aborted) out.tell(words.ingest.stopped(done))
    return tally.failed.length > 0 || io.interrupted?.aborted ? 1 : 0
  },
})

type Outcome<Name> = Extract<Ingested, { outcome: Name }>

interface Tally {
  readonly ingested: readonly Outcome<'ingested'>[]
  readonly known: number
  readonly described: number
  readonly failed: readonly Outcome<'refused'>[]
}

/** So many failures are told one by one as they happen; the rest as a number. */
const mostTold = 10

/** How many documents there are, where asking costs little and somebody is watching; null otherwise. */
const countIfCheap = async ({ io, settings, hall }: Context, paths: readonly string[]): Promise<number | null> => {
  if (!io.isTty.stderr || settings.quiet || settings.json || paths.includes('-')) return null
  let count = 0
  for await (const _ of (await hall()).inputsFrom(paths)) count++
  return count
}

const documentsOf = async (ledger: Ledger, ingested: Tally['ingested'], before: number): Promise<DocumentLine[]> => {
  const doubts = new Map<string, Record<string, number>>()
  if (ingested.length > 0)
    for await (const { stream, code } of doubtsOf(ledger, { from: before + 1 })) {
      const codes = doubts.get(stream) ?? {}
      codes[code] = (codes[code] ?? 0) + 1
      doubts.set(stream, codes)
    }
  return ingested.map(({ stream, name, events, uncoded }) => ({ stream, name, events, uncoded, doubts: doubts.get(stream) ?? {} }))
}

const report = async (
  { io, out, settings, words }: Context,
  tally: Tally,
  documents: readonly DocumentLine[],
  seconds: number,
): Promise<void> => {
  const doubts = documents.reduce((sum, document) => sum + Object.values(document.doubts).reduce((a, b) => a + b, 0), 0)
  const { ingested, known, described, failed } = tally
  if (settings.format === 'ndjson') return
  if (settings.format === 'json') {
    const refused = failed.map(({ origin, fault }) => ({ origin, fault: fault.toJSON() }))
    return out.print(
      JSON.stringify({ ingested: ingested.length, known, described, failed: failed.length, doubts, seconds, documents, refused }, null, 2),
    )
  }
  if (failed.length > mostTold) out.tell(words.ingest.moreFailed(failed.length - mostTold))
  if (settings.quiet) return
  if (ingested.length + known + failed.length === 0) return out.print(words.ingest.none)
  if (ingested.length === 0 && failed.length === 0)
    return out.print(described ? words.ingest.described(described) : words.ingest.nothing(known))
  await out.print(`${words.ingest.summary({ ingested: ingested.length, known, failed: failed.length, doubts })}  ${seconds.toFixed(1)} s`)
  for (const line of documentLines(documents, words, io.isTty.stdout ? io.columns : Number.POSITIVE_INFINITY)) await out.print(line)
}

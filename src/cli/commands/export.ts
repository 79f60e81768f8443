import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { writeSite } from '../exporting-site.ts'
import { printList } from '../formats/list.ts'
import { namedView } from '../named-view.ts'
import { suggest } from '../suggest.ts'
import { Usage } from '../usage.ts'

export const exportLedger = defineCommand({
  name: 'export',
  takes: ['[format]', '[file]'],
  flags: { view: { takes: 'VIEW' }, bom: {} },
  examples: [
    'chancery export',
    'chancery export log ledger.ndjson',
    'chancery export csv visits.csv --view visits',
    'chancery export icalendar visits.ics --view visits',
    'chancery export site pages',
  ],
  async run(context, { view, bom = false }, [wanted, file]) {
    const { io, out, words } = context
    const exportFormats = await (await context.hall()).exportFormats()
    if (wanted === undefined) {
      await printList(context, [...exportFormats, { name: 'site', says: words.export.site, ofView: false }], {
        columns: [
          { key: 'format', head: words.export.format, text: ({ name }) => name, whole: true },
          { key: 'of', head: words.export.of, text: ({ ofView }) => (ofView ? words.export.aView : words.export.theLog) },
          { key: 'says', head: words.views.says, text: ({ says }) => says },
        ],
      })
      return 0
    }
    if (wanted === 'site') {
      if (file === undefined) throw missing(context, 'file')
      const { files, bytes } = await writeSite(context, file)
      out.say(words.export.pages(files, (bytes / 1e6).toFixed(1), file))
      return 0
    }
    const format = exportFormats.find(({ name }) => name === wanted)
    if (!format) throw unknown(context, wanted, [...exportFormats.map(({ name }) => name), 'site'])
    if (format.ofView && view === undefined) throw viewless(context, format.name, format.ending)
    if (format.mediaType === 'application/vnd.apache.parquet' && file === undefined && io.isTty.stdout) throw missing(context, 'file')
    const ledger = await context.ledger()
    const pieces = ledger.export({
      format: format.name,
      byteOrderMark: bom,
      ...(view === undefined ? {} : { view: namedView(ledger, view, words) }),
    })
    if (file === undefined) {
      for await (const piece of pieces) {
        if (out.closed) break
        await out.write(piece)
      }
      return 0
    }
    await pipeline(Readable.from(pieces), createWriteStream(resolve(io.cwd, file)))
    out.say(words.export.written(file))
    return 0
  },
})

const unknown = ({ words: { usage } }: Context, wanted: string, names: readonly string[]): Usage => {
  const near = suggest(wanted, names)
  return new Usage('invalid-value', {
    attempted: usage.run('export'),
    found: usage.value('format', wanted),
    expected: usage.oneOf(names.join(', ')),
    ...(near.length ? { cure: usage.didYouMean(near.join(` ${usage.or} `)) } : {}),
  })
}

/** Most who forget the view do not know yet what views there are called. */
const viewless = ({ words: { usage } }: Context, format: string, ending: string): Usage =>
  new Usage('missing-argument', {
    attempted: usage.run('export'),
    found: usage.missing('--view'),
    cure: usage.list(`chancery views · chancery export ${format} visits.${ending} --view visits`),
  })

const missing = ({ words: { usage } }: Context, what: string): Usage =>
  new Usage('missing-argument', { attempted: usage.run('export'), found: usage.missing(what), cure: usage.seeHelp('export') })

import { digestOf } from '../../kernel/ids.ts'
import type { Reextracted } from '../../ledger.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { progressOf } from '../progress.ts'
import { dataInWords } from '../rows/data.ts'
import { visible } from '../text/visible.ts'
import { inWords } from '../trouble.ts'

export const reextract = defineCommand({
  name: 'reextract',
  flags: { apply: {} },
  examples: ['chancery reextract', 'chancery reextract --apply'],
  async run(context, { apply = false }) {
    const { io, out, settings, words } = context
    const ledger = await context.ledger({ write: apply })
    const progress = await progressOf(context, null, words.ingest.rate)
    const differing: Reextracted[] = []
    let [done, failed] = [0, 0]
    try {
      for await (const result of ledger.reextract({ apply, ...(io.interrupted ? { signal: io.interrupted } : {}) })) {
        progress.step(++done, result.name)
        const { fault } = result
        if (fault) {
          failed++
          if (!settings.json) progress.aside(() => out.say(inWords(fault.toJSON(), words)))
        }
        if (result.gone.length + result.fresh.length > 0) differing.push(result)
        if (settings.format === 'ndjson') await out.print(JSON.stringify(jsonOf(result)))
      }
    } finally {
      progress.stop()
    }
    if (settings.format === 'json')
      await out.print(JSON.stringify({ documents: done, failed, applied: apply, differing: differing.map(jsonOf) }, null, 2))
    else if (settings.format !== 'ndjson') {
      for (const result of differing) await out.print(inWordsOf(context, result))
      await out.print(
        differing.length === 0
          ? words.reextract.same
          : apply
            ? words.reextract.applied(differing.length)
            : words.reextract.differ(differing.length),
      )
    }
    return 0
  },
})

const jsonOf = ({ fault, ...rest }: Reextracted) => ({ ...rest, ...(fault ? { fault: fault.toJSON() } : {}) })

const inWordsOf = ({ words, paint }: Context, { stream, name, gone, fresh, kept }: Reextracted): string =>
  [
    `${paint.bold(digestOf(stream)?.slice(0, 12) ?? stream)}  ${visible(name)}  ${words.reextract.kept(kept)}`,
    ...gone.map(({ type, data }) => paint.bad(`  − ${type}  ${dataInWords(data, words)}`)),
    ...fresh.map(({ type, data }) => paint.good(`  + ${type}  ${dataInWords(data, words)}`)),
  ].join('\n')

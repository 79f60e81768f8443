import { defineCommand } from '../command.ts'
import { printOne } from '../formats/one.ts'
import { namedView } from '../named-view.ts'
import { Usage } from '../usage.ts'
import { differenceInWords } from './correct/append.ts'

export const compare = defineCommand({
  name: 'compare',
  takes: ['view'],
  completes: 'views',
  flags: { from: { takes: 'POSITION|TIME' }, to: { takes: 'POSITION|TIME' } },
  examples: ['chancery compare visits --from 20', 'chancery compare visits --from 20 --to 40'],
  async run(context, { from, to }, [wanted = '']) {
    const { words } = context
    if (from === undefined)
      throw new Usage('missing-argument', {
        attempted: words.usage.run('compare'),
        found: words.usage.missing('--from'),
        cure: words.usage.seeHelp('compare'),
      })
    const ledger = await context.ledger()
    const view = namedView(ledger, wanted, words)
    const rows = await ledger.compare(view, from, to ?? String(Math.max(0, await ledger.tip())))
    await printOne(context, { view, from, to: to ?? null, differences: rows }, () =>
      rows.length === 0
        ? words.compare.same
        : [...rows.flatMap((row) => [...differenceInWords(row, words), behind(row.lineage)]), '', words.compare.differ(rows.length)].join(
            '\n',
          ),
    )
    return rows.length > 0 ? 1 : 0
  },
})

/** The events behind both. */
const behind = ({ a, b }: { readonly a: readonly number[]; readonly b: readonly number[] }): string => `    ${short(a)} → ${short(b)}`

const short = (positions: readonly number[]): string =>
  positions.length === 0 ? '–' : `#${positions.slice(0, 8).join(' #')}${positions.length > 8 ? ' …' : ''}`

import type { OutsideProjection, RowDifference, View } from '../../ledger.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { printOne } from '../formats/one.ts'
import { namedView } from '../named-view.ts'
import { Usage } from '../usage.ts'
import { differenceInWords } from './correct/append.ts'

export const compare = defineCommand({
  name: 'compare',
  takes: ['view', '[version]'],
  completes: 'views',
  flags: { from: { takes: 'POSITION|TIME' }, to: { takes: 'POSITION|TIME' } },
  examples: [
    'chancery compare visits --from 20',
    'chancery compare visits --from 20 --to 40',
    'chancery compare first-visits@1 @2 --projections mine/',
  ],
  async run(context, { from, to }, [wanted = '', other]) {
    const { words } = context
    const versions = versionsIn(wanted, other)
    if (!versions && from === undefined)
      throw new Usage('missing-argument', {
        attempted: words.usage.run('compare'),
        found: words.usage.missing('--from'),
        cure: words.usage.seeHelp('compare'),
      })
    const ledger = await context.ledger()
    const view = namedView(ledger, wanted, words)
    const end = to ?? String(Math.max(0, await ledger.tip()))
    const rows = versions ? await betweenVersions(context, ledger, view, versions, end) : await ledger.compare(view, from ?? end, end)
    await printOne(context, { view, ...(versions ? { versions } : { from }), to: to ?? null, differences: rows }, () =>
      rows.length === 0
        ? words.compare.same
        : [...rows.flatMap((row) => [...differenceInWords(row, words), behind(row.lineage)]), '', words.compare.differ(rows.length)].join(
            '\n',
          ),
    )
    return rows.length > 0 ? 1 : 0
  },
})

/** `first-visits@1 @2` → 1 and 2. Null: no versions were named. */
const versionsIn = (wanted: string, other: string | undefined): readonly [number, number] | null => {
  const [a, b] = [wanted, other ?? ''].map((text) => /@(\d+)$/.exec(text)?.[1])
  return a === undefined || b === undefined ? null : [Number(a), Number(b)]
}

/** The rows that two versions of a view of one's own make of the same events. */
const betweenVersions = async (
  context: Context,
  ledger: Ledger,
  view: string,
  versions: readonly [number, number],
  asOf: string,
): Promise<readonly RowDifference[]> => {
  const { compareViews } = await context.hall()
  const { loadProjections } = await import('../projections/load.ts')
  const { projections, former } = await loadProjections(context.settings.projections)
  const shipped = ledger.projections
    .filter((known) => !projections.some(({ projection }) => projection.name === known.name))
    .map((projection) => ({ projection, fingerprint: '' }))
  const known = [...projections, ...former, ...shipped].filter(({ projection }) => projection.name === view)
  const [a, b] = versions.map((version) => {
    const found = known.find(({ projection }) => projection.version === version)
    if (found) return found
    throw new Usage('invalid-value', {
      attempted: context.words.usage.run('compare'),
      found: context.words.compare.noVersion(view, version),
      expected: context.words.usage.oneOf(known.map(({ projection }) => `${view}@${projection.version}`).join(', ')),
      cure: context.words.compare.keepVersion(view, version),
    })
  }) as [OutsideProjection, OutsideProjection]
  return compareViews(await folded(context, ledger, a, asOf), await folded(context, ledger, b, asOf))
}

/** The view as one version of it folds the log; an earlier one in a ledger of its own, opened beside. */
const folded = async (context: Context, ledger: Ledger, outside: OutsideProjection, asOf: string): Promise<View> => {
  const { projection } = outside
  if (ledger.projections.includes(projection)) return ledger.view(projection.name, { asOf })
  const beside = await (await context.hall()).openLedger(ledger.location, { readOnly: true, projections: [outside] })
  try {
    return await beside.view(projection.name, { asOf })
  } finally {
    await beside.close()
  }
}

/** The events behind both. */
const behind = ({ a, b }: { readonly a: readonly number[]; readonly b: readonly number[] }): string => `    ${short(a)} → ${short(b)}`

const short = (positions: readonly number[]): string =>
  positions.length === 0 ? '–' : `#${positions.slice(0, 8).join(' #')}${positions.length > 8 ? ' …' : ''}`

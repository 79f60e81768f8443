import { compareWhen } from '../../kernel/edtf.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { printList } from '../formats/list.ts'
import { printOne } from '../formats/one.ts'
import { showLong } from '../formats/pager.ts'
import { namedView } from '../named-view.ts'
import { drawChart, periodsOf } from '../rows/chart.ts'
import { chosen } from '../rows/chosen.ts'
import { withCompany } from '../rows/company.ts'
import { checkFields, conditionOf, dateFilter, dateOf, filterByDate, valueAt } from '../rows/filter.ts'
import { namesIn } from '../rows/find.ts'
import { sayLegend } from '../rows/legend.ts'
import { type Row, rowsListing } from '../rows/listing.ts'
import { recordInWords } from '../rows/record.ts'
import { entriesOf, isObject } from '../rows/shapes.ts'
import { shortKey } from '../rows/short-key.ts'
import { shellWord } from '../text/shell-word.ts'
import { visible } from '../text/visible.ts'

export const view = defineCommand({
  name: 'view',
  takes: ['name', '[key]'],
  completes: 'views',
  flags: {
    asOf: { takes: 'POSITION|TIME' },
    from: { takes: 'DATE' },
    to: { takes: 'DATE' },
    where: { takes: 'FIELD=VALUE', many: true },
    limit: { takes: 'N', number: true },
    chart: {},
  },
  examples: [
    'chancery view agreement-counts KZ-VN',
    'chancery view leader-histories tokayev',
    'chancery view visits --from 2023 --to 2023',
    'chancery view visits --where what=state',
    'chancery view visits --as-of 40',
    'chancery view agreement-counts --format csv',
  ],
  async run(context, { asOf, from, to, where = [], limit, chart }, [name = '', key]) {
    const { out, words, settings } = context
    const dates = dateFilter(from, to, 'view', words)
    const conditions = where.map((text) => conditionOf(text, 'view', words))
    const ledger = await context.ledger()
    const shown = await ledger.view(namedView(ledger, name, words), asOf === undefined ? {} : { asOf })
    if (shown.trouble) out.tell(`${words.view.stale}: ${shown.trouble.message}`)
    if (asOf !== undefined) out.say(words.view.asOf(shown.position))
    if (key !== undefined && !(dates || where.length)) {
      const found = await chosen(context, shown.name, shown.keyOf(key) ?? key, shown.rows())
      if (found === null) return 1
      await printRow(context, shown.name, found, shown.row(found), { limit, ...(asOf === undefined ? {} : { asOf }) })
      if (wantsChart(context, shown.name, chart)) await printChart(context, [[found, shown.row(found)]])
      return 0
    }
    let rows: Row[] = [...shown.rows()]
    checkFields(rows, conditions, 'view', words)
    if (key !== undefined) {
      const found = await chosen(context, shown.name, shown.keyOf(key) ?? key, rows)
      if (found === null) return 1
      rows = rows.filter(([each]) => each === found)
    }
    rows = rows.filter(([, row]) => conditions.every(({ field, fits }) => fits(valueAt(row, field))))
    const filtered = dates ? filterByDate(rows, dates) : null
    if (filtered) rows = filtered.rows.map((kept) => [kept.key, kept.row] as const)
    if (!settings.json && settings.format !== 'csv') rows = byTime(rows)
    const all = rows.length
    if (limit !== undefined) rows = rows.slice(0, limit)
    if (key !== undefined && rows[0])
      await printRow(context, shown.name, rows[0][0], rows[0][1], { limit, ...(asOf === undefined ? {} : { asOf }) })
    else await printRows(context, shown.name, rows)
    if (filtered) out.say(words.view.certain(filtered.certain, filtered.possible))
    if (rows.length < all) out.say(words.view.of(rows.length, all))
    else if (rows.length > aScreen && context.io.isTty.stdout) out.say(words.view.many(rows.length))
    else if (rows.length === 0) out.say(words.view.empty)
    if (wantsChart(context, shown.name, chart)) await printChart(context, rows)
    return 0
  },
})

/** Beyond so many rows it is told how to see fewer. */
const aScreen = 30

/** Earliest possible first, ties by key; rows without a date keep their order. */
const byTime = (rows: readonly Row[]): Row[] =>
  rows.some(([, row]) => isObject(row) && 'when' in row)
    ? [...rows].sort(([a, x], [b, y]) => compareWhen(dateOf(x), dateOf(y)) || (a < b ? -1 : 1))
    : [...rows]

interface Wanted {
  readonly limit?: number | undefined
  readonly asOf?: string
}

const printRow = async (context: Context, view: string, key: string, row: unknown, { limit, ...at }: Wanted): Promise<void> => {
  const { settings, words, out, paint, io } = context
  if (settings.format === 'csv' || settings.format === 'markdown')
    await printList(context, [[key, row] as const], rowsListing(context, [[key, row]]))
  else if (settings.format === 'json' || settings.format === 'ndjson') await printOne(context, { key, row }, () => '')
  else {
    const name = namesIn(row, 0)[0]
    const told = await withCompany(await context.ledger(), key, row, words, at)
    await showLong(
      context,
      `${paint.bold(visible(key))}${name && name !== key ? `  ${visible(name)}` : ''}\n${recordInWords(context, told, limit)}`,
    )
    sayLegend(context, [row])
    if (io.isTty.stdout) out.say(words.view.why(`chancery why ${view} ${shellWord(shortKey(key))}`))
  }
}

const printRows = async (context: Context, view: string, rows: readonly Row[]): Promise<void> => {
  await printList(context, rows, rowsListing(context, rows))
  const { settings, out, words, io } = context
  if (settings.format && settings.format !== 'table') return
  sayLegend(
    context,
    rows.map(([, row]) => row),
  )
  const [first] = rows
  if (io.isTty.stdout && first) out.say(words.view.why(`chancery why ${view} ${shellWord(shortKey(first[0]))}`))
}

/** Asked for, or for a timeline on a terminal; never among what programs read. */
const wantsChart = ({ io, settings }: Context, view: string, flag: boolean | undefined): boolean =>
  !settings.json && settings.format !== 'csv' && (flag ?? (view === 'timeline' && io.isTty.stdout))

const printChart = async ({ out, words, io, paint }: Context, rows: readonly Row[]): Promise<void> => {
  const dates = rows.flatMap(([, row]) => {
    const items = isObject(row) && 'when' in row ? [] : entriesOf(row).flatMap((list) => list.items.map(([, item]) => dateOf(item)))
    return items.length > 0 ? items : [dateOf(row)]
  })
  const periods = periodsOf(dates)
  if (periods.bars.length === 0) return
  const legend = periods.bars.some(({ possible }) => possible > 0) ? `  (░ ${words.view.possibly})` : ''
  await out.print(['', `${paint.bold(words.view.perMonth)}${legend}`, ...drawChart(periods, io.columns, words)].join('\n'))
}

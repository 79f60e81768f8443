import { compareWhen } from '../../kernel/edtf.ts'
import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { type Column, printList } from '../formats/list.ts'
import { printOne } from '../formats/one.ts'
import { showLong } from '../formats/pager.ts'
import { namedView } from '../named-view.ts'
import { inWords, type Room } from '../rows/cells.ts'
import { drawChart, periodsOf } from '../rows/chart.ts'
import { withCompany } from '../rows/company.ts'
import { fieldsOf, whenInWords } from '../rows/fields.ts'
import { checkFields, conditionOf, dateFilter, dateOf, filterByDate, valueAt } from '../rows/filter.ts'
import { type Candidate, findRow, namesIn } from '../rows/find.ts'
import { recordInWords } from '../rows/record.ts'
import { entriesOf, isObject } from '../rows/shapes.ts'
import { columns as align } from '../text/columns.ts'
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
    let rows: (readonly [string, unknown])[] = [...shown.rows()]
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

/** The key of the row that was meant, or null after the choice was shown. Throws `no-such-row`. */
export const chosen = async (
  { out, words, settings }: Context,
  view: string,
  wanted: string,
  rows: Iterable<readonly [string, unknown]>,
): Promise<string | null> => {
  const known = [...rows]
  const found = findRow(wanted, known)
  if (found.how === 'not')
    throw new Fault('no-such-row', {
      attempted: `show ${wanted} of ${view}`,
      found: words.view.noRow(wanted, view),
      cure: words.usage.list(`chancery view ${view}`),
    })
  if (found.how === 'ambiguous') {
    const rowOf = new Map(known)
    const sorted = [...found.candidates].sort((a, b) => compareWhen(dateOf(rowOf.get(a.key)), dateOf(rowOf.get(b.key))))
    const candidates = sorted.slice(0, mostCandidates)
    if (settings.json)
      out.tell(
        JSON.stringify({
          code: 'ambiguous-row',
          attempted: `show ${wanted} of ${view}`,
          found: words.view.ambiguous(wanted, found.candidates.length),
          cure: words.view.choose,
          candidates,
        }),
      )
    else
      out.tell(
        [
          words.view.ambiguous(wanted, found.candidates.length),
          ...align(candidates.map((candidate) => [shortKey(candidate.key), tellingOf(candidate, rowOf.get(candidate.key), words)])),
          ...(sorted.length > candidates.length ? [`  ${words.view.moreEntries(sorted.length - candidates.length)}`] : []),
          words.view.choose,
        ].join('\n'),
      )
    return null
  }
  if (found.how === 'nearly') out.say(words.view.meant(found.row.key, visible(found.row.name)))
  return found.row.key
}

/** Earliest possible first, ties by key; rows without a date keep their order. */
const byTime = (rows: readonly Row[]): Row[] =>
  rows.some(([, row]) => isObject(row) && 'when' in row)
    ? [...rows].sort(([a, x], [b, y]) => compareWhen(dateOf(x), dateOf(y)) || (a < b ? -1 : 1))
    : [...rows]

const mostCandidates = 20

/** What sets a row apart from others of the same name: when, what, where. */
const tellingOf = ({ key, name }: Candidate, row: unknown, words: Context['words']): string =>
  [
    key === name ? '' : visible(name),
    ...(isObject(row)
      ? [row.when ? whenInWords(row, words, 'cell') : '', ...['what', 'host', 'country'].map((field) => shownShort(row[field], words))]
      : []),
  ]
    .filter(Boolean)
    .join(' · ')

const shownShort = (value: unknown, words: Context['words']): string => (typeof value === 'string' ? inWords(value, words) : '')

/** A digest is found by its beginning; the rest of it only takes room. */
const shortKey = (key: string): string => visible(/^[0-9a-f]{64}$/.test(key) ? key.slice(0, 12) : key)

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
    if (io.isTty.stdout) out.say(words.view.why(`chancery why ${view} ${quoted(shortKey(key))}`))
  }
}

const printRows = async (context: Context, view: string, rows: readonly (readonly [string, unknown])[]): Promise<void> => {
  await printList(context, rows, rowsListing(context, rows))
  const { settings, out, words, io } = context
  if (settings.format && settings.format !== 'table') return
  sayLegend(
    context,
    rows.map(([, row]) => row),
  )
  const [first] = rows
  if (io.isTty.stdout && first) out.say(words.view.why(`chancery why ${view} ${quoted(shortKey(first[0]))}`))
}

type Row = readonly [key: string, row: unknown]

const rowsListing = ({ words }: Pick<Context, 'words'>, rows: readonly Row[]) => {
  const fields = fieldsOf(
    rows.map(([, row]) => asObject(row)),
    words,
  )
  const columns: Column<Row>[] = [
    ...(fields.some(({ field }) => field === 'when') ? [] : [keyColumn(words)]),
    ...fields.map(({ field, head, text, whole }) => ({
      key: field,
      head,
      text: ([, row]: Row, room: Room) => text(asObject(row), room),
      ...(whole ? { whole: true as const } : {}),
    })),
    ...(fields.some(({ field }) => field === 'when') ? [keyColumn(words)] : []),
  ]
  return { columns, json: ([key, row]: Row) => ({ key, row }), csv: flattened(rows) }
}

/** Where rows stand in time, the date says most, and the key comes last. */
const keyColumn = ({ view }: Context['words']): Column<Row> => ({
  key: 'key',
  head: view.key,
  text: ([key], room) => (room === 'cell' ? shortKey(key) : visible(key)),
  whole: true,
})

const asObject = (row: unknown): Record<string, unknown> => (isObject(row) ? row : { value: row })

/** Columns for machines: objects with fixed fields become `signed.atLeast`, lists stay JSON. */
const flattened = (rows: readonly Row[]): { key: string; value: (row: Row) => unknown }[] => {
  const paths = new Set<string>()
  for (const [, row] of rows) {
    const lists = new Set(entriesOf(row).map(({ field }) => field))
    for (const [field, value] of Object.entries(isObject(row) ? row : {}))
      if (isObject(value) && !Array.isArray(value) && !lists.has(field))
        for (const part of Object.keys(value)) paths.add(`${field}.${part}`)
      else paths.add(field)
  }
  const whole = [...paths].filter((path) => !path.includes('.') && [...paths].some((other) => other.startsWith(`${path}.`)))
  const kept = [...paths].filter((path) => !whole.includes(path))
  return [
    { key: 'key', value: ([key]) => key },
    ...kept.sort(byField(rows)).map((path) => ({
      key: path,
      value: ([, row]: Row) => {
        const [field = '', part] = path.split('.')
        const value = isObject(row) ? row[field] : undefined
        return part === undefined || !isObject(value) ? value : value[part]
      },
    })),
  ]
}

/** The order in which the fields lie in the rows; paths of one field stay together. */
const byField = (rows: readonly Row[]) => {
  const order = [...new Set(rows.flatMap(([, row]) => (isObject(row) ? Object.keys(row) : [])))]
  return (a: string, b: string): number => order.indexOf(a.split('.')[0] ?? '') - order.indexOf(b.split('.')[0] ?? '')
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

/** What – and ◇ mean, where they stand. */
const sayLegend = ({ out, words }: Context, rows: readonly unknown[]): void => {
  if (rows.some(hasNull)) out.say(words.view.legend)
  if (rows.some(hasDerived)) out.say(words.view.derivedLegend)
}

const hasDerived = (value: unknown): boolean =>
  isObject(value) && ((isObject(value.derived) && typeof value.derived.when === 'string') || Object.values(value).some(hasDerived))

const hasNull = (value: unknown): boolean => value === null || (isObject(value) && Object.values(value).some(hasNull))

/** As a shell wants it. */
export const quoted = (word: string): string => (/^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)

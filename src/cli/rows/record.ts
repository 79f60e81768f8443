import { compareWhen } from '../../kernel/edtf.ts'
import type { Context } from '../context.ts'
import { columns as align } from '../text/columns.ts'
import { table } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { inWords } from './cells.ts'
import { behindTheScenes, fieldsOf, heading, listsIn, saysTheSame, whenInWords, withKeys } from './fields.ts'
import { dateOf } from './filter.ts'
import { namesIn } from './find.ts'
import { isNothing, isObject } from './shapes.ts'

/** One row, whole: its fields one a line, its lists as tables under their names, earliest first; so many entries of each. The name stands above it. */
export const recordInWords = ({ words, paint, io }: Context, row: unknown, limit = Number.POSITIVE_INFINITY): string => {
  if (!isObject(row)) return inWords(row, words, 'line')
  const named = namesIn(row, 0)[0]
  const lists = listsIn(row).filter(({ path }) => !behindTheScenes.has(path.split('.')[0] ?? ''))
  const isList = (field: string): boolean => lists.some(({ path }) => path === field || path.startsWith(`${field}.`))
  const fields = Object.entries(row).filter(
    ([field, value]) =>
      !(field === 'name' && value === named) &&
      !isList(field) &&
      !behindTheScenes.has(field) &&
      (value === null || !isNothing(value)) &&
      !saysTheSame(field, row),
  )
  const lines = align(
    fields.map(([field, value]) => [
      words.fields[field] ?? visible(field),
      field === 'when' ? whenInWords(row, words, 'line') : inWords(value, words, 'line'),
    ]),
  )
  const width = io.isTty.stdout ? io.columns - 2 : null
  for (const { path, items } of lists) {
    const sorted = [...items].sort(([, a], [, b]) => compareWhen(dateOf(a), dateOf(b)))
    const rows = withKeys(sorted.slice(0, limit))
    const columns = fieldsOf(rows, words)
    const drawn = table(
      columns.map(({ head }) => head),
      rows.map((item) => columns.map(({ text }) => text(item))),
      { columns: width, whole: (i) => columns[i]?.whole === true, head: paint.dim },
    )
    lines.push('', `  ${paint.bold(heading(path))} (${items.length})`, ...drawn.split('\n').map((line) => `  ${line}`))
    if (items.length > limit) lines.push(`  ${words.view.moreEntries(items.length - limit)}`)
  }
  return lines.join('\n')
}

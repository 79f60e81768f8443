import type { Context } from '../context.ts'
import type { Room } from '../rows/cells.ts'
import { visible } from '../text/visible.ts'
import { csvOf } from './csv.ts'
import { markdownOf } from './markdown.ts'
import { showLong } from './pager.ts'

/** One column: what a machine calls it, what people call it, and what stands in it for either. */
export interface Column<Item> {
  readonly key: string
  readonly head: string
  /** For people: shorter in a cell of a table, in full everywhere else. */
  readonly text: (item: Item, room: Room) => string
  /** Says nothing once it is cut: other columns give way. */
  readonly whole?: true
  /** For CSV; the text otherwise. */
  readonly value?: (item: Item) => unknown
}

export interface Listing<Item> {
  readonly columns: readonly Column<Item>[]
  /** For programs: one JSON value an item; the item itself when absent. */
  readonly json?: (item: Item) => unknown
  /** Columns of CSV, when a machine wants others than people do. */
  readonly csv?: readonly { readonly key: string; readonly value: (item: Item) => unknown }[]
}

/**
 * A list in the format that was asked for. Without one: a table on a terminal, cut to its width; into a pipe, columns
 * parted by tabs, whole, with a line of headings. JSON and NDJSON keep keys in the order in which they lie.
 */
export const printList = async <Item>(context: Context, items: readonly Item[], listing: Listing<Item>): Promise<void> => {
  const { out, settings, io, paint } = context
  const { columns, json = (item: Item) => item } = listing
  const heads = columns.map(({ head }) => head)
  const texts = (room: Room) => items.map((item) => columns.map(({ text }) => text(item, room)))
  switch (settings.format ?? (io.isTty.stdout ? 'table' : 'tabs')) {
    case 'json':
      return out.print(items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(json(item))).join(',\n')}\n]`)
    case 'ndjson':
      for (const item of items) await out.print(JSON.stringify(json(item)))
      return
    case 'csv': {
      const machine = listing.csv ?? columns.map(({ key, text, value = (item: Item) => text(item, 'line') }) => ({ key, value }))
      return out.print(
        await csvOf(
          machine.map(({ key }) => key),
          items.map((item) => machine.map(({ value }) => value(item))),
        ),
      )
    }
    case 'markdown':
      return out.print(markdownOf(heads, texts('line')))
    case 'table': {
      const { table } = await import('../text/table.ts')
      return showLong(
        context,
        table(heads, texts('cell'), {
          columns: io.isTty.stdout ? io.columns : null,
          whole: (i) => columns[i]?.whole === true,
          head: paint.bold,
        }),
      )
    }
    default: {
      const ordered = [...columns.filter(({ key }) => key === 'key'), ...columns.filter(({ key }) => key !== 'key')]
      await out.print(ordered.map(({ key }) => key).join('\t'))
      for (const item of items) await out.print(ordered.map(({ text }) => visible(text(item, 'line'))).join('\t'))
    }
  }
}

import { tableOf } from './columns.ts'
import type { ViewExport } from './export.ts'

/** A table for a page or a message; what would end a cell or begin a tag is escaped. */
export const viewMarkdown: ViewExport = {
  name: 'markdown',
  says: 'a table for a page or a message',
  mediaType: 'text/markdown; charset=utf-8',
  ending: 'md',
  async *write(view, { unknown = '–' } = {}) {
    const { columns, rows } = tableOf(view)
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
    yield line(columns.map(({ name }) => escaped(name)))
    yield line(columns.map(() => '---'))
    for (const [key, row] of rows) yield line(columns.map(({ valueIn }) => shown(valueIn(key, row), unknown)))
  },
}

const shown = (value: unknown, unknown: string): string => {
  if (value === null) return unknown
  if (value === undefined) return ''
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\|`*_[\]#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')

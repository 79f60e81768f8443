import { numberIn, type Reading } from './reading.ts'

export interface Paged<Item> {
  readonly items: readonly Item[]
  readonly page: number
  readonly pages: number
  /** Rows of one page. */
  readonly limit: number
  /** Rows of all pages. */
  readonly total: number
}

/** A browser would stand still while it parses more rows than these at once. Data, and pages that no script adds to, have no such limit. */
const atOnce = 500

/**
 * The part of a list that the address asks for: `?page=2`, `?limit=500`. A script brings the rest to the first page;
 * without one it is on further pages. Faults: `invalid-input`.
 */
export const paged = <Item>(reading: Reading, all: readonly Item[]): Paged<Item> => {
  const asked = numberIn(reading, 'limit', reading.limits.page, { least: 1, most: reading.limits.rows })
  const limit = reading.format === 'html' ? Math.min(asked, Math.max(reading.limits.page, atOnce)) : asked
  const page = numberIn(reading, 'page', 1, { least: 1 })
  const pages = Math.max(1, Math.ceil(all.length / limit))
  return { items: all.slice((page - 1) * limit, page * limit), page, pages, limit, total: all.length }
}

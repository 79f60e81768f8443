import type { Ledger } from '../context.ts'
import type { Words } from '../words/words.ts'
import { inWords } from './cells.ts'
import { entriesOf, isObject } from './shapes.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * A row for people, each visit and meeting in its lists with who else was there: where and whom somebody visited, whom
 * they met. A history does not hold that; the rows of visits and meetings do, under the same ids.
 */
export const withCompany = async (ledger: Ledger, key: string, row: unknown, words: Words, at: { asOf?: string }): Promise<unknown> => {
  const lists = entriesOf(row).filter(({ items }) => items.some(([id]) => isEngagement.test(id)))
  if (!isObject(row) || lists.length === 0) return row
  const [visits, meetings] = [await ledger.view('visits', at), await ledger.view('meetings', at)]
  const companyOf = (id: string, item: Row): string | undefined => {
    const found = visits.row(visits.keyOf(id) ?? id) ?? meetings.row(meetings.keyOf(id) ?? id)
    return isObject(found) ? company(found, item, key, words) : undefined
  }
  const told = Object.fromEntries(
    lists.map(({ field, items }) => [
      field,
      Object.fromEntries(
        items.map(([id, item]) => {
          const others = companyOf(id, item)
          return [id, others ? { ...item, with: others } : item]
        }),
      ),
    ]),
  )
  return { ...row, ...told }
}

const isEngagement = /^[0-9a-f]{12}\/[vm]@\d+$/

/** Of a visit, for who makes it the hosts, for others who makes it; of a meeting, everybody else. */
const company = (found: Row, item: Row, key: string, words: Words): string => {
  const { visitors, inviters, participants, host } = found
  const isVisitor = isObject(visitors) && Object.hasOwn(visitors, key)
  const people = participants ?? (isVisitor || item.as === 'invitee' ? inviters : visitors)
  const others = isObject(people) ? Object.fromEntries(Object.entries(people).filter(([id]) => id !== key)) : {}
  const named = Object.keys(others).length > 0 ? inWords(others, words) : ''
  return participants ? named : [typeof host === 'string' && isVisitor ? host : '', named].filter(Boolean).join(' · ')
}

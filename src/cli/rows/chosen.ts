import { compareWhen } from '../../kernel/edtf.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Context } from '../context.ts'
import { columns as align } from '../text/columns.ts'
import { visible } from '../text/visible.ts'
import { inWords } from './cells.ts'
import { whenInWords } from './fields.ts'
import { dateOf } from './filter.ts'
import { type Candidate, findRow } from './find.ts'
import { isObject } from './shapes.ts'
import { shortKey } from './short-key.ts'

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

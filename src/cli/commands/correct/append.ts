import type { Correction, CorrectionResult, RowDifference } from '../../../ledger.ts'
import type { Context } from '../../context.ts'
import { printOne } from '../../formats/one.ts'
import { inWords } from '../../rows/cells.ts'
import { dataInWords } from '../../rows/data.ts'
import { isObject } from '../../rows/shapes.ts'
import type { FlagSpecs } from '../../spec.ts'
import { visible } from '../../text/visible.ts'

/** The flags of every correction. */
export const correctionFlags = {
  because: { takes: 'TEXT' },
  by: { takes: 'NAME' },
  preview: {},
} as const satisfies FlagSpecs

/** Appends a correction, or with `preview` only tells what it would change, and prints what came of it. */
export const append = async (context: Context, correction: Correction, by: string, preview: boolean): Promise<0> => {
  const { out, words, settings } = context
  const ledger = await context.ledger({ write: !preview })
  const result = await ledger.correct(correction, { by, preview })
  const changes = result.changes ?? []
  const json = { preview, by, events: result.events, ...(result.changes ? { changes } : {}) }
  await printOne(context, json, () => inWordsOf(context, result, preview))
  if (!preview && !settings.json && correction.verb !== 'undo') out.say(words.correct.undo)
  return 0
}

const inWordsOf = ({ words, paint }: Context, { events, changes }: CorrectionResult, preview: boolean): string => {
  const { correct } = words
  const lines = events.map(
    ({ type, data, id }) =>
      `${preview ? correct.preview : correct.appended} ${paint.bold(type)}  ${dataInWords(data, words)}  ${paint.dim(id)}`,
  )
  if (!changes) return lines.join('\n')
  for (const { view, rows } of changes) {
    lines.push('', paint.bold(view))
    for (const row of rows.slice(0, mostRows)) lines.push(...differenceInWords(row, words))
    if (rows.length > mostRows) lines.push(`  … ${words.view.of(mostRows, rows.length)}`)
  }
  const rows = changes.reduce((sum, change) => sum + change.rows.length, 0)
  lines.push('', correct.would(rows === 0 ? correct.noRows : correct.changes(rows, changes.length)))
  return lines.join('\n')
}

const mostRows = 10
const mostPaths = 6

/** A row that differs: which values, before and after; what merely stands behind them is only counted. */
export const differenceInWords = ({ key, paths, a, b }: RowDifference, words: Context['words']): string[] => {
  if (a === undefined || b === undefined) return [`  ${visible(key)}  ${a === undefined ? words.compare.appears : words.compare.vanishes}`]
  const telling = paths.filter((path) => !/\/(told|behind|names|offices|roles|countries|hosts|places)\/|\/\d+$/.test(path))
  const lines = telling.slice(0, mostPaths).map((path) => `    ${visible(placeOf(path))}  ${change(at(a, path), at(b, path), words)}`)
  const left = paths.length - lines.length
  return [`  ${visible(key)}`, ...lines, ...(left > 0 ? [`    ${words.compare.besides(left)}`] : [])]
}

/** `/engagements/0123456789ab~1v@12/when` → engagements 0123456789ab/v@12 when. */
const placeOf = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' ')

const change = (before: unknown, after: unknown, words: Context['words']): string => {
  if (before === undefined && isObject(after)) return words.compare.appears
  if (after === undefined && isObject(before)) return words.compare.vanishes
  return `${inWords(before, words) || '∅'} → ${inWords(after, words) || '∅'}`
}

/** The value at a JSON Pointer (RFC 6901). */
const at = (value: unknown, pointer: string): unknown => {
  let current = value
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    current = typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[name] : undefined
  }
  return current
}

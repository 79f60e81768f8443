import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'
import { inWords } from './cells.ts'

/** What an event says, on one line: its fields without ids and without what goes without saying. */
export const dataInWords = (data: unknown, words: Words): string =>
  typeof data === 'object' && data !== null
    ? Object.entries(data)
        .filter(([field, value]) => !goesWithoutSaying(field, value))
        .map(
          ([field, value]) =>
            `${words.fields[field] ?? visible(field)} ${field === 'dayPart' ? (words.dates.parts[String(value)] ?? '') : inWords(value, words, 'line')}`,
        )
        .join(' · ')
    : inWords(data, words, 'line')

const goesWithoutSaying = (field: string, value: unknown): boolean =>
  (field === 'narrative' && value === 'news') ||
  (field === 'scope' && value === 'interstate') ||
  (field === 'countQualifier' && value === 'exact') ||
  (typeof value === 'string' && /^[0-9a-f]{12}\/[a-z]@\d+$/.test(value))

import { Fault } from '../kernel/fault.ts'
import type { FieldMapping } from './document.ts'

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Parses one record; anything but an object is `document-unreadable`. */
export const parseRecord = (text: string, origin: string): JsonRecord => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Fault(
      'document-unreadable',
      { attempted: `read ${origin}`, found: `it is not JSON (${(error as Error).message.slice(0, 200)})`, expected: 'one JSON object' },
      error,
    )
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonRecord
  throw new Fault('document-unreadable', {
    attempted: `read ${origin}`,
    found: `JSON that is ${Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`}`,
    expected: 'one JSON object',
  })
}

/** What stands under a field of the mapping: a string, a number as written in JSON, or null when there is nothing to show. */
export const fieldOf = (record: JsonRecord, field: keyof FieldMapping, mapping: FieldMapping = {}): string | null => {
  const name = mapping[field] ?? field
  const value = name.startsWith('/') ? pointed(record, name) : Object.hasOwn(record, name) ? record[name] : undefined
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

const pointed = (record: JsonRecord, pointer: string): unknown => {
  let value: unknown = record
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as JsonRecord)[key]
  }
  return value
}

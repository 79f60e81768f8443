import { isEdtf } from '../../kernel/edtf.ts'

/**
 * Values are known by their shape, so that a view that somebody writes tomorrow reads as well as the shipped ones.
 */
export interface Somebody {
  readonly name: string | null
  readonly country?: string | null
}

export interface Count {
  readonly atLeast: number
  readonly exact?: boolean | number | null
}

/** What sources say of one thing: value → sources. */
export type Reported = Readonly<Record<string, readonly string[]>>

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

export const isCount = (value: unknown): value is Count => isRecord(value) && typeof value.atLeast === 'number'

export const isDerived = (value: unknown): value is { when: string; by: string } =>
  isRecord(value) && typeof value.when === 'string' && typeof value.by === 'string' && Object.keys(value).length === 2

export const isDocumentStream = (value: string): boolean => /^document\/[0-9a-f]{64}$/.test(value)

export const isEngagementId = (value: string): boolean => /^[0-9a-f]{12}\/[vmfarq]@\d{1,9}$/.test(value)

export const isEventId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)

export const isReported = (value: unknown): value is Reported => {
  if (!isRecord(value)) return false
  const values = Object.values(value)
  return (
    values.length > 0 &&
    values.every(
      (sources) =>
        Array.isArray(sources) && sources.length > 0 && sources.every((source) => typeof source === 'string' && isDocumentStream(source)),
    )
  )
}

export const isPeople = (value: unknown): value is Readonly<Record<string, Somebody>> => {
  if (!isRecord(value)) return false
  const values = Object.values(value)
  return values.length > 0 && values.every((one) => isRecord(one) && 'name' in one && ('names' in one || 'offices' in one))
}

/** Whether a text is a date, and not a number or a name that looks like one. */
export const isDate = (text: string): boolean =>
  /^(?:(?:\d{4}|XXXX)-[\dX]{2}|[[{]|\d{4}[~?%]|\d{4}\/|\/\d{4}|\.\.\d{4}|\d{3}X$|\d{4}$)/.test(text) && isEdtf(text)

import type { EventDefinition } from '../kernel/event.ts'
import { Fault } from '../kernel/fault.ts'
import { type Evidence, longestQuote } from '../kernel/span.ts'

/**
 * Holds an event's evidence against its document. Every quote must be exactly the slice of the stored text that its
 * span names (UTF-16 units, half-open), and every `field` must point at a value of the data.
 * Faults: `evidence-mismatch`.
 */
export const checkEvidence = (definition: EventDefinition, data: unknown, evidence: readonly Evidence[], text: string | null): void => {
  const attempted = `record ${definition.type}`
  if (definition.evidence === 'none' && evidence.length > 0)
    throw new Fault('evidence-mismatch', {
      attempted,
      found: `${evidence.length} pieces of evidence`,
      expected: 'none for this kind of event',
    })
  if (definition.evidence === 'required' && evidence.length === 0)
    throw new Fault('evidence-mismatch', { attempted, found: 'no evidence', expected: 'at least one quote of the document' })
  if (evidence.length > 0 && text === null)
    throw new Fault('evidence-mismatch', {
      attempted,
      found: 'evidence in a stream without a document',
      expected: 'a stream document/<sha256>',
    })
  for (const { start, end, quote, field } of evidence) {
    const at = `[${start}, ${end})`
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > (text as string).length)
      throw new Fault('evidence-mismatch', { attempted, found: `the span ${at}`, expected: `a span within 0..${(text as string).length}` })
    if (quote.length > longestQuote)
      throw new Fault('evidence-mismatch', {
        attempted,
        found: `a quote of ${quote.length} units at ${at}`,
        expected: `at most ${longestQuote}`,
      })
    const slice = (text as string).slice(start, end)
    if (slice !== quote)
      throw new Fault('evidence-mismatch', { attempted, found: `the quote “${quote}” at ${at}`, expected: `the slice “${slice}”` })
    if (field !== undefined && valueAt(data, field) === undefined)
      throw new Fault('evidence-mismatch', {
        attempted,
        found: `the field ${field} at ${at}`,
        expected: 'a JSON Pointer to a value of the data',
      })
  }
}

/** The value that a JSON Pointer (RFC 6901) names, or undefined. */
const valueAt = (data: unknown, pointer: string): unknown => {
  if (pointer === '') return data
  if (!pointer.startsWith('/')) return undefined
  let value = data
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~')
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

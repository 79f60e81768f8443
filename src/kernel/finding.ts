import type { Span } from './span.ts'

/**
 * Doubt about the material is a value that travels beside the result, never an exception: reading goes on.
 * Codes are stable and documented; the sentence may be reworded.
 */
export interface Finding {
  readonly code: FindingCode
  /** One sentence for a person, without the code. */
  readonly says: string
  /** Where in the document's text, when it is about one place. */
  readonly at?: Span
}

/** Every kind of doubt, with what it means. `chancery doubts` prints these sentences. */
export const findingCodes = {
  'ambiguous-person': 'a name or title fits more than one person',
  'ambiguous-engagement': 'a report fits more than one engagement',
  'ambiguous-status': 'cues disagree on whether it happened, is planned or is history',
  'date-without-year': 'a day and month without a year',
  'date-without-anchor': 'a relative date such as “today” with nothing to anchor it',
  'distributive-reading': 'one verb with several objects, read as separate meetings',
  'inferred-host': 'the host is inferred from the context, not stated with the visit',
  'inferred-participant': 'a participant is inferred from the context, not named in the clause',
  'inferred-parties': 'the parties are inferred from the context, not stated with the instrument',
  'inferred-visitor': 'the visitor is inferred from the context, not stated with the visit',
  'unnamed-person': 'an office holder whom the document never names',
  'ambiguous-number': 'a number that can be read in two ways',
  attributed: 'told by somebody whom the document quotes, not by the document itself',
  'uncoded-sentences': 'sentences with a trigger word yielded nothing',
  'torn-tail': 'the last append was cut short and has been removed',
  'count-shortfall': 'a total is larger than the instruments that are named',
  'conflicting-reports': 'sources give different values',
  'outside-coverage': 'the gazetteer does not cover this office, country or time',
  'decoding-guessed': 'the character encoding was guessed',
  'text-truncated': 'the text was longer than the limit and was cut',
  'metadata-ignored': 'a date or other fact about the document could not be understood and was left out',
} as const satisfies Record<string, string>

export type FindingCode = keyof typeof findingCodes

/** Builds a finding; without `says` the code's own sentence is used. */
export const finding = (code: FindingCode, at?: Span, says: string = findingCodes[code]): Finding =>
  at ? { code, says, at } : { code, says }

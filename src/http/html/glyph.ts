import { setMembers } from '../../kernel/edtf.ts'
import { type Html, trusted } from './html.ts'

/** How a date is drawn: filled is in the text, hollow is derived, dashed is unknown. */
export type Drawn =
  | 'point' // filled diamond
  | 'span' // solid bar with end caps
  | 'open' // solid, then dashed to an arrow
  | 'choice' // hollow diamonds joined by dashes: one of several days
  | 'within' // brackets, dashed inside: some day in a month or a year
  | 'about' // dashed diamond
  | 'yearless' // filled diamond in dashed brackets: a day of an unknown year
  | 'expected' // dashed hollow bar: announced, not confirmed
  | 'unknown' // a dash

export interface DateFacts {
  readonly derived?: boolean
  /** Announced only. */
  readonly expected?: boolean
}

export const drawn = (when: string | null, { expected }: DateFacts = {}): Drawn => {
  if (when === null) return 'unknown'
  if (expected) return 'expected'
  if (setMembers(when) || /^[[{]/.test(when)) return 'choice'
  if (when.includes('/')) return /^(\.\.)?\/|\/(\.\.)?$/.test(when) ? 'open' : 'span'
  if (/[~?%]/.test(when)) return 'about'
  if (when.startsWith('XXXX')) return 'yearless'
  return /^\d{4}-\d{2}-\d{2}$/.test(when) ? 'point' : 'within'
}

const diamond = (x: number, attributes: string): string => `<path d="M${x} 3l5 5-5 5-5-5z"${attributes}/>`
const filled = ' class="f"'
const hollow = ' class="h"'

const pictures: Readonly<Record<Drawn, (derived: boolean) => string>> = {
  point: (derived) => diamond(12, derived ? hollow : filled),
  span: (derived) => `<path class="l" d="M2 3v10M22 3v10"/><path class="${derived ? 'h' : 'f'}" d="M2 6h20v4H2z"/>`,
  open: (derived) =>
    `<path class="l" d="M2 3v10"/><path class="${derived ? 'h' : 'f'}" d="M2 6h8v4H2z"/><path class="d" d="M11 8h8"/><path class="l" d="M17 4l5 4-5 4"/>`,
  choice: () => `<path class="d" d="M5 8h14"/>${diamond(5, hollow)}${diamond(19, hollow)}`,
  within: () => '<path class="l" d="M5 3H2v10h3M19 3h3v10h-3"/><path class="d" d="M5 8h14"/>',
  about: () => '<path class="d h" d="M12 2l6 6-6 6-6-6z"/>',
  yearless: () => `<path class="d" d="M6 2H2v12h4M18 2h4v12h-4"/>${diamond(12, filled)}`,
  expected: () => '<path class="d h" d="M2 5h20v6H2z"/>',
  unknown: () => '<path class="d" d="M4 8h16"/>',
}

/** A drawing beside the words, never instead of them. */
export const glyph = (when: string | null, facts: DateFacts = {}): Html => {
  const kind = drawn(when, facts)
  return trusted(
    `<svg class="glyph ${kind}" viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">${pictures[kind](facts.derived ?? false)}</svg>`,
  )
}

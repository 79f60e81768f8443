import type { Span } from './span.ts'

/**
 * A rule reads one construction of a language: a pattern over the items of a sentence (words, phrases, people,
 * countries, dates), and what it drafts from a match. Rules are small declared values in folders of their own; the
 * engine that runs them never imports them. The examples beside a rule are its tests.
 */
export interface Rule<Draft = unknown> {
  /** `language/subject/manner`, in English. */
  readonly id: string
  /** What a match drafts; announced or held, news or background is decided later, over all mentions. */
  readonly yields: Yields
  /** One pattern or several, tried in order (`src/extraction/pattern.ts` explains the notation). */
  readonly pattern: string | readonly string[]
  /** Null: on a closer look this is no match. */
  readonly data: (match: Match) => Draft | null
  /** Sentences that it reads, and sentences that look alike and that it leaves alone. */
  readonly matches: readonly string[]
  readonly ignores: readonly string[]
}

export type Yields = 'visit' | 'meeting' | 'forum' | 'invitation' | 'agreement' | 'relationship' | 'figure'

/** A word or phrase of a sentence, as a language sees it. Offsets are those of the view (`src/extraction/view.ts`). */
export interface Item extends Span {
  /** Its class, dotted from the general to the special: `v.visit`, `person`, `place`, `when`, `word`. */
  readonly kind: string
  readonly text: string
  /** Folded for comparison: lower case, one spelling of tone marks. */
  readonly key: string
  readonly value?: unknown
}

/** One match of a rule's pattern. */
export interface Match {
  readonly items: readonly Item[]
  /** Index of the item that carries the rule (marked `!`). */
  readonly at: number
  /** Indices of the first item matched, and after the last. */
  readonly from: number
  readonly to: number
  /** What a named element took: no items when it took none. */
  slot(name: string): readonly Item[]
}

/** Checks a rule when it is defined, so that a slip of the pen shows at start-up. */
export const defineRule = <Draft>(rule: Rule<Draft>): Rule<Draft> => {
  if (!/^[a-z]{2,3}\/[a-z-]+\/[a-z0-9-]+$/.test(rule.id)) throw new Error(`the rule ${rule.id}: an id reads language/subject/manner`)
  if (rule.matches.length === 0 || rule.ignores.length === 0)
    throw new Error(`the rule ${rule.id}: give it sentences that it matches and ignores`)
  return rule
}

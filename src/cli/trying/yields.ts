import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'

/** A stretch of a text, and what the rules make of it: a claim, a sentence passed over, or nothing. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly type: string | null
  readonly rule: string | null
  readonly trigger: string | null
  /** What the named elements of a pattern took. */
  readonly slots?: Readonly<Record<string, string>>
}

export interface Place extends Stretch {
  readonly document: string
  readonly quote: string
  readonly sentence: string
}

/** What the extractor made of a document, as far as places are held against it. */
export interface Read {
  readonly claims: readonly {
    readonly type: string
    readonly rule: string
    readonly evidence: readonly { readonly start: number; readonly end: number }[]
  }[]
  readonly uncoded: readonly { readonly start: number; readonly end: number; readonly trigger: string }[]
}

/** The claim whose evidence touches a place, else the sentence around it that was passed over. */
export const yieldOf = ({ start, end }: { readonly start: number; readonly end: number }, { claims, uncoded }: Read): Stretch => {
  const claim = claims.find(({ evidence }) => evidence.some((span) => span.start < end && start < span.end))
  const passed = uncoded.find((sentence) => sentence.start < end && start < sentence.end)
  return { start, end, type: claim?.type ?? null, rule: claim?.rule ?? null, trigger: claim ? null : (passed?.trigger ?? null) }
}

export const yieldInWords = ({ type, rule, trigger }: Stretch, words: Words['try']): string =>
  type ? `${type} (${rule})` : trigger ? `${words.passedOver}: ${visible(trigger)}` : words.nothingThere

/** `MeetingHeld 12 · passed over 3 · nothing 1`: how often each yield, the most frequent first. */
export const yieldsInWords = (places: readonly Stretch[], words: Words['try']): string => {
  const times = new Map<string, number>()
  for (const { type, trigger } of places) {
    const yielded = type ?? (trigger ? words.passedOver : words.nothingThere)
    times.set(yielded, (times.get(yielded) ?? 0) + 1)
  }
  const told = [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([yielded, count]) => `${yielded} ${count}`)
  return `${words.yields}: ${told.join(' · ')}`
}

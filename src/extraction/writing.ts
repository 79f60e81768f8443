import type { Person } from '../../events/values/person.ts'
import type { Claim } from '../kernel/claim.ts'
import type { Span } from '../kernel/span.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import { personOf } from './persons.ts'
import { quotesOf } from './quotes.ts'
import type { Decision } from './status.ts'
import type { View } from './view.ts'

/** What every kind of claim is written with. */
export interface Writing {
  readonly document: ReadDocument
  readonly view: View
  readonly raw: string
  readonly sha256: string
  person(entity: Entity, near: number): Person
  claim(type: string, data: unknown, support: readonly Support[], decision?: Decision): Claim
}

/** A mention, as far as a claim needs it. */
export interface Support {
  readonly evidence: Span
  readonly rule: string
  readonly doubt: readonly string[]
  readonly attribution: string | null
  readonly moment?: { readonly start: string | null }
}

/** Decisions nearer to a draw than this are doubtful. */
const narrow = 0.2

export const writingOf = (document: ReadDocument, view: View, raw: string, sha256: string): Writing => ({
  document,
  view,
  raw,
  sha256,
  person: (entity, near) => personOf(entity, sha256, near, view.raw),
  claim: (type, data, support, decision) => {
    const doubt = new Set(support.slice(0, 1).flatMap((mention) => mention.doubt))
    for (const mention of support) if (mention.doubt.length > 0 && support.length === 1) for (const code of mention.doubt) doubt.add(code)
    if (decision && decision.margin < narrow) doubt.add('ambiguous-status')
    if (datesIn(data).some((date) => date.includes('XXXX'))) doubt.add('date-without-year')
    const attribution = support.find((mention) => mention.attribution)?.attribution
    return {
      type,
      data,
      evidence: quotesOf(
        support.map(({ evidence }) => evidence),
        raw,
        view,
      ),
      rule: (support[0] as Support).rule,
      ...(attribution ? { attribution } : {}),
      ...(doubt.size > 0 ? { doubt: [...doubt].sort() } : {}),
      ...(decision ? { because: decision.because() } : {}),
    }
  },
})

const datesIn = (data: unknown): string[] => {
  const { start, end, date } = data as { start?: string; end?: string; date?: string }
  return [start, end, date].filter((when) => when !== undefined)
}

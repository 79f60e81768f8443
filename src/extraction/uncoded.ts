import type { Claim, Uncoded } from '../kernel/claim.ts'
import type { Writing } from './writing.ts'

/** Sentences with a trigger word that no claim has as evidence: what the rules may have missed. */
export const uncodedOf = ({ document, view }: Writing, claims: readonly Claim[]): Uncoded[] => {
  const spans = claims.flatMap(({ evidence }) => evidence).sort((a, b) => a.start - b.start)
  const uncoded: Uncoded[] = []
  let next = 0
  for (const sentence of document.sentences) {
    const [start, end] = [view.raw(sentence.start), view.raw(sentence.end)]
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    const used = spans.slice(next, next + 40).some((span) => span.start < end && start < span.end)
    const trigger = used ? undefined : sentence.items.find((item) => document.reader.isTrigger(item))
    if (trigger && sentence.items.some(({ kind }) => kind === 'person' || kind === 'country' || kind === 'place' || kind === 'instrument'))
      uncoded.push({ start, end, trigger: trigger.key })
  }
  return uncoded
}

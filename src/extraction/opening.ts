import type { Engagement } from './assemble.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'

interface Told {
  readonly sentence: number
}

/**
 * How engagements stand to what their document opens with: whether headline and opening name those who take part, and whether
 * they tell this engagement, another one or none. What the opening passes over is seldom the news.
 */
export const openingOf = <M extends Told>(
  all: readonly Engagement<M>[],
  { sentences, people }: ReadDocument,
  whoOf: (mention: M) => readonly Entity[],
  isNews: (mention: M) => boolean,
): ((engagement: Engagement<M>) => string[]) => {
  const named = new Set(people.before(sentences[opening - 1]?.end ?? Number.MAX_SAFE_INTEGER))
  const told = new Set(all.filter(({ mentions }) => mentions.some((mention) => mention.sentence < opening && isNews(mention))))
  return (engagement) => {
    const [first] = engagement.mentions
    const there = (first ? whoOf(first) : []).filter((entity) => named.has(entity)).length
    const who = there >= 2 ? 'both' : there === 1 ? 'one' : 'nobody'
    const what = told.has(engagement) ? 'this' : told.size > 0 ? 'another' : 'none'
    return [
      `opening:${who}`,
      `opening:${what}`,
      `opening:${who}-${what}`,
      `opening:${what}-${engagement.mentions.length === 1 ? 'once' : 'often'}`,
    ]
  }
}

/** Headline and the first two sentences. */
const opening = 3

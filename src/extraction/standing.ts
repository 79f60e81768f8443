import type { Engagement } from './assemble.ts'
import { order, partsOf } from './days.ts'
import type { ReadDocument } from './document.ts'

interface Told {
  readonly cues: readonly string[]
  readonly sentence: number
}

/**
 * How one engagement stands among the others of its document: told most, told first, the only one; and whether the same
 * people are told of at another time.
 */
export const standingCues = <M extends Told>(
  engagement: Engagement<M>,
  all: readonly Engagement<M>[],
  same: readonly Engagement<M>[],
): string[] => {
  const cues: string[] = []
  const count = ({ mentions }: Engagement<M>): number => mentions.length
  const most = Math.max(...all.map(count))
  cues.push(all.length === 1 ? 'among:alone' : count(engagement) === most ? 'among:most' : 'among:less')
  if (all[0] === engagement) cues.push('among:first')
  if (same.length === 0) cues.push('pair:alone')
  for (const other of same) {
    const against = order(engagement.start ?? engagement.end, other.start ?? other.end)
    cues.push(
      against && against !== 'same' ? `pair:${against}` : count(other) > count(engagement) ? 'pair:beside-more' : 'pair:beside',
      ...(isDated(other) && !isDated(engagement) ? ['pair:other-dated'] : []),
    )
  }
  return [...new Set(cues)]
}

const isDated = ({ start, end }: { readonly start: string | null; readonly end: string | null }): boolean => start !== null || end !== null

/** The tense of what comes before a mention in its paragraph, for one that has none of its own. */
export const paragraphCues = ({ sentences }: ReadDocument, { sentence, cues }: Told): string[] => {
  const own = sentences[sentence]
  if (!own || !cues.includes('aspect:none')) return []
  const found = new Set<string>()
  for (let i = sentence - 1; i >= Math.max(0, sentence - 3) && sentences[i]?.paragraph === own.paragraph; i--)
    for (const { kind, value } of sentences[i]?.items ?? []) {
      if (kind === 'asp.future' || kind === 'asp.next') found.add('paragraph:future')
      else if (kind === 'asp.ago') found.add('paragraph:ago')
      else if (kind === 'when' && partsOf((value as { start: string | null }).start).year !== null) found.add('paragraph:year')
    }
  if (found.size === 0) found.add('paragraph:plain')
  return [...found]
}

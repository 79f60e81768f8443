import type { Sentence } from '../kernel/reading.ts'

/** Where a document looks as a whole: one that announces reads otherwise than one that reports. */
export interface Outlook {
  /** How it opens: of what is to come, of today, or of what was. */
  readonly tense: 'future' | 'now' | 'past' | 'plain'
  /** Cues of how much of it looks ahead, and of what its headline does. */
  readonly cues: readonly string[]
}

export const outlookOf = (sentences: readonly Sentence[]): Outlook => ({ tense: tenseOf(sentences), cues: cuesOf(sentences) })

const tenseOf = (sentences: readonly Sentence[]): Outlook['tense'] => {
  const opening = sentences.slice(0, 3).flatMap(({ items }) => items.slice(0, 60))
  if (
    opening.some(
      ({ kind, key }) => (kind === 'asp.future' && key !== 'có thể' && key !== 'muốn') || kind === 'asp.next' || kind === 'asp.plan',
    )
  )
    return 'future'
  if (opening.some(({ kind }) => kind === 'asp.now')) return 'now'
  return opening.some(({ kind }) => kind === 'asp.past') ? 'past' : 'plain'
}

const cuesOf = (sentences: readonly Sentence[]): string[] => {
  let [ahead, back] = [0, 0]
  for (const { items } of sentences)
    for (const { kind } of items) {
      if (kind === 'asp.future' || kind === 'asp.next') ahead++
      else if (kind === 'asp.past' || kind === 'asp.today' || kind === 'asp.yesterday') back++
    }
  const share = ahead / Math.max(1, ahead + back)
  const cues = [`outlook:${ahead + back === 0 ? 'none' : share > 0.6 ? 'ahead' : share > 0.3 ? 'mixed' : 'back'}`]
  const [head] = sentences
  if (head?.headline) {
    const kinds = head.items.map(({ kind }) => kind)
    cues.push(
      `title:${kinds.some((kind) => kind === 'asp.future' || kind === 'asp.next' || kind === 'asp.plan') ? 'ahead' : kinds.some((kind) => kind.startsWith('v.')) ? 'verb' : 'other'}`,
    )
  }
  return cues
}

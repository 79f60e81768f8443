import type { Overlay } from '../rows/overlay-at.ts'
import type { Candidate } from './doubt.ts'
import type { Link } from './links-in-doubt.ts'

/** The others as candidates, one for each group of ids that stand for one another; of the group that it is in itself, those that are asked about. */
export const candidatesOf = (about: string, others: readonly string[], overlay: Overlay): Candidate[] => {
  const groups = new Map<string, Candidate>()
  for (const id of others.map((other) => (other === about ? anotherOf(about, overlay) : other))) {
    if (id === undefined) continue
    const linked = overlay.canonical(id) === overlay.canonical(about)
    const group = linked ? id : overlay.canonical(id)
    if (!groups.has(group)) groups.set(group, { id, linked, decided: decisionOn(about, id, overlay) })
  }
  return [...groups.values()]
}

/** What is in doubt may be the first of those that it fits. */
const anotherOf = (id: string, overlay: Overlay): string | undefined => [...overlay.members(id)].sort().find((other) => other !== id)

/** What a person decided of the two, be it under another id of the candidate. The last word counts. */
const decisionOn = (about: string, candidate: string, overlay: Overlay): 'same' | 'different' | null => {
  const isCandidate = (id: string): boolean => id !== about && (id === candidate || overlay.canonical(id) === overlay.canonical(candidate))
  let decided: 'same' | 'different' | null = null
  for (const { corrects, event } of overlay.linksAbout(about)) {
    const { a, b, people, engagements, relation, basis } = event.data as Partial<Link> & { readonly a?: string; readonly b?: string }
    if (corrects === 'separate' && [a, b].some((id) => id !== undefined && isCandidate(id))) decided = 'different'
    const isMerge = corrects === 'merge' && basis?.rule === 'human' && relation !== 'part-of'
    if (isMerge && (people ?? engagements ?? []).some(isCandidate)) decided = 'same'
  }
  return decided
}

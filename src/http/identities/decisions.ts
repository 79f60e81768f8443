import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Overlay } from '../rows/overlay-at.ts'

/** What stands between the two: the links and separations in force that name either, those that name both first. */
export const decisionsBetween = (a: string, b: string, overlay: Overlay): RecordedEvent[] => {
  const found = new Map<string, RecordedEvent>()
  for (const id of [a, b])
    for (const { event, corrects } of overlay.linksAbout(id))
      if (corrects === 'merge' || corrects === 'separate') found.set(event.id, event)
  const all = [...found.values()].filter(({ data }) => (data as { relation?: string }).relation !== 'part-of')
  const both = all.filter(({ data }) => [a, b].every((id) => JSON.stringify(data).includes(JSON.stringify(id))))
  // Two that are joined through others have no link of their own: what joins each of them is what there is to see.
  return both.length > 0 ? both : overlay.canonical(a) === overlay.canonical(b) ? all : all.filter(({ type }) => type.endsWith('Separated'))
}

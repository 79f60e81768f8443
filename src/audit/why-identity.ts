import type { RecordedEvent } from '../kernel/envelope.ts'
import { visitIds } from '../kernel/identity-paths.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { Correction } from '../replay/overlay/in-force.ts'
import { idsOf } from '../replay/overlay/links.ts'
import type { Overlay } from '../replay/overlay/overlay.ts'

/** A link that an event's ids rest on: the recorded decision, with its basis in its data. */
export interface IdentityDecision {
  readonly corrects: Correction['corrects']
  /** The id as the document wrote it, or the stream, and what it stands for in the view. */
  readonly id: string
  readonly standsFor: string
  readonly event: RecordedEvent
}

/** Ids looked at on the way from a name to the id that stands for it. */
const longestSearch = 2_000

/**
 * The decisions between what a document wrote and what the view shows: for each id the shortest chain of merges to
 * the one that stands for it, separations that name it, dates inferred for it, and what made copies one source.
 */
export const identityBehind = (overlay: Overlay, register: EventRegister, raw: RecordedEvent, seen: unknown): IdentityDecision[] => {
  const found = new Map<string, IdentityDecision>()
  const add = (id: string, standsFor: string, correction: Correction): void => {
    const { event, corrects } = correction
    if (!found.has(event.id)) found.set(event.id, { corrects, id, standsFor, event })
  }
  const definition = register.get(raw.type)
  if (!definition) return []
  const ids = new Set<string>()
  for (const data of [definition.upcast(raw.data, raw.version), seen]) visitIds(data, definition.ids, (id) => ids.add(id))
  for (const id of ids) {
    const standsFor = overlay.canonical(id, raw.stream)
    for (const correction of chain(overlay, id, standsFor)) add(id, standsFor, correction)
    for (const correction of overlay.linksAbout(id)) if (isAside(correction)) add(id, standsFor, correction)
  }
  const source = overlay.sourceOf(raw.stream)
  for (const correction of overlay.linksAbout(raw.stream))
    if (correction.corrects === 'group' || correction.data.as) add(raw.stream, source, correction)
  return [...found.values()].sort((a, b) => a.event.position - b.event.position)
}

/** Links that do not make ids the same: dates, parts, separations. */
const isAside = ({ corrects, data }: Correction): boolean => corrects === 'derive' || corrects === 'separate' || data.relation === 'part-of'

/** The shortest chain of merges from an id to another one: breadth first. */
const chain = (overlay: Overlay, from: string, to: string): Correction[] => {
  if (from === to) return []
  const reached = new Map<string, { by: Correction; from: string } | undefined>([[from, undefined]])
  for (const id of reached.keys()) {
    if (id === to || reached.size > longestSearch) break
    for (const by of overlay.linksAbout(id)) {
      if (by.corrects !== 'merge' || isAside(by)) continue
      for (const other of [...idsOf(by), ...(by.data.gazetteer ? [by.data.gazetteer] : [])])
        if (!reached.has(other)) reached.set(other, { by, from: id })
    }
  }
  const links: Correction[] = []
  for (let step = reached.get(to); step; step = reached.get(step.from)) links.push(step.by)
  return links.reverse()
}

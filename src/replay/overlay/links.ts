import type { Derived } from '../../kernel/envelope.ts'
import { visitIds } from '../../kernel/identity-paths.ts'
import { createGroups, type Groups } from './groups.ts'
import type { Correction, Effects } from './in-force.ts'
import { createShelf } from './shelf.ts'
import { createSieve } from './sieve.ts'

/** Corrections by people stand in a stream of their own; every other link was found by a machine. */
export const correctionsStream = 'corrections'

/** What links in force say about ids, engagements and documents. */
export interface Links extends Effects {
  /** People and engagements, by id. */
  readonly identities: Groups
  /** Documents, by stream. */
  readonly documents: Groups
  /** What the id means in the documents of a separation: another id, else itself. */
  renamed(id: string, stream: string): string
  /** False: certainly no link says anything about the engagement or its group, but that they are one. */
  mayHaveFacts(engagement: string): boolean
  /** Dates inferred for an engagement, by field; those of the report itself (`own`) go before those of its group. */
  derivedOf(engagement: string, own?: string): Readonly<Record<string, Derived>> | undefined
  wholesOf(engagement: string): readonly string[] | undefined
  /** Which ids and streams mean something else than at the last call, and what stood for ids before. */
  settle(): { ids: Set<string>; streams: Set<string>; before: Map<string, string> }
  /** The corrections in force that name the id, or the document. */
  about(id: string): Correction[]
  /** False as long as no link says anything about engagements. */
  readonly hasFacts: boolean
  readonly hasRenames: boolean
}

export const createLinks = (): Links => {
  const identities = createGroups()
  const documents = createGroups()
  /** By part, by whole, by dated engagement, by document whose name means somebody else; raw ids. */
  const parts = createShelf<Correction>()
  const wholes = createShelf<Correction>()
  const dates = createShelf<Correction>()
  const renames = createShelf<Correction>()
  /** Engagements that were ever dated or part of another one. */
  const factual = createSieve()
  const all = new Map<string, Correction>()
  let touchedIds = new Set<string>()
  let touchedStreams = new Set<string>()

  const shelve = (correction: Correction, on: boolean): void => {
    const { corrects, data, event } = correction
    const ids = idsOf(correction)
    const place = on ? 'put' : 'take'
    if (corrects === 'derive') {
      dates[place](data.engagement ?? '', correction)
      factual.add(data.engagement ?? '')
      touchedIds.add(data.engagement ?? '')
    } else if (corrects === 'merge' && data.relation === 'part-of') {
      const whole = ids[ids.length - 1] as string
      wholes[place](whole, correction)
      for (const part of ids.slice(0, -1)) {
        parts[place](part, correction)
        factual.add(part)
        touchedIds.add(part)
      }
    } else if (corrects === 'separate' && data.documents) {
      for (const stream of data.documents) {
        renames[place](stream, correction)
        touchedStreams.add(stream)
      }
      const [a, b] = [ids[0] as string, data.as as string]
      if (on && a !== b) identities.part({ by: event.id, position: event.position, a, b })
      else identities.undo(event.id)
    } else if (corrects === 'separate') {
      const [a, b] = ids as [string, string]
      if (on && a !== b) identities.part({ by: event.id, position: event.position, a, b })
      else identities.undo(event.id)
    } else {
      const groups = corrects === 'group' ? documents : identities
      if (on) groups.join(joiningOf(correction, ids))
      else groups.undo(event.id)
    }
  }

  const renamed = (id: string, stream: string): string => {
    let newest: Correction | undefined
    for (const correction of renames.at(stream)) {
      const person = idsOf(correction)[0] as string
      if (identities.canonical(person) !== identities.canonical(id)) continue
      if (!newest || correction.event.position > newest.event.position) newest = correction
    }
    return newest?.data.as ?? id
  }

  return {
    identities,
    documents,
    renamed,
    begin(correction) {
      all.set(correction.event.id, correction)
      shelve(correction, true)
    },
    end(correction) {
      all.delete(correction.event.id)
      shelve(correction, false)
    },
    mayHaveFacts: (engagement) => factual.mayHold(engagement) || identities.isGrouped(engagement),
    derivedOf(engagement, own = engagement) {
      let found: Record<string, Correction> | undefined
      for (const member of identities.members(engagement))
        for (const correction of dates.at(member)) {
          found ??= {}
          const field = correction.data.field ?? ''
          const other = found[field]
          const [isOwn, wasOwn] = [member === own, other?.data.engagement === own]
          if (!other || (isOwn && !wasOwn) || (isOwn === wasOwn && outranks(correction, other))) found[field] = correction
        }
      if (!found) return undefined
      return Object.fromEntries(Object.entries(found).map(([field, { data, event }]) => [field, { when: data.when ?? '', by: event.id }]))
    },
    wholesOf(engagement) {
      if (parts.size === 0) return undefined
      const found = new Set<string>()
      for (const member of identities.members(engagement))
        for (const correction of parts.at(member)) found.add(identities.canonical(idsOf(correction).at(-1) as string))
      found.delete(identities.canonical(engagement))
      return found.size > 0 ? [...found].sort() : undefined
    },
    settle() {
      const moved = identities.settle()
      const ids = new Set([...touchedIds].flatMap((id) => [...identities.members(id)]))
      const streams = touchedStreams
      for (const [id, before] of moved) {
        ids.add(id)
        const brings = parts.has(id) || dates.has(id)
        if (brings) for (const group of [id, before]) for (const member of identities.members(group)) ids.add(member)
        for (const correction of wholes.at(id))
          for (const part of idsOf(correction).slice(0, -1)) for (const member of identities.members(part)) ids.add(member)
      }
      if (moved.size > 0)
        for (const [stream, corrections] of renames.entries())
          if (corrections.some((correction) => [idsOf(correction)[0], correction.data.as].some((id) => id && moved.has(id))))
            streams.add(stream)
      for (const stream of documents.settle().keys()) streams.add(stream)
      touchedIds = new Set()
      touchedStreams = new Set()
      return { ids, streams, before: moved }
    },
    about(id) {
      const found = [...dates.at(id), ...parts.at(id), ...wholes.at(id), ...renames.at(id)]
      for (const by of [...identities.decisions(id), ...documents.decisions(id)]) {
        const correction = all.get(by)
        if (correction) found.push(correction)
      }
      return [...new Set(found)].sort((a, b) => a.event.position - b.event.position)
    },
    get hasFacts() {
      return dates.size + parts.size > 0
    },
    get hasRenames() {
      return renames.size > 0
    },
  }
}

const joiningOf = ({ event, data, corrects }: Correction, ids: readonly string[]) => ({
  by: event.id,
  position: event.position,
  members: corrects === 'group' ? (data.documents ?? []) : data.gazetteer === undefined ? ids : [data.gazetteer, ...ids],
  ...(data.gazetteer === undefined ? {} : { preferred: data.gazetteer }),
  person: event.stream === correctionsStream,
})

/** The ids of people or engagements that a link names, in its order. */
export const idsOf = ({ definition, data }: Pick<Correction, 'definition' | 'data'>): string[] => {
  const ids: string[] = []
  visitIds(data, definition.ids, (id, identity) => {
    if (identity !== 'document') ids.push(id)
  })
  return ids
}

/**
 * A person's verdict before a machine's; of persons, or of one report, the later one. What machines infer for two reports
 * goes by the report, so that it doesn't matter which document came first.
 */
const outranks = (a: Correction, b: Correction): boolean => {
  const [x, y] = [a.event.stream === correctionsStream, b.event.stream === correctionsStream]
  if (x !== y) return x
  const [one, other] = [a.data.engagement ?? '', b.data.engagement ?? '']
  return x || one === other ? a.event.position > b.event.position : one < other
}

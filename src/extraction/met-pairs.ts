import type { Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import { heads } from './full-names.ts'
import type { MeetingMention } from './mentions.ts'

/** Pairs that a text speaks of without names: “hai nhà lãnh đạo”, “hai Ngoại trưởng”, “thượng đỉnh Nga - Mỹ”. */

const holds = (entity: Entity, roles: readonly string[]): boolean => entity.offices.some(({ role }) => roles.includes(role))

/** Who leads these countries in the document: of each, whom it speaks of most. Null where one of them has nobody. */
export const leadersOf = (document: ReadDocument, countries: readonly string[], roles?: readonly string[]): readonly Entity[] | null => {
  const found = [...new Set(countries)].map((country) => {
    const fitting = document.people.entities.filter(
      (entity) =>
        entity.country === country && !entity.group && (holds(entity, roles ?? [...heads]) || (!roles && entity.offices.length === 0)),
    )
    return fitting.reduce<Entity | null>((best, entity) => (!best || entity.mentions > best.mentions ? entity : best), null)
  })
  const all = found.filter((entity): entity is Entity => entity !== null)
  return all.length >= 2 && all.length === found.length ? all : null
}

/**
 * “hai nhà lãnh đạo”: the two whom the sentence names before, else the last two who met, else the two office holders of
 * two countries spoken of last. Whose office the text never tells may hold any.
 */
export const pairTold = (
  document: ReadDocument,
  { items }: Sentence,
  at: Item,
  known: readonly MeetingMention[],
  roles?: readonly string[],
): readonly Entity[] | null => {
  const fits = (entity: Entity): boolean =>
    !entity.group && entity.country !== null && (!roles || holds(entity, roles) || (entity.name !== null && entity.offices.length === 0))
  const beside = items
    .slice(0, items.indexOf(at))
    .map((item) => (item.kind === 'person' ? document.people.of(item) : null))
    .filter((entity): entity is Entity => entity !== null && fits(entity))
  const two = [...new Set(beside)]
  if (two.length === 2 && two[0]?.country !== two[1]?.country) return two
  const last = known.findLast(({ scope, participants }) => scope === 'interstate' && participants.length === 2 && participants.every(fits))
  if (last && (roles || last === known[known.length - 1])) return last.participants
  const near = document.people.before(at.start).filter((entity) => fits(entity) && (entity.name !== null || roles !== undefined))
  for (const a of near.slice(0, 4)) {
    const partner = near.find((b) => b !== a && b.country !== a.country)
    if (partner) return [partner, a]
  }
  return last?.participants ?? null
}

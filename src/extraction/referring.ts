import type { PersonMention } from '../kernel/reading.ts'
import type { Entity } from './entity.ts'
import { heads } from './full-names.ts'

/** Everybody as the document speaks of them, in reading order. */
type Told = readonly { entity: Entity }[]

/** “ông”, “bà”: the subject, else who was spoken of last, where nothing speaks against it. */
export const pronoun = (gender: 'm' | 'f' | null, subject: Entity | null, order: Told): Entity | null => {
  const fits = (entity: Entity): boolean => !entity.group && (entity.gender === null || gender === null || entity.gender === gender)
  if (subject && fits(subject)) return subject
  for (let i = order.length - 1; i >= Math.max(0, order.length - 30); i--)
    if (fits((order[i] as { entity: Entity }).entity)) return (order[i] as { entity: Entity }).entity
  return null
}

/** “nhà lãnh đạo Triều Tiên”, “ông chủ Nhà Trắng”: who leads that country in this document. */
export const leaderOf = (entities: readonly Entity[], country: string | null, mention: PersonMention, order: Told): Entity | null => {
  if (mention.name) return null
  const fitting = entities.filter(
    (entity) => entity.country === country && !entity.group && entity.offices.some(({ role }) => heads.has(role)),
  )
  return country ? lastOf(order, fitting) : null
}

/** “người đồng cấp Lào”: the holder of the subject's office in that country. */
export const counterpart = (entities: readonly Entity[], subject: Entity | null, country: string | null, order: Told): Entity | null => {
  if (!subject) return null
  const keys = new Set(subject.offices.map(({ key }) => key))
  const other = (entity: Entity): boolean =>
    country ? entity.country === country : entity.country !== null && entity.country !== subject.country
  return lastOf(
    order,
    entities.filter((entity) => entity !== subject && other(entity) && entity.offices.some(({ key }) => keys.has(key))),
  )
}

/** Who of them was spoken of last. */
export const lastOf = (order: Told, among: readonly Entity[]): Entity | null => {
  for (let i = order.length - 1; i >= Math.max(0, order.length - 400); i--)
    if (among.includes((order[i] as { entity: Entity }).entity)) return (order[i] as { entity: Entity }).entity
  return null
}

export const mostSpoken = (among: readonly Entity[]): Entity => among.reduce((a, b) => (b.mentions > a.mentions ? b : a))

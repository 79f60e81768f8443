import type { Person } from '../../events/values/person.ts'
import { Role } from '../../events/values/person.ts'
import { personId, unnamedPersonId } from '../kernel/ids.ts'
import type { Entity } from './entity.ts'

/** Writes entities as events want them: the fullest name, and the office that stands nearest to the engagement. */
export const personOf = (entity: Entity, sha256: string, near: number, raw: (offset: number) => number): Person => {
  const office = nearest(entity, near)
  const role = Role.safeParse(office?.role)
  const known = entity.name !== null
  return {
    id: known ? personId(entity.name as string, entity.country).slice(0, 200) : unnamedPersonId(sha256, raw(entity.start)),
    name: known ? (entity.name as string).slice(0, 200) : null,
    ...(office ? { office: office.text.slice(0, 300) } : {}),
    ...(role.success && !entity.group ? { role: role.data } : {}),
    ...(entity.country ? { country: entity.country } : {}),
    ...(entity.group ? { number: 'group' as const } : {}),
  }
}

const nearest = (entity: Entity, near: number): Entity['offices'][number] | null =>
  entity.offices.reduce<Entity['offices'][number] | null>(
    (best, office) => (!best || Math.abs(office.at - near) < Math.abs(best.at - near) ? office : best),
    null,
  )

import type { Person } from '../../events/values/person.ts'
import { Role } from '../../events/values/person.ts'
import { personId, unnamedPersonId } from '../kernel/ids.ts'
import type { Entity, OfficeHeld } from './entity.ts'

/** Writes entities as events want them: the fullest name, and the office that stands nearest to the engagement. */
export const personOf = (entity: Entity, sha256: string, near: number, raw: (offset: number) => number): Person => {
  const office = officeNear(entity, near)
  // Nobody is head of state for having been it.
  const role = office && !office.former ? roles.get(office.role) : undefined
  const known = entity.name !== null
  return {
    id: known ? personId(entity.name as string, entity.country).slice(0, 200) : unnamedPersonId(sha256, raw(entity.start)),
    name: known ? (entity.name as string).slice(0, 200) : null,
    ...(office ? { office: office.text.slice(0, 300) } : {}),
    ...(role && !entity.group ? { role } : {}),
    ...(entity.country ? { country: entity.country } : {}),
    ...(entity.group ? { number: 'group' as const } : {}),
  }
}

/** An office of the tables may have a role that events do not know. */
const roles: ReadonlyMap<string, Role> = new Map(Role.options.map((role) => [role, role]))

/** “lãnh đạo”, “người đồng cấp”, “ông chủ Nhà Trắng” say whose, not of what: an office that the document names anywhere says more. */
const officeNear = ({ offices }: Entity, near: number): OfficeHeld | null =>
  nearest(
    offices.filter(({ key }) => !referring.has(key)),
    near,
  ) ?? nearest(offices, near)

/** Keys of offices that only refer to somebody. */
const referring = new Set(['lanh-dao', 'counterpart'])

const nearest = (offices: readonly OfficeHeld[], near: number): OfficeHeld | null =>
  offices.reduce<OfficeHeld | null>(
    (best, office) => (!best || Math.abs(office.at - near) < Math.abs(best.at - near) ? office : best),
    null,
  )

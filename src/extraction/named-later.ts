import type { ReadDocument } from './document.ts'
import type { Entity } from './entities.ts'
import { heads } from './full-names.ts'

/**
 * Somebody told by office alone, for whom the document has a name elsewhere: “hội kiến Tổng thống Ấn Độ” in the
 * headline, “Tổng thống Ấn Độ Ram Nath Kovind” below. Of several the one whom the text is about; nobody where it is about two.
 */
export const namedAs = ({ people }: ReadDocument, entity: Entity, partners: readonly Entity[]): Entity => {
  if (entity.name !== null || entity.group || entity.country === null) return entity
  const keys = new Set(entity.offices.map(({ key }) => key))
  const roles = new Set(partners.flatMap(({ offices }) => offices.map(({ role }) => role)).filter((role) => role !== 'other'))
  const holds = ({ offices }: Entity): boolean =>
    offices.some(
      ({ key, role, former }) =>
        !former && (keys.has(key) || (keys.has('lanh-dao') && heads.has(role)) || (keys.has('counterpart') && roles.has(role))),
    )
  const fitting = people.entities.filter(
    (other) => other !== entity && other.name !== null && !other.group && other.country === entity.country && holds(other),
  )
  const [first, second] = fitting.sort((a, b) => b.mentions - a.mentions)
  return first && (!second || first.mentions >= 3 * second.mentions) ? first : entity
}

import type { Entity } from './entity.ts'
import { heads } from './full-names.ts'

/**
 * Somebody told by office alone before the document names the holder: “Tổng thống Ấn Độ” in the headline, “Tổng thống Ấn
 * Độ Ram Nath Kovind” below. Among several holders the first named after it is meant.
 */
export const mergeUnnamed = (entities: readonly Entity[], sought: ReadonlyMap<Entity, readonly string[]>): ReadonlyMap<Entity, Entity> => {
  const merged = new Map<Entity, Entity>()
  for (const unnamed of entities) {
    if (unnamed.name !== null || unnamed.group || unnamed.country === null) continue
    const keys = new Set([...unnamed.offices.map(({ key }) => key), ...(sought.get(unnamed) ?? [])])
    const holder = entities
      .filter((other) => other.name !== null && !other.group && other.country === unnamed.country)
      .filter(({ offices }) =>
        offices.some(({ key, role, former }) => !former && (keys.has(key) || (keys.has('lanh-dao') && heads.has(role)))),
      )
      .sort((a, b) => Number(a.start < unnamed.start) - Number(b.start < unnamed.start) || a.start - b.start)[0]
    if (!holder) continue
    merged.set(unnamed, holder)
    holder.mentions += unnamed.mentions
    holder.gender ??= unnamed.gender
    holder.offices.push(...unnamed.offices)
  }
  return merged
}

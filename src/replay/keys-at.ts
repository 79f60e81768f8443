import type { Table } from './table.ts'

/** Which rows an event went into: lineage, read the other way round. */
export interface KeysAt {
  at(position: number): readonly string[]
  set(position: number, keys: readonly string[]): void
}

/** From all lineages of a table; whoever changes the table keeps it up. */
export const keysAtOf = (table: Table): KeysAt => {
  const keys = new Map<number, string | readonly string[]>()
  for (const [key, { lineage }] of table)
    for (const position of lineage) {
      const known = keys.get(position)
      keys.set(position, known === undefined ? key : typeof known === 'string' ? [known, key] : [...known, key])
    }
  return {
    at(position) {
      const known = keys.get(position)
      return known === undefined ? [] : typeof known === 'string' ? [known] : known
    },
    set(position, now) {
      if (now.length === 0) keys.delete(position)
      else keys.set(position, now.length === 1 ? (now[0] as string) : now)
    },
  }
}

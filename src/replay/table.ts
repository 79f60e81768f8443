/** A row in the making, with the positions of its events in ascending order: its lineage. */
export interface Entry {
  readonly row: unknown
  readonly lineage: readonly number[]
}

/** Rows by key, with their lineage. A `Map`, because a key may be any string of a document. */
export type Table = Map<string, Entry>

/** The keys of an event, each once. */
export const keysOf = (keys: string | readonly string[] | null | undefined): readonly string[] => {
  if (keys === null || keys === undefined) return none
  if (typeof keys === 'string') return [keys]
  return hasRepeats(keys) ? [...new Set(keys)] : keys
}
const none: readonly string[] = []

/** Without a set for a handful, which is what events have. */
const hasRepeats = (keys: readonly string[]): boolean => {
  if (keys.length > 16) return true
  for (let at = 1; at < keys.length; at++) if (keys.indexOf(keys[at] as string) < at) return true
  return false
}

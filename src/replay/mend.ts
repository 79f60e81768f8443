import type { Immer } from 'immer'
import { visitIds } from '../kernel/identity-paths.ts'
import type { Entries } from '../kernel/projection.ts'
import { locateIn } from '../store/locate-in.ts'
import type { Affected } from './affected.ts'
import type { Past, PastEvent } from './past.ts'
import type { Part, Replayed } from './replayed.ts'

/** What is to be told again. */
export interface Mend {
  /** Which entries of which rows. */
  readonly entries: Map<string, Set<string>>
  /** Events that are among theirs, whether they mention the entry or not. */
  readonly positions: Set<number>
}

/**
 * The entries that an affected event belongs to now and belonged to before; undefined when its rows have no entries,
 * or when more than the meaning of ids has changed: then its rows are folded anew.
 */
export const mendingOf = (
  { register }: Replayed,
  { folding }: Part,
  { themselves, change }: Affected,
  { raw, now }: PastEvent,
): readonly string[] | undefined => {
  const { entries } = folding.projection
  const definition = register.get(raw.type)
  if (!entries || !now || !definition || themselves.has(raw.position)) return undefined
  const found = [entries.of(now)]
  visitIds(definition.upcast(raw.data, raw.version), definition.ids, (id, kind) => {
    const before = kind === 'person' || kind === 'document' ? undefined : change.before.get(id)
    if (before !== undefined) found.push(before)
  })
  return found
}

/** Drafts of the rows in which these entries have been dropped and told again by all their events, in order. */
export const mendEntries = async (views: Replayed, part: Part, mend: Mend, past: Past, drafts: Immer): Promise<Map<string, unknown>> => {
  const mended = new Map<string, unknown>()
  const { state, folding, keysAt } = part
  const entries = folding.projection.entries as Entries<unknown> | undefined
  if (!entries || !keysAt) return mended
  for (const [key, dropped] of mend.entries) {
    const row = drafts.createDraft(state.table.get(key)?.row as object)
    for (const entry of dropped) entries.drop(row, entry)
    mended.set(key, row)
  }
  for await (const events of past.at(await positionsOf(views, mend, state.position)))
    for (const { raw, now } of events) {
      if (!now || !Object.hasOwn(folding.projection.events, now.type)) continue
      const entry = entries.of(now)
      for (const key of keysAt.at(raw.position)) if (mend.entries.get(key)?.has(entry)) folding.run(mended.get(key), now, key)
    }
  return mended
}

/** Where events stand that mention what these entries stand for; ascending. */
const positionsOf = async ({ mentions, overlay, store }: Replayed, { entries, positions }: Mend, to: number): Promise<number[]> => {
  const found = new Set(positions)
  for (const entry of new Set([...entries.values()].flatMap((dropped) => [...dropped])))
    for (const id of overlay.members(entry)) {
      for (const position of mentions?.of(id) ?? []) if (position <= to) found.add(position)
      for (const event of overlay.amendedWith(id)) {
        const position = await locateIn(store, event)
        if (position !== undefined && position <= to) found.add(position)
      }
    }
  return [...found].sort((a, b) => a - b)
}

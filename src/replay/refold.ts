import type { Immer } from 'immer'
import type { CorrectedEvent } from '../kernel/envelope.ts'
import type { Affected } from './affected.ts'
import { keysAtOf } from './keys-at.ts'
import { type Mend, mendEntries, mendingOf } from './mend.ts'
import type { Past } from './past.ts'
import type { Part, Replayed } from './replayed.ts'
import type { Entry } from './table.ts'

/** Rows as they are after a change of what came before. */
export interface Refolded {
  /** Folded anew, on plain rows; one without lineage is gone. */
  readonly rows: ReadonlyMap<string, Entry>
  /** The rows as they stood, as drafts, with some entries told again; their lineage is what it was. */
  readonly mended: ReadonlyMap<string, unknown>
  /** The rows that each affected event goes into now. */
  readonly keys: Map<number, readonly string[]>
}

/** Folds again what events that look different now went into or go into: whole rows, or entries of rows where that is enough. */
export const refold = async (views: Replayed, part: Part, affected: Affected, past: Past, drafts: Immer): Promise<Refolded> => {
  const { folding, state } = part
  part.keysAt ??= keysAtOf(state.table)
  const { keysAt } = part
  const keys = new Map<number, readonly string[]>()
  const rows = new Map<string, Entry>()
  const mend: Mend = { entries: new Map(), positions: new Set() }
  const mine = affected.positions(folding.projection.heeds).filter((position) => position <= state.position)
  for await (const events of past.at(mine))
    for (const event of events) {
      const now = keysNow(part, event.now)
      const { position } = event.raw
      const before = keysAt.at(position)
      if (before.length + now.length === 0) continue
      keys.set(position, now)
      const entries = isSame(before, now) ? mendingOf(views, part, affected, event) : undefined
      if (entries) mend.positions.add(position)
      for (const key of entries ? now : [...before, ...now]) {
        if (entries) for (const entry of entries) toldAgain(mend, key).add(entry)
        else rows.set(key, { row: folding.shape.empty(), lineage: [] })
      }
    }
  for (const key of rows.keys()) mend.entries.delete(key)
  const lineage = new Set([...rows.keys()].flatMap((key) => state.table.get(key)?.lineage ?? []))
  if (rows.size > 0) for (const position of mine) lineage.add(position)
  for await (const events of past.at([...lineage].sort((a, b) => a - b)))
    for (const { raw, now } of events) {
      if (!now || !isRead(part, now)) continue
      for (const key of keys.get(raw.position) ?? keysAt.at(raw.position)) {
        const entry = rows.get(key)
        if (!entry) continue
        folding.run(entry.row, now, key)
        ;(entry.lineage as number[]).push(raw.position)
      }
    }
  return { rows, mended: await mendEntries(views, part, mend, past, drafts), keys }
}

const toldAgain = ({ entries }: Mend, key: string): Set<string> => {
  const known = entries.get(key) ?? new Set()
  entries.set(key, known)
  return known
}

const isRead = ({ folding }: Part, { type }: CorrectedEvent): boolean => Object.hasOwn(folding.projection.events, type)

const keysNow = (part: Part, event: CorrectedEvent | undefined): readonly string[] =>
  event && isRead(part, event) ? part.folding.keys(event) : []

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key) => b.includes(key))

import { Immer, isDraft } from 'immer'
import type { CorrectedEvent, RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import { type Affected, eventsAffected } from './affected.ts'
import { type Past, pastOf } from './past.ts'
import { foldAll } from './rebuild.ts'
import { type Refolded, refold } from './refold.ts'
import type { Part, Replayed } from './replayed.ts'

/** Rows are private until a reader gets a frozen copy, so drafts need not freeze them. */
const drafts = new Immer({ autoFreeze: false })

/**
 * Brings views forward over the next events of the log, whole appends only. A correction among them makes the old
 * and the new rows of every affected event dirty; dirty rows, or what the correction touches in them, are folded again
 * under the new overlay; then the new events follow, on drafts. Each view changes in one go, or, when its own code throws, not at
 * all: it says so and goes on serving its last good rows. Faults: those of the store; `unknown-correction`.
 */
export const advance = async (views: Replayed, batch: readonly RecordedEvent[], to: number): Promise<void> => {
  if (views.parts.every(({ state }) => state.position >= to)) return
  const before = Math.max(...views.parts.map(({ state }) => state.position).filter((position) => position < to))
  // Whoever else brought these views forward has applied the corrections up to where the overlay stands.
  const unseen = batch.filter(({ position }) => position > views.overlay.position)
  const change = views.overlay.extend(unseen, to)
  const changed = change.events.size + change.ids.size + change.streams.size > 0
  const affected = changed ? await eventsAffected(views, change, before) : undefined
  const past = pastOf(views)
  if (views.mentions) for (const event of batch) if (event.position > before) views.mentions.add(event)
  const events = batch.flatMap((raw) => views.correct(raw) ?? [])
  for (const part of views.parts) {
    if (part.state.position >= to) continue
    if (part.state.trouble) {
      if (changed) await retry(views, part, to)
      continue
    }
    await bringForward(views, part, { events, affected, past, to })
  }
}

/** A correction may have been the cure. */
const retry = async (views: Replayed, part: Part, to: number): Promise<void> => {
  const { store, register, overlay } = views
  await guarded(part, async () => {
    const [table] = await foldAll({ store, register, overlay, projections: [part.folding.projection], last: to })
    part.state.table = table as Part['state']['table']
    part.keysAt = undefined
    part.state.trouble = null
    part.state.position = to
    part.state.commits++
  })
}

interface Step {
  readonly events: readonly CorrectedEvent[]
  /** Undefined when nothing that came before looks different now. */
  readonly affected: Affected | undefined
  readonly past: Past
  readonly to: number
}

const bringForward = async (views: Replayed, part: Part, { events, affected, past, to }: Step): Promise<void> => {
  await guarded(part, async () => {
    const mine = events.filter((event) => event.position > part.state.position && Object.hasOwn(part.folding.projection.events, event.type))
    const again: Refolded = affected
      ? await refold(views, part, affected, past, drafts)
      : { rows: new Map(), mended: new Map(), keys: new Map() }
    const rows = new Map<string, { row: unknown; lineage: number[] }>()
    for (const [key, row] of again.mended) rows.set(key, { row, lineage: [] })
    const open = (key: string) => {
      let entry = rows.get(key)
      if (entry) return entry
      const fresh = again.rows.get(key)
      const known = fresh ?? part.state.table.get(key)
      const row = known === undefined ? part.folding.shape.empty() : fresh ? fresh.row : drafts.createDraft(known.row as object)
      entry = { row, lineage: [] }
      rows.set(key, entry)
      return entry
    }
    for (const event of mine) {
      const keys = part.folding.keys(event)
      again.keys.set(event.position, keys)
      for (const key of keys) {
        const entry = open(key)
        part.folding.run(entry.row, event, key)
        entry.lineage.push(event.position)
      }
    }
    const finished = [...rows].map(([key, { row, lineage }]) => ({ key, row: isDraft(row) ? drafts.finishDraft(row) : row, lineage }))
    commit(part, again, finished, to)
  })
}

const commit = (
  { state, keysAt }: Part,
  again: Pick<Refolded, 'rows' | 'keys'>,
  finished: readonly { key: string; row: unknown; lineage: readonly number[] }[],
  to: number,
): void => {
  for (const [key, entry] of again.rows) {
    if (entry.lineage.length > 0) state.table.set(key, entry)
    else state.table.delete(key)
  }
  for (const { key, row, lineage } of finished) {
    const known = state.table.get(key)
    if (known) for (const position of lineage) (known.lineage as number[]).push(position)
    state.table.set(key, { row, lineage: known?.lineage ?? lineage })
  }
  if (keysAt) for (const [position, keys] of again.keys) keysAt.set(position, keys)
  state.position = to
  state.commits++
}

/** A projection's own fault stops its view only. */
const guarded = async (part: Part, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'projection-failed') throw error
    part.state.trouble = error
  }
}

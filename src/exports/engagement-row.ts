import type { ViewRows } from './export.ts'

/** What calendars and maps take from a row of `visits` or `meetings`; whatever else stands in it does not matter here. */
export interface EngagementRow {
  readonly key: string
  readonly type: string
  readonly status: string | null
  readonly what: string | null
  /** EDTF. */
  readonly when: string | null
  readonly until: string | null
  readonly isDerived: boolean
  readonly host: string | null
  readonly people: readonly string[]
  readonly places: readonly string[]
  readonly sources: number
}

type Loose = Readonly<Record<string, unknown>>

/** The engagements of a view; rows that are none are passed over. */
export function* engagementRows(view: ViewRows): Generator<EngagementRow> {
  for (const [key, row] of view.rows) {
    const { type, status, what, when, until, derived, host, visitors, participants, places, sources } = row as Loose
    if (typeof type !== 'string') continue
    yield {
      key,
      type,
      status: textOf(status),
      what: textOf(what),
      when: textOf(when),
      until: textOf(until),
      isDerived: derived !== null && derived !== undefined,
      host: textOf(host),
      people: namesOf(visitors ?? participants),
      places: Object.keys((places as Loose | undefined) ?? {}),
      sources: typeof sources === 'number' ? sources : 0,
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** `Nguyễn Tấn Dũng (VN)`: by name, else by office. */
const namesOf = (people: unknown): string[] =>
  Object.values((people as Loose | undefined) ?? {}).flatMap((person) => {
    const { name, offices, country } = person as Loose
    const shown = textOf(name) ?? Object.keys((offices as Loose | undefined) ?? {})[0]
    return shown ? [country ? `${shown} (${country})` : shown] : []
  })

import { z } from 'zod'
import { boundsOf, compareWhen } from '../../src/kernel/edtf.ts'
import { Engagement, newEngagement } from './engagement.ts'
import { least, nothing, Reported } from './reported.ts'
import { Sources } from './sources.ts'

/** An office in the words of the documents, from the earliest to the latest engagement at which it was held. */
export const Office = z.object({ when: z.string().nullable(), until: z.string().nullable(), role: z.string().nullable(), sources: Sources })
export type Office = z.output<typeof Office>

/** An engagement in somebody's history: what part they had in it, and by which offices documents call them there. */
export const Appearance = Engagement.extend({ as: z.string().nullable().default(null), offices: Reported.default({}) })
export type Appearance = z.output<typeof Appearance>

/** Two fields more, set on the spot: a spread of all the others costs more than the rest of a report. */
export const newAppearance = (): Appearance => {
  const appearance = newEngagement() as Appearance
  appearance.as = null
  appearance.offices = nothing
  return appearance
}

/** The role behind an office, of two that documents lead to: a known one goes before `other`. */
export const roleOf = (known: string | null, said: string | undefined): string | null =>
  known === null || known === 'other' ? (said ?? known) : said === 'other' ? known : least(known, said)

/** Widens the time of the offices held at an engagement. Only a date that was set right needs a look at all the others. */
export const dateOffices = (
  offices: Record<string, Office>,
  engagements: Record<string, Appearance>,
  { held, when, before }: { held: Reported; when: string | null; before: string | null },
): void => {
  for (const wording of Object.keys(held)) {
    const office = offices[wording]
    if (!office) continue
    if (before !== when && isBound(office, before)) dateAnew(office, wording, engagements)
    else widen(office, when)
  }
}

/** Takes an engagement out of a history. Names and offices stay: somebody said them, wherever it is told now. */
export const dropAppearance = (
  { offices, engagements }: { offices: Record<string, Office>; engagements: Record<string, Appearance> },
  id: string,
): void => {
  const dropped = engagements[id]
  if (!dropped) return
  delete engagements[id]
  for (const wording of Object.keys(dropped.offices)) {
    const office = offices[wording]
    if (office && isBound(office, dropped.when)) dateAnew(office, wording, engagements)
  }
}

const isBound = (office: Office, when: string | null): boolean => when !== null && (when === office.when || when === office.until)

const dateAnew = (office: Office, wording: string, engagements: Record<string, Appearance>): void => {
  office.when = null
  office.until = null
  for (const engagement of Object.values(engagements)) if (engagement.offices[wording]) widen(office, engagement.when)
}

const widen = (office: Office, when: string | null): void => {
  if (when === null) return
  if (office.when === null || compareWhen(when, office.when) < 0) office.when = when
  if (office.until === null || isLater(when, office.until)) office.until = when
}

const isLater = (a: string, b: string): boolean => {
  if (a === b) return false
  const [x, y] = [boundsOf(a).latest ?? '', boundsOf(b).latest ?? '']
  return x === y ? a > b : x > y
}

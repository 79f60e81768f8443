import { z } from 'zod'
import { boundsOf, compareWhen } from '../../src/kernel/edtf.ts'
import { Engagement } from './engagement.ts'
import { Reported, Sources } from './reported.ts'

/** An office in the words of the documents, from the earliest to the latest engagement at which it was held. */
export const Office = z.object({ when: z.string().nullable(), until: z.string().nullable(), role: z.string().nullable(), sources: Sources })
export type Office = z.output<typeof Office>

/** An engagement in somebody's history: what part they had in it, and by which offices documents call them there. */
export const Appearance = Engagement.extend({ as: z.string().nullable().default(null), offices: Reported.default({}) })
export type Appearance = z.output<typeof Appearance>

/** Widens the time of the offices held at an engagement. Only a date that was set right needs a look at all the others. */
export const dateOffices = (
  offices: Record<string, Office>,
  engagements: Record<string, Appearance>,
  { held, when, before }: { held: Reported; when: string | null; before: string | null },
): void => {
  for (const wording of Object.keys(held)) {
    const office = offices[wording]
    if (!office) continue
    const corrected = before !== null && before !== when && (before === office.when || before === office.until)
    const dates = corrected
      ? Object.values(engagements).flatMap((engagement) => (engagement.offices[wording] ? [engagement.when] : []))
      : [office.when, office.until, when]
    const known = dates.filter((date) => date !== null)
    office.when = known.reduce<string | null>((least, date) => (least === null || compareWhen(date, least) < 0 ? date : least), null)
    office.until = known.reduce<string | null>((last, date) => (last === null || isLater(date, last) ? date : last), null)
  }
}

const isLater = (a: string, b: string): boolean => {
  const [x, y] = [boundsOf(a).latest ?? '', boundsOf(b).latest ?? '']
  return x === y ? a > b : x > y
}

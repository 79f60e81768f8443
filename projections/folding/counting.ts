import { z } from 'zod'
import type { AgreementClaim } from './claims.ts'
import { mostExact, mostReported, nothing, Reported, record, report } from './reported.ts'

/** At least so many; `exact` when no report leaves room for more. */
export const Count = z.object({ atLeast: z.number(), exact: z.boolean() })
export type Count = z.output<typeof Count>

/** One agreement, or one total of several, out of all its reports. */
const Counted = Count.extend({
  title: z.string().nullable(),
  when: z.string().nullable(),
  /** Named one by one, or a total such as “7 văn kiện”. */
  listed: z.boolean(),
  /** What documents say, side by side: `7`, `at least 10`, `about 10`, `several`. */
  counts: Reported,
  titles: Reported,
  dates: Reported,
  /** Its visits and the totals it is part of. */
  within: z.array(z.string()),
})
type Counted = z.output<typeof Counted>

/** Agreements that belong together, by visit or by total: the larger of total and list counts, never their sum. */
const Occasion = Count.extend({
  total: z.number().nullable(),
  listed: z.number(),
  /** How many of the total no document names; null when there is no total. */
  shortfall: z.number().nullable(),
  agreements: z.record(z.string(), Counted),
})
type Occasion = z.output<typeof Occasion>

/** Every occasion, and on which one each agreement, visit and total is found. */
export const Tally = z.object({
  occasions: z.record(z.string(), Occasion).default({}),
  found: z.record(z.string(), z.string()).default({}),
})
type Tally = z.output<typeof Tally>

/** Adds a report of an agreement to a tally; answers the count as it now is. */
export const countAgreement = (count: Count | null, tally: Tally, event: AgreementClaim): Count => {
  const { agreement, visit } = event.data
  const within = [...(visit === undefined ? [] : [visit]), ...(event.partOf ?? [])]
  const names = [agreement, ...within]
  const joined = [...new Set(names.flatMap((name) => tally.found[name] ?? []))]
  const before = joined.flatMap((id) => tally.occasions[id] ?? [])
  const was = { atLeast: sum(before), exact: before.every(({ exact }) => exact) }

  const id = [...names, ...joined].reduce((a, b) => (b < a ? b : a))
  const occasion = gather(tally, id, joined)
  for (const name of names) tally.found[name] = id
  occasion.agreements[agreement] ??= newAgreement()
  addReport(occasion.agreements[agreement] as Counted, event, within)
  weigh(occasion)

  const atLeast = (count?.atLeast ?? 0) - was.atLeast + occasion.atLeast
  if (!occasion.exact) return { atLeast, exact: false }
  const othersExact = count === null || count.exact || (!was.exact && Object.values(tally.occasions).every(({ exact }) => exact))
  return { atLeast, exact: othersExact }
}

/** Brings occasions together that turn out to be one, under its smallest name. */
const gather = (tally: Tally, id: string, joined: readonly string[]): Occasion => {
  tally.occasions[id] ??= { atLeast: 0, exact: true, total: null, listed: 0, shortfall: null, agreements: record() }
  const occasion = tally.occasions[id] as Occasion
  for (const other of joined) {
    if (other === id) continue
    for (const [name, agreement] of Object.entries(tally.occasions[other]?.agreements ?? {})) {
      occasion.agreements[name] = agreement
      for (const token of [name, ...agreement.within]) tally.found[token] = id
    }
    delete tally.occasions[other]
  }
  return occasion
}

const newAgreement = (): Counted => ({
  atLeast: 1,
  exact: false,
  title: null,
  when: null,
  listed: false,
  counts: nothing,
  titles: nothing,
  dates: nothing,
  within: [],
})

const addReport = (agreement: Counted, { data, source, derived }: AgreementClaim, within: readonly string[]): void => {
  report(agreement, 'counts', wordsOf(data), source)
  report(agreement, 'titles', data.title, source)
  report(agreement, 'dates', data.date, source)
  agreement.within = [...new Set([...agreement.within, ...within])].sort()
  agreement.title = mostReported(agreement.titles)
  agreement.when = mostExact(agreement.dates) ?? derived?.date?.when ?? null
  Object.assign(agreement, countOf(agreement.counts))
  agreement.listed = agreement.title !== null || (agreement.exact && agreement.atLeast === 1)
}

const wordsOf = ({ count, countQualifier }: AgreementClaim['data']): string => {
  if (count === null || countQualifier === 'indefinite') return 'several'
  return { exact: '', 'at-least': 'at least ', about: 'about ' }[countQualifier] + count
}

/** The reading rule: exact before at-least before the rest, then more independent sources, then the smallest. */
const countOf = (counts: Reported): Count => {
  const kinds = [/^\d+$/, /^at least /, /^about /, /^several$/]
  for (const kind of kinds) {
    const words = mostReported(Object.fromEntries(Object.entries(counts).filter(([said]) => kind.test(said))))
    if (words === null) continue
    const number = Number(words.replace('at least ', ''))
    // “About ten” and “several” are true of one and of many: one is all that is certain.
    return Number.isNaN(number) ? { atLeast: 1, exact: false } : { atLeast: number, exact: kind === kinds[0] }
  }
  return { atLeast: 1, exact: false }
}

const weigh = (occasion: Occasion): void => {
  const all = Object.values(occasion.agreements)
  const totals = all.filter(({ listed }) => !listed)
  const listed = all.filter((agreement) => agreement.listed)
  occasion.listed = sum(listed)
  occasion.total = totals.length === 0 ? null : Math.max(...totals.map(({ atLeast }) => atLeast))
  occasion.shortfall = occasion.total === null ? null : Math.max(0, occasion.total - occasion.listed)
  occasion.atLeast = Math.max(occasion.total ?? 0, occasion.listed)
  occasion.exact = totals.length < 2 && all.every(({ exact }) => exact) && (occasion.total === null || occasion.listed <= occasion.total)
}

const sum = (counts: readonly Count[]): number => counts.reduce((total, { atLeast }) => total + atLeast, 0)

import { boundsOf } from '../kernel/edtf.ts'
import type { CorrectedEvent } from '../kernel/envelope.ts'
import { optionalPackage } from '../kernel/optional-package.ts'
import type { EventExport } from './export.ts'
import { tableRows } from './tables.ts'

/** The version of `event-codes.tsv`; every row of the export carries it. */
export const eventCodesVersion = '1.0.0'

/**
 * Claims of the news as event data in the field's own codes, one row a claim: who (country codes, `+` between) did what
 * to whom, when. Background is left out, and so is what neither scheme has a code for. Unlike other event data, rows
 * can be told to be reports of one engagement: `engagement` is its id, `source` the document group.
 */
export const eventCodes: EventExport = {
  name: 'event-codes',
  says: 'claims as PLOVER and CAMEO event data',
  mediaType: 'text/csv; charset=utf-8',
  ending: 'csv',
  async *write(events) {
    const { stringify } = await optionalPackage('csv-stringify', 'write CSV', () => import('csv-stringify/sync'))
    const line = (cells: readonly unknown[]): string => stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows' })
    const codes = await tableRows('event-codes.tsv')
    yield line([
      'id',
      'date',
      'earliest',
      'latest',
      'type',
      'plover',
      'mode',
      'cameo',
      'source_actors',
      'target_actors',
      'engagement',
      'source',
      'codes_version',
    ])
    for await (const event of events) {
      const data = event.data as Data
      const code = codes.find(({ type, condition }) => type === event.type && fits(condition ?? '', data))
      if (!code?.plover || data.narrative === 'background') continue
      const when = textOf(data.start) ?? textOf(data.date)
      const { earliest, latest } = boundsOf(when)
      const [sources, targets] = actorsOf(event)
      yield line([
        event.id,
        when,
        earliest,
        latest,
        event.type,
        code.plover,
        code.mode,
        code.cameo,
        sources,
        targets,
        engagementOf(data),
        event.source,
        eventCodesVersion,
      ])
    }
  },
}

type Data = Readonly<Record<string, unknown>>

const fits = (condition: string, data: Data): boolean => {
  const [field = '', value] = condition.split('=')
  return condition === '' || data[field] === value
}

/** Visitors → host, inviters → invitees; others act together: the first by code → the rest. */
const actorsOf = ({ data }: CorrectedEvent): [string, string] => {
  const { visitors, host, inviters, invitees, participants, attendees, parties } = data as Data
  if (visitors) return [countriesOf(visitors).join('+'), textOf(host) ?? '']
  if (inviters) return [countriesOf(inviters).join('+'), countriesOf(invitees).join('+')]
  const together = [
    ...new Set([...countriesOf(participants), ...countriesOf(attendees), ...((parties as string[] | undefined) ?? [])]),
  ].sort()
  return [together[0] ?? '', together.slice(1).join('+')]
}

const countriesOf = (people: unknown): string[] => [
  ...new Set(((people as { country?: string }[] | undefined) ?? []).flatMap(({ country }) => (country ? [country] : []))),
]

const engagementOf = ({ visit, meeting, forum, agreement, relationship }: Data): string =>
  textOf(meeting) ?? textOf(forum) ?? textOf(agreement) ?? textOf(relationship) ?? textOf(visit) ?? ''

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

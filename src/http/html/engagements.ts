import { boundsOf, setMembers } from '../../kernel/edtf.ts'
import type { Reading } from '../frame/reading.ts'
import { type EngagementRow, type Engagements, inOrder, isExpected } from '../rows/engagement.ts'
import { country } from './country.ts'
import { dateOf, unknown } from './date.ts'
import { drawn } from './glyph.ts'
import { attributes, type Html, html, nothing } from './html.ts'
import { quoted } from './quote.ts'
import type { Somebody } from './shapes.ts'
import { type Row, table, type Width } from './table.ts'
import { personValue, termOf, type Whence, whyHref } from './value.ts'

/** Who took part, with the row in which that is told. */
export interface Company {
  readonly whence: Whence
  readonly field: string
  readonly people: Readonly<Record<string, Somebody>>
  readonly host: string | null
}

/** Engagements in the order of the world, each value a link to its reasons; scripts draw a timeline from the same rows. */
export const engagementTable = (
  reading: Reading,
  caption: string,
  engagements: Engagements,
  { whence, field, company }: { whence: Whence; field: string; company: (id: string) => Company | null },
): Html => {
  const { words } = reading
  const rows = inOrder(engagements).map(([id, engagement]): Row => {
    const why = (part: string) => whyHref(reading, whence, [field, id, part])
    return {
      id: `e-${id}`,
      data: timelineData(reading, id, engagement),
      cells: [
        dateOf(engagement.when, words, { derived: engagement.derived !== null, expected: isExpected(engagement) }, why('when')),
        html`<a href="${reading.link(['engagements', ...id.split('/')])}" class="kind ${engagement.type ?? ''}">${kindOf(reading, engagement)}</a>`,
        whatOf(reading, engagement, why('what')),
        html`<a class="why" href="${why('status')}">${statusOf(reading, engagement)}</a>`,
        companyOf(reading, company(id)),
        html`<a class="why figure" href="${why('sources')}">${engagement.sources}</a>`,
      ],
    }
  })
  const heads = [
    words.fields.when,
    words.fields.type,
    words.fields.what,
    words.fields.status,
    words.fields.participants,
    words.fields.sources,
  ]
  return table(
    caption,
    heads.map((head, at) => ({ head, figures: at === 5, width: widths[at] as Width })),
    rows,
    'engagements',
  )
}

const widths: readonly Width[] = ['date', 'word', 'word', 'word', 'text', 'narrow']

const kindOf = ({ words }: Reading, { type }: EngagementRow): string =>
  type !== null && Object.hasOwn(words.kinds, type) ? ((words.kinds as Record<string, string>)[type] ?? type) : (type ?? '')

const statusOf = ({ words }: Reading, { status }: EngagementRow): string =>
  status === null ? words.dates.unknown : ((words.status as Record<string, string>)[status] ?? status)

const whatOf = (reading: Reading, { what }: EngagementRow, href: string): Html =>
  html`<a class="why" href="${href}">${what === null ? unknown(reading.words) : (termOf(what, reading) ?? quoted(what))}</a>`

const companyOf = (reading: Reading, company: Company | null): Html => {
  if (!company) return nothing
  const people = Object.entries(company.people).map(([id, one]) => personValue(reading, id, one, company.whence, [company.field, id]))
  const host = company.host
    ? html`<span class="host">→ <a class="why" href="${whyHref(reading, company.whence, ['host'])}">${country(company.host, reading.words)}</a></span>`
    : nothing
  return html`${people.map((one, at) => html`${at > 0 ? '; ' : nothing}${one}`)} ${host}`
}

/** What a script needs to draw the row: bounds, not a guess between them. */
const timelineData = (reading: Reading, id: string, engagement: EngagementRow): Html => {
  const { earliest, latest } = boundsOf(engagement.when)
  return attributes({
    'data-when': engagement.when ?? '',
    'data-earliest': earliest ?? '',
    'data-latest': latest ?? '',
    'data-kind': engagement.type ?? '',
    'data-drawn': drawn(engagement.when, { expected: isExpected(engagement) }),
    'data-days': setMembers(engagement.when ?? '')
      ?.map((day) => boundsOf(day).earliest)
      .join(' '),
    'data-derived': engagement.derived !== null,
    'data-href': reading.link(['engagements', ...id.split('/')]),
  })
}

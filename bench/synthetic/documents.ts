import { createHash } from 'node:crypto'
import type { NewEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { documentStream, engagementId } from '../../src/kernel/ids.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** What one document makes of the log: its stream and one append. */
export interface SyntheticDocument {
  readonly stream: string
  readonly events: NewEvent[]
  /** Engagements that later documents may tell of again. */
  readonly visits: readonly { id: string; visitor: string; host: string }[]
}

const quotes = ['hai bên đã hội đàm', 'bắt đầu thăm chính thức', 'chứng kiến lễ ký', 'sẽ thăm']

/** A document of about `size` events: registered, a visit told in phases, meetings, agreements, figures, and read. */
export const documentOf = (number: number, size: number, random: Random, world: World): SyntheticDocument => {
  const sha256 = createHash('sha256').update(`synthetic ${number}`).digest('hex')
  const stream = documentStream(sha256)
  const events: NewEvent[] = []
  let offset = 0
  const add = (type: string, data: object, quoted = true): void => {
    const quote = random.pick(quotes)
    offset += quote.length + random.below(40)
    events.push({
      type,
      version: 1,
      id: eventId(stream, type, String(events.length), data, 0),
      by: 'extractor vi@1.0.0',
      ...(quoted ? { rule: 'vi/visit/official' } : {}),
      data,
      ...(quoted ? { evidence: [{ start: offset, end: offset + quote.length, quote }] } : {}),
    })
  }
  const body = {
    narrative: random.chance(0.85) ? 'news' : 'background',
    scope: random.chance(0.92) ? 'interstate' : random.pick(['domestic', 'private']),
  }
  const year = 2000 + random.below(25)
  const month = String(1 + random.below(12)).padStart(2, '0')
  const day = 1 + random.below(27)
  const on = (ahead: number): string =>
    `${random.chance(0.3) ? 'XXXX' : year}-${month}-${String(Math.min(28, day + ahead)).padStart(2, '0')}`
  const [visitor, host] = [world.person(), world.country()]
  const visit = engagementId(sha256, 'visit', 130)

  add(
    'DocumentRegistered',
    {
      sha256,
      bytes: 3_000,
      mediaType: 'text/plain',
      language: 'vi',
      name: `bai-${number}`,
      text: { sha256, reader: 'text@1.0.0', units: 2_800 },
    },
    false,
  )
  const visiting = { visit, visitors: [visitor], host, kind: random.pick(['official', 'state', 'working', 'unspecified']), ...body }
  const phases: (() => void)[] = [
    () => add('VisitStarted', { ...visiting, start: on(0), place: 'Astana' }),
    () => add('VisitReported', { ...visiting }),
    () => add('VisitAnnounced', { ...visiting, start: on(0), end: on(2) }),
    () => add('VisitEnded', { visit, visitors: [visitor], host, end: on(2), ...body }),
  ]
  let phase = random.below(phases.length)
  for (let step = 1; events.length < size - 1; step++) {
    const kind = random.next()
    const at = 200 + step * 90
    if (kind < 0.22) (phases[phase++ % phases.length] as () => void)()
    else if (kind < 0.62)
      add('MeetingHeld', {
        meeting: engagementId(sha256, 'meeting', at),
        visit,
        participants: [visitor, world.person()],
        form: random.pick(['talks', 'call', 'reception', 'meeting']),
        ...(random.chance(0.6) ? { date: on(1) } : {}),
        ...body,
      })
    else if (kind < 0.8) {
      const listed = random.chance(0.6)
      add('AgreementSigned', {
        agreement: engagementId(sha256, 'agreement', at),
        visit,
        ...(listed ? { title: `Hiệp định hợp tác số ${step}` } : {}),
        instrument: listed ? 'agreement' : 'documents',
        count: listed ? 1 : 2 + random.below(12),
        countQualifier: random.chance(0.8) ? 'exact' : 'at-least',
        parties: [...new Set([visitor.country ?? 'VN', host])].sort(),
        ...body,
      })
    } else if (kind < 0.86)
      add('AgreementReferenced', {
        agreement: engagementId(sha256, 'agreement', at),
        instrument: 'agreement',
        title: 'Hiệp định khung',
        count: 1,
        countQualifier: 'exact',
        parties: [visitor.country ?? 'VN', world.country()],
        ...body,
      })
    else if (kind < 0.93)
      add('FigureReported', {
        figure: engagementId(sha256, 'figure', at),
        measure: 'trade',
        value: random.below(9_000) * 1e6,
        unit: 'USD',
        qualifier: 'exact',
        period: String(year),
        countries: [...new Set([visitor.country ?? 'VN', host])].sort(),
        ...body,
      })
    else if (kind < 0.97)
      add('ForumAttended', {
        forum: engagementId(sha256, 'forum', at),
        visit,
        name: 'Diễn đàn doanh nghiệp',
        attendees: [visitor],
        host,
        date: on(1),
        ...body,
      })
    else add('InvitationExtended', { visit, inviters: [world.person()], invitees: [visitor], host, ...body })
  }
  add(
    'DocumentRead',
    {
      extractor: 'vi@1.0.0',
      rules: '0123456789ab',
      gazetteer: 'ba9876543210',
      claims: events.length - 1,
      uncoded: [{ start: 10, end: 60, trigger: 'thăm' }],
      uncodedTotal: 1,
    },
    false,
  )
  return { stream, events, visits: [{ id: visit, visitor: visitor.id, host }] }
}

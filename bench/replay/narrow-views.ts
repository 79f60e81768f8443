import { z } from 'zod'
import {
  AgreementReferenced,
  AgreementSigned,
  DocumentRegistered,
  FigureReported,
  ForumAttended,
  InvitationExtended,
  MeetingHeld,
  VisitAnnounced,
  VisitEnded,
  VisitReported,
  VisitStarted,
} from '../../events/index.ts'
import { type AnyProjection, defineProjection } from '../../src/kernel/projection.ts'

const meetings = { MeetingHeld }
const most = { MeetingHeld, AgreementSigned, VisitAnnounced, VisitReported, VisitStarted, VisitEnded }
const nearlyAll = { ...most, AgreementReferenced, DocumentRegistered, FigureReported, ForumAttended, InvitationExtended }

type Somebody = { id: string; country?: string | undefined }
/** As much of any claim as the two views look at. */
type Told = {
  data: {
    participants?: Somebody[]
    visitors?: Somebody[]
    attendees?: Somebody[]
    invitees?: Somebody[]
    parties?: string[]
    countries?: string[]
    host?: string | undefined
    meeting?: string
    visit?: string | undefined
    date?: string | undefined
    start?: string | undefined
  }
}

const peopleOf = ({ data }: Told): Somebody[] => data.participants ?? data.visitors ?? data.attendees ?? data.invitees ?? []

const countriesOf = (event: Told): string[] => {
  const { parties, countries, host } = event.data
  const codes = parties ?? countries ?? peopleOf(event).map(({ country }) => country ?? '?')
  return host ? [...codes, host] : codes
}

const pairOf = (event: Told): string | null => {
  const [a, b] = countriesOf(event)
  return a === undefined || b === undefined || a === b ? null : a < b ? `${a}-${b}` : `${b}-${a}`
}

const forAll = <Handler>(events: object, handler: Handler): Record<string, Handler> =>
  Object.fromEntries(Object.keys(events).map((type) => [type, handler]))

/** What each person did and when, and how often each pair of countries met: two narrow views over some of the events. */
const viewsOver = (name: string, events: object): AnyProjection[] => [
  defineProjection({
    name: `${name}-histories`,
    version: 1,
    row: z.object({ engagements: z.record(z.string(), z.string().nullable()).default({}) }),
    events: events as typeof meetings,
    key: forAll(events, (event: Told) => peopleOf(event).map(({ id }) => id)) as never,
    on: forAll(events, (row: { engagements: Record<string, string | null> }, { data }: Told) => {
      row.engagements[data.meeting ?? data.visit ?? '?'] = data.date ?? data.start ?? null
    }) as never,
  }),
  defineProjection({
    name: `${name}-counts`,
    version: 1,
    row: z.object({ told: z.number().default(0) }),
    events: events as typeof meetings,
    key: forAll(events, pairOf) as never,
    on: forAll(events, (row: { told: number }) => {
      row.told++
    }) as never,
  }),
]

/** By the part of a synthetic ledger's events that they read. */
export const narrowViews = {
  'views that need 31 % of the events': viewsOver('third', meetings),
  'views that need 62 %': viewsOver('most', most),
  'views that need 89 %': viewsOver('nearly-all', nearlyAll),
}

import type { Claim } from '../kernel/claim.ts'
import { engagementId, unnamedPersonId } from '../kernel/ids.ts'
import { assembleMeetings } from './assemble.ts'
import { toldOff } from './called-off.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { meetingsOf } from './complete-meetings.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
import { engagementCues, siblingCues } from './engagement-cues.ts'
import type { Entity } from './entity.ts'
import { settingCues, standingCues } from './meeting-cues.ts'
import { dateOfMeeting, placeOfMeeting } from './meeting-scene.ts'
import type { MeetingMention } from './mentions.ts'
import { openingOf } from './opening.ts'
import { decide } from './status.ts'
import { withWhole } from './weighed-cues.ts'
import type { Writing } from './writing.ts'

export const meetingStatuses = ['held', 'planned', 'background', 'none'] as const

export const decideMeetings = (writing: Writing, visits: readonly DecidedVisit[]): DecidedMeeting[] => {
  const { document, sha256, view } = writing
  const main = document.moments.main
  const all = assembleMeetings(meetingsOf(document), main)
  const openingCues = openingOf(
    all,
    document,
    ({ participants }) => participants,
    ({ scope }) => scope === 'interstate',
  )
  return all.map((engagement) => {
    const told = standingCues(engagement, all, engagementCues(engagement, document, engagement.mentions[0]?.participants ?? []))
    const first = engagement.mentions[0] as MeetingMention
    const others = all.filter((other) => other !== engagement && other.mentions[0]?.participants.includes(first.participants[0] as Entity))
    const opened = withWhole(told, [...openingCues(engagement), ...visitCues(first, visits), ...siblingCues(others.slice(0, 40))])
    const cues = settingCues(engagement, document, opened)
    const decision = decide('meeting', cues, document.reader.weights, first.other ? meetingStatuses.slice(0, 1) : meetingStatuses)
    return { ...engagement, cues, decision, id: engagementId(sha256, 'meeting', view.raw(first.anchor)) }
  })
}

/** How the visits of the participants to each other were read: talks on a visit to come are to come. */
const visitCues = ({ participants }: MeetingMention, visits: readonly DecidedVisit[]): string[] => {
  const countries = new Set(participants.map(({ country }) => country))
  const statuses = visits
    .filter(
      ({ mentions }) => countries.has(mentions[0]?.host ?? '') && participants.some((entity) => mentions[0]?.visitors.includes(entity)),
    )
    .map(({ decision }) => decision.status)
    .filter((status) => status !== 'none')
  return statuses.length === 0
    ? ['visit:none']
    : [...new Set(statuses)].map((status) => (statuses.length === 1 ? `visit:${status}` : `visits:${status}`))
}

/** The form that the mentions tell: talks where they are told as often as a plain meeting, else the first that is told as more than one. */
export const formOf = (mentions: readonly MeetingMention[]): string => {
  const sure = mentions.filter(({ weak, open, cues }) => !weak && !open && !cues.includes('alone'))
  const told = (sure.length > 0 ? sure : mentions).map(({ form }) => form)
  const times = (form: string): number => told.filter((each) => each === form).length
  if (times('talks') > 0 && times('talks') >= times('meeting')) return 'talks'
  return told.find((form) => form !== 'meeting' && form !== 'talks') ?? 'meeting'
}

export const meetingClaims = (writing: Writing, meetings: readonly DecidedMeeting[], visits: readonly DecidedVisit[]): Claim[] =>
  meetings.flatMap((meeting) => {
    const { decision, mentions } = meeting
    if (decision.status === 'none') return []
    const first = mentions[0] as MeetingMention
    const participants = first.participants.map((entity) => writing.person(entity, first.anchor))
    if (first.other) {
      const text = writing.view.text.slice(first.other.start, first.other.end)
      participants.push({
        id: unnamedPersonId(writing.sha256, writing.view.raw(first.other.start)),
        name: null,
        office: text.slice(0, 300),
        number: 'group',
      })
    }
    const countries = new Set(first.participants.map(({ country }) => country))
    const visit = visits.find(
      (candidate) =>
        candidate.decision.status !== 'none' &&
        countries.has(candidate.mentions[0]?.host ?? '') &&
        first.participants.some((entity) => candidate.mentions.some(({ visitors }) => visitors.includes(entity))),
    )
    const place = placeOfMeeting(writing.document, meeting)
    const dayPart = mentions.find(({ moment }) => moment.dayPart)?.moment.dayPart
    const date = dateOfMeeting(writing.document, meeting)
    const receiver = mentions.find((mention) => mention.receiver)?.receiver
    const data = {
      meeting: meeting.id,
      ...(visit && visit.decision.status !== 'background' ? { visit: visit.id } : {}),
      participants,
      form: formOf(mentions),
      ...(date ? { date } : {}),
      ...(place ? { place: place.slice(0, 300) } : {}),
      ...(dayPart ? { dayPart } : {}),
      ...(receiver ? { receiver: writing.person(receiver, first.anchor).id } : {}),
      narrative: decision.status === 'background' ? 'background' : 'news',
      scope: first.scope,
    }
    const type = decision.status === 'planned' ? `Meeting${toldOff(mentions) ?? 'Announced'}` : 'MeetingHeld'
    return [writing.claim(type, data, mentions, decision)]
  })

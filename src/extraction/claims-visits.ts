import type { Claim } from '../kernel/claim.ts'
import { engagementId } from '../kernel/ids.ts'
import { assembleVisits, type Engagement } from './assemble.ts'
import { toldOff } from './called-off.ts'
import { visitsOf } from './complete-visits.ts'
import { tellsEnd } from './endings.ts'
import { engagementCues, siblingCues } from './engagement-cues.ts'
import type { VisitMention } from './mentions.ts'
import { openingOf } from './opening.ts'
import { standingCues } from './standing.ts'
import { type Decision, decide } from './status.ts'
import { type WeighedCues, withWhole } from './weighed-cues.ts'
import type { Writing } from './writing.ts'

/** One visit of the document with the decision on it. */
export interface DecidedVisit extends Engagement<VisitMention> {
  readonly cues: WeighedCues
  readonly decision: Decision
  readonly id: string
}

export const visitStatuses = ['happened', 'planned', 'background', 'none'] as const

export const decideVisits = (writing: Writing): DecidedVisit[] => {
  const { document, sha256, view } = writing
  const main = document.moments.main
  const all = assembleVisits(visitsOf(document), main)
  const openingCues = openingOf(
    all,
    document,
    ({ visitors }) => visitors,
    () => true,
  )
  return all.map((engagement) => {
    const visitor = engagement.mentions[0]?.visitors[0]
    const others = all.filter((other) => other !== engagement && other.mentions[0]?.visitors[0] === visitor)
    const same = others.filter((other) => other.mentions[0]?.host === engagement.mentions[0]?.host)
    const cues = withWhole(engagementCues(engagement, document, engagement.mentions[0]?.visitors ?? []), [
      ...siblingCues(others),
      ...standingCues(engagement, all, same),
      ...openingCues(engagement),
    ])
    const anchor = Math.min(...engagement.mentions.slice(0, 1).map(({ anchor }) => anchor))
    return {
      ...engagement,
      cues,
      decision: decide('visit', cues, document.reader.weights, visitStatuses),
      id: engagementId(sha256, 'visit', view.raw(anchor)),
    }
  })
}

const kinds = ['state', 'official', 'friendship', 'working', 'private', 'event', 'transit', 'unspecified']

export const kindOf = (mentions: readonly VisitMention[]): string =>
  mentions.map(({ kind }) => kind).reduce((a, b) => (kinds.indexOf(b) < kinds.indexOf(a) ? b : a), 'unspecified')

export const visitClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] =>
  visits.flatMap((visit) => claimsOf(writing, visit))

const claimsOf = (writing: Writing, visit: DecidedVisit): Claim[] => {
  const { decision, mentions } = visit
  if (decision.status === 'none') return []
  const narrative = decision.status === 'background' ? 'background' : 'news'
  const first = mentions[0] as VisitMention
  const visitors = longest(mentions).map((entity) => writing.person(entity, first.anchor))
  const ended = mentions.filter((mention) => tellsEnd(writing.document, mention))
  const started = mentions.filter((mention) => mention.phase === 'start')
  const told = mentions.filter((mention) => !ended.includes(mention) && !started.includes(mention))
  const base = { visit: visit.id, visitors, host: first.host, kind: kindOf(mentions) }
  const tail = { narrative, scope: 'interstate' }
  const dates = { ...(visit.start ? { start: visit.start } : {}), ...(visit.end && !ended.length ? { end: visit.end } : {}) }
  const claim = (type: string, data: Record<string, unknown>, support: readonly VisitMention[]): Claim =>
    writing.claim(type, data, support, decision)
  const off = toldOff(mentions)
  // Told as put off, and by nothing as begun or over: it was put off, whatever else speaks of it.
  if (off && (decision.status === 'planned' || (decision.status === 'happened' && started.length + ended.length === 0))) {
    const { kind: _kind, ...rest } = base
    return [claim(`Visit${off}`, { ...rest, ...(visit.start ? { start: visit.start } : {}), ...tail }, mentions)]
  }
  if (decision.status === 'planned') return [claim('VisitAnnounced', { ...base, ...dates, ...tail }, mentions)]
  const claims: Claim[] = []
  // Of a visit of history it is told that it was, in whatever words, and at most that it is over.
  const past = decision.status === 'background'
  if (past) claims.push(claim('VisitReported', { ...base, ...dates, ...tail }, mentions))
  else if (told.length > 0 || started.length === 0)
    claims.push(claim('VisitReported', { ...base, ...dates, ...tail }, told.length > 0 ? told : mentions))
  const arrival = past ? undefined : (started.find(({ place }) => place) ?? started[0])
  if (arrival) {
    const place = arrival.place ? { place: arrival.place } : {}
    const dayPart = arrival.moment.dayPart && arrival.moment.start === visit.start ? { dayPart: arrival.moment.dayPart } : {}
    claims.push(claim('VisitStarted', { ...base, ...dates, ...place, ...dayPart, ...tail }, started))
  }
  if (ended.length > 0) {
    const last = ended.find(({ moment, phase }) => moment.start && phase === 'end') ?? (ended[0] as VisitMention)
    const { kind: _kind, ...rest } = base
    const end = last.moment.end ?? (last.phase === 'end' ? last.moment.start : null) ?? visit.end
    const left = ended.find(({ place }) => place)?.place
    claims.push(
      claim(
        'VisitEnded',
        {
          ...rest,
          ...(end ? { end } : {}),
          ...(left ? { place: left } : {}),
          ...(last.moment.dayPart ? { dayPart: last.moment.dayPart } : {}),
          ...tail,
        },
        ended,
      ),
    )
  }
  return claims
}

const longest = (mentions: readonly VisitMention[]): VisitMention['visitors'] =>
  mentions.map(({ visitors }) => visitors).reduce((a, b) => (b.length > a.length ? b : a))

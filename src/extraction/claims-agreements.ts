import type { Claim } from '../kernel/claim.ts'
import { engagementId } from '../kernel/ids.ts'
import { dateOfSigning } from './agreement-dates.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { agreementsOf } from './complete-agreements.ts'
import { joined } from './days.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
import type { ReadDocument } from './document.ts'
import { engagementCues } from './engagement-cues.ts'
import type { AgreementMention } from './mentions.ts'
import { isCover, saidOf, sameInstrument } from './same-instrument.ts'
import { type Decision, decide } from './status.ts'
import { type WeighedCues, withWhole } from './weighed-cues.ts'
import type { Writing } from './writing.ts'

export const agreementStatuses = ['signed', 'planned', 'background', 'mentioned', 'none'] as const

/** One instrument of the document with the decision on it. */
export interface DecidedAgreement {
  readonly mentions: readonly AgreementMention[]
  readonly cues: WeighedCues
  readonly decision: Decision
  readonly date: string | null
}

export const decideAgreements = (
  { document }: Writing,
  visits: readonly DecidedVisit[],
  meetings: readonly DecidedMeeting[],
): DecidedAgreement[] => {
  const engaged =
    visits.some(({ decision }) => decision.status !== 'none') ||
    meetings.some(({ decision, mentions }) => decision.status !== 'none' && mentions[0]?.scope === 'interstate')
  const groups: { mentions: AgreementMention[]; start: string | null; end: string | null }[] = []
  for (const mention of agreementsOf(document, visits, meetings)) {
    if (!isBetweenStates(document, mention, engaged)) continue
    const known = groups.slice(0, 60).find(({ mentions }) => sameInstrument(fullest(mentions), mention))
    if (known) {
      known.mentions.push(mention)
      known.start = joined(known.start, mention.moment.start)
    } else groups.push({ mentions: [mention], start: mention.moment.start, end: null })
  }
  const contact = contactOf(visits, meetings)
  return groups
    .filter(({ mentions }) => !isCovered(mentions, groups))
    .map((group) => {
      const told = engagementCues({ ...group, mentions: tellingOf(group.mentions) }, document, [])
      const reads = [...told.keys()].find((cue) => cue.startsWith('reads:')) ?? 'reads:open'
      const met = `contact:${contact(fullest(group.mentions).parties)}`
      const cues = withWhole(told, [
        engaged ? 'document:engaged' : 'document:alone',
        met,
        `${reads}+${met}`,
        ...[...told.keys()].filter((cue) => cue.startsWith('by:')).map((cue) => `${reads}+${cue}`),
      ])
      const decision = decide('agreement', cues, document.reader.weights, agreementStatuses)
      const date = decision.status === 'signed' ? dateOfSigning(document, group.mentions, group.start) : group.start
      return { mentions: group.mentions, cues, decision, date }
    })
}

/** “ký văn kiện” beside the numbers and titles of what was signed is no further instrument. */
const isCovered = (mentions: readonly AgreementMention[], all: readonly { readonly mentions: readonly AgreementMention[] }[]): boolean =>
  mentions.every(isCover) &&
  all.some(
    (other) =>
      other.mentions !== mentions &&
      other.mentions.some(
        (mention) =>
          !isCover(mention) &&
          mention.draft.instrument !== 'joint-statement' &&
          mention.parties.join() === mentions[0]?.parties.join() &&
          mentions.some((cover) => saidOf(cover) === saidOf(mention)),
      ),
  )

/** How the document tells of the contact of two countries: what is signed is signed by those who meet, what they once signed is history. */
const contactOf = (visits: readonly DecidedVisit[], meetings: readonly DecidedMeeting[]): ((parties: readonly string[]) => string) => {
  const told = new Map<string, Set<string>>()
  const add = (countries: readonly (string | null | undefined)[], status: string): void => {
    const pair = [...new Set(countries)].sort().join()
    if (status !== 'none') told.set(pair, (told.get(pair) ?? new Set()).add(status === 'held' ? 'happened' : status))
  }
  for (const { mentions, decision } of visits) add([mentions[0]?.visitors[0]?.country, mentions[0]?.host], decision.status)
  for (const { mentions, decision } of meetings) add(mentions[0]?.participants.map(({ country }) => country) ?? [], decision.status)
  return (parties) => {
    const statuses = told.get([...parties].sort().join())
    return ['happened', 'planned', 'background'].find((status) => statuses?.has(status)) ?? (told.size > 0 ? 'others' : 'none')
  }
}

/**
 * Firms, clubs and householders sign contracts too. An instrument is one of states where its title names two of them, or
 * where the document tells of their office holders in contact, or its sentence of “hai nước”, or of two countries in a
 * row and of no firm: “Hàn Quốc và Mỹ đã ký thỏa thuận”.
 */
const isBetweenStates = ({ sentences }: ReadDocument, { draft, sentence }: AgreementMention, engaged: boolean): boolean => {
  if (engaged || draft.parties.length >= 2) return true
  if (draft.instrument === 'contract') return false
  const items = sentences[sentence]?.items ?? []
  if (items.some(({ kind }) => kind === 'pair.countries' || kind === 'pair.office')) return true
  return (
    !items.some(({ kind }) => kind === 'firm') &&
    items.some(
      ({ kind }, i) =>
        kind === 'country' && items[i + 2]?.kind === 'country' && /^(?:conj|prep\.with|mark-)$/.test(items[i + 1]?.kind ?? ''),
    )
  )
}

/**
 * The mentions that the decision rests on: where one tells what was done, those that only name the instrument again say
 * nothing against it.
 */
const tellingOf = (mentions: readonly AgreementMention[]): AgreementMention[] => {
  const telling = mentions.filter(({ cues }) => cues.some((cue) => /^reads:(?:signed|reached|planned|background|wished)$/.test(cue)))
  const isNamed = mentions.some(({ draft, title }) => title !== null && !draft.cues.includes('bare'))
  const shapeless = ({ cues, ...mention }: AgreementMention): AgreementMention => ({
    ...mention,
    cues: cues.filter((cue) => !/^(?:bare(?:$|:)|title:0|this$)/.test(cue)),
  })
  const chosen = telling.length === 0 ? [...mentions] : telling
  return isNamed ? chosen.map(shapeless) : chosen
}

/** The mention that tells most of an instrument. */
const fullest = (mentions: readonly AgreementMention[]): AgreementMention =>
  mentions.reduce((a, b) => ((b.title?.length ?? 0) > (a.title?.length ?? 0) ? b : a))

const types: Readonly<Record<string, string>> = {
  signed: 'AgreementSigned',
  background: 'AgreementSigned',
  planned: 'AgreementAnnounced',
  mentioned: 'AgreementReferenced',
}

export const agreementClaims = (writing: Writing, visits: readonly DecidedVisit[], meetings: readonly DecidedMeeting[]): Claim[] =>
  decideAgreements(writing, visits, meetings).flatMap(({ mentions, decision, date }) => {
    const type = types[decision.status]
    if (!type) return []
    const best = fullest(mentions)
    const { draft } = best
    const visit = visits.find(
      (candidate) =>
        candidate.decision.status === 'happened' &&
        best.parties.includes(candidate.mentions[0]?.host ?? '') &&
        best.parties.includes(candidate.mentions[0]?.visitors[0]?.country ?? ''),
    )
    const told = decision.status === 'signed' || decision.status === 'background'
    const role = told ? mentions.find((mention) => mention.draft.role)?.draft.role : null
    const data = {
      agreement: engagementId(writing.sha256, 'agreement', writing.view.raw((mentions[0] as AgreementMention).anchor)),
      ...(visit && decision.status === 'signed' ? { visit: visit.id } : {}),
      ...(best.title ? { title: best.title.slice(0, 1000) } : {}),
      instrument: draft.instrument,
      count: draft.count,
      countQualifier: draft.qualifier,
      parties: best.parties,
      ...(date ? { date } : {}),
      ...(role ? { role } : {}),
      narrative: decision.status === 'background' ? 'background' : 'news',
      scope: 'interstate',
    }
    return [writing.claim(type, data, mentions, decision)]
  })

import type { MeetingDraft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import { candidatesBefore } from './clause.ts'
import { momentOf } from './clause-dates.ts'
import { placeOf } from './clause-places.ts'
import { cuesOf } from './cues.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import { landOf, ordinalOf } from './meeting-marks.ts'
import { type Sides, sidesOf } from './meeting-sides.ts'
import type { MeetingMention } from './mentions.ts'
import type { Drafted } from './run-rules.ts'

/** Drafts of meetings with both sides. A side that the clause leaves out comes from its subject, or from the pair spoken of. */
export const meetingsOf = (document: ReadDocument): MeetingMention[] => {
  const mentions: MeetingMention[] = []
  for (const drafted of draftsOf<MeetingDraft>(document, 'meeting')) {
    if (isDenied(drafted)) continue
    if (drafted.draft.scope) mentions.push(...otherMeeting(document, drafted))
    else for (const sides of sidesOf(document, drafted, mentions)) mentions.push(mentionOf(document, drafted, sides))
  }
  return mentions.map((mention) => (mention.weak || mention.open ? withinTold(mention, mentions) : mention))
}

/** “bác thông tin rằng A sắp gặp B”. */
const isDenied = ({ sentence, match }: Drafted): boolean => sentence.items.slice(0, match.at).some(({ kind }) => kind === 'asp.deny')

/**
 * A sign of a meeting, or word that two spoke, belongs to the meeting of the same people that the text tells nearest to
 * it, by phone or in person. Of a sign nothing but that it is one counts then.
 */
const withinTold = (mention: MeetingMention, mentions: readonly MeetingMention[]): MeetingMention => {
  const { weak, participants, anchor } = mention
  const same = mentions.filter(
    (other) =>
      !other.weak &&
      !other.open &&
      other.form !== 'ceremony' &&
      other.participants.length === participants.length &&
      other.participants.every((entity) => participants.includes(entity)),
  )
  const told = same.findLast((other) => other.anchor <= anchor) ?? same[0]
  if (!told) return mention
  const form = told.form === 'phone' ? 'phone' : mention.form
  return weak ? { ...mention, form, cues: mention.cues.filter((cue) => signs.test(cue)) } : { ...mention, form }
}

const signs = /^(?:agree|hands|shown|chair|tell)$/

const mentionOf = (document: ReadDocument, drafted: Drafted<MeetingDraft>, sides: Sides): MeetingMention => {
  const { draft, sentence, match } = drafted
  const moment = momentOf(document, drafted, draft.when, 'event')
  const countries = new Set(sides.participants.flatMap(({ country }) => country ?? []))
  const place = placeOf(document, drafted)
  return {
    participants: sides.participants,
    form: draft.form,
    place,
    land: landOf(sentence, place),
    ordinal: ordinalOf(document, drafted),
    receiver: draft.receives ? (sides.participants[0] ?? null) : null,
    scope: countries.size > 1 ? 'interstate' : 'domestic',
    weak: draft.weak === true,
    open: draft.open === true,
    other: null,
    evidence: evidenceOf(sentence, drafted, sides.item, attributionOf(sentence, match.at)),
    anchor: sides.anchor.start,
    rule: drafted.rule,
    moment,
    cues: [
      ...cuesOf(drafted, moment, document.moments.main, draft.nominal),
      ...(sides.how === 'stated' ? [] : [`side:${sides.how}`]),
      ...(sides.participants.some(({ group }) => group) ? ['group'] : []),
      ...(sides.participants.some(({ name, group }) => name === null && !group) ? ['unnamed'] : []),
      `form:${draft.form}`,
      drafted.rule.split('/')[2] as string,
    ],
    sentence: drafted.index,
    doubt: [
      ...(sides.joint ? ['distributive-reading'] : []),
      ...(sides.how === 'discourse' || sides.how === 'pair' ? ['inferred-participant'] : []),
    ],
    attribution: attributionOf(sentence, match.at),
  }
}

const otherMeeting = (document: ReadDocument, drafted: Drafted<MeetingDraft>): MeetingMention[] => {
  const { draft, match, sentence } = drafted
  const subject = candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)
  const host = subject?.entities[0]
  if (!host || !draft.other || !draft.scope || host.name === null) return []
  const moment = momentOf(document, drafted, draft.when, 'event')
  return [
    {
      participants: [host],
      form: draft.form,
      place: null,
      land: null,
      ordinal: null,
      receiver: draft.receives ? host : null,
      scope: draft.scope,
      weak: false,
      open: false,
      other: draft.other,
      evidence: { start: (sentence.items[match.at] as Item).start, end: draft.other.end },
      anchor: draft.other.start,
      rule: drafted.rule,
      moment,
      cues: cuesOf(drafted, moment, document.moments.main, false),
      sentence: drafted.index,
      doubt: [],
      attribution: attributionOf(sentence, match.at),
    },
  ]
}

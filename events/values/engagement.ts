import { z } from 'zod'
import { type EngagementKind, engagementLetters } from '../../src/kernel/ids.ts'

const idOf = (kind: EngagementKind) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{12}/${engagementLetters[kind]}@\\d{1,9}$`), `an id such as 0123456789ab/${engagementLetters[kind]}@130`)
    .meta({ identity: kind })

/** Ids of engagements as one document reports them: first 12 hex digits of the document, then where the anchor starts. */
export const VisitId = idOf('visit')
export const MeetingId = idOf('meeting')
export const ForumId = idOf('forum')
export const AgreementId = idOf('agreement')
export const RelationshipId = idOf('relationship')
export const FigureId = idOf('figure')

/** `news`: what the document is about; `background`: past told as context. */
export const Narrative = z.enum(['news', 'background'])

/** `interstate`; `domestic` (own embassy, two leaders of one country); `private` (firms, societies). */
export const Scope = z.enum(['interstate', 'domestic', 'private'])

export const VisitKind = z.enum(['state', 'official', 'working', 'friendship', 'event', 'private', 'transit', 'unspecified'])
export const MeetingForm = z.enum(['talks', 'call', 'reception', 'meeting', 'phone', 'multilateral', 'ceremony'])
export const Instrument = z.enum([
  'treaty',
  'agreement',
  'mou',
  'protocol',
  'joint-statement',
  'plan',
  'letter-of-intent',
  'contract',
  'documents',
  'other',
])

/** `agreements` of a treaty's lifecycle: ký, trao, thông qua/ra. */
export const AgreementRole = z.enum(['signed', 'exchanged', 'adopted'])

/** How a number of instruments is meant: `7`, `hơn 10`, `khoảng 10`, `một số`. */
export const CountQualifier = z.enum(['exact', 'at-least', 'about', 'indefinite'])

/** A place as written: a city or a venue. */
export const Place = z.string().min(1).max(300)

/** Any engagement, for links that speak of all kinds. */
export const EngagementId = z
  .string()
  .regex(/^[0-9a-f]{12}\/[vmfarq]@\d{1,9}$/, 'an id such as 0123456789ab/v@130')
  .meta({ identity: 'engagement' })

import type { Language } from '../../kernel/reading.ts'
import { readerOf } from './reader.ts'
import { agreementRules } from './rules/agreement.ts'
import { figureRules } from './rules/figure.ts'
import { forumRules } from './rules/forum.ts'
import { invitationRules } from './rules/invitation.ts'
import { meetingRules } from './rules/meeting.ts'
import { relationshipRules } from './rules/relationship.ts'
import { visitRules } from './rules/visit.ts'

/** Vietnamese diplomatic reporting. */
export const vietnamese: Language = {
  code: 'vi',
  version: '1.0.0',
  rules: [
    ...visitRules,
    ...meetingRules,
    ...forumRules,
    ...invitationRules,
    ...agreementRules,
    ...relationshipRules,
    ...figureRules,
  ] as Language['rules'],
  tables: ['countries', 'places', 'offices', 'portfolios', 'instruments', 'forums', 'lexicon', 'weights'],
  prepare: readerOf,
}

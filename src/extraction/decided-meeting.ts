import type { Engagement } from './assemble.ts'
import type { MeetingMention } from './mentions.ts'
import type { Decision } from './status.ts'
import type { WeighedCues } from './weighed-cues.ts'

/** One meeting of the document with the decision on it. */
export interface DecidedMeeting extends Engagement<MeetingMention> {
  readonly cues: WeighedCues
  readonly decision: Decision
  readonly id: string
}

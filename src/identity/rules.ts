import { agreements } from './agreements.ts'
import { figures } from './figures.ts'
import { forums } from './forums.ts'
import { meetings } from './meetings.ts'
import type { OccurrenceRule } from './occurrence-rule.ts'
import { relationships } from './relationships.ts'
import { visits } from './visits.ts'

/** How the engagements of each kind are known again. One more kind is one more file and one more line. */
export const occurrenceRules = [visits, meetings, forums, agreements, relationships, figures] as readonly OccurrenceRule<unknown>[]

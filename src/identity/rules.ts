import type { OccurrenceRule } from './occurrences.ts'
import { visits } from './visits.ts'

/** How the engagements of each kind are known again. One more kind is one more file and one more line. */
export const occurrenceRules: readonly OccurrenceRule<never>[] = [visits as OccurrenceRule<never>]

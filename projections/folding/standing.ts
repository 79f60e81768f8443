import { z } from 'zod'

/** What an engagement is. */
export const EngagementType = z.enum(['visit', 'meeting', 'forum', 'agreement', 'relationship', 'invitation'])
export type EngagementType = z.output<typeof EngagementType>

/** How far an engagement has come, as documents tell; the last one that any tells is where it stands. */
export const statuses = ['referenced', 'invited', 'announced', 'postponed', 'cancelled', 'happened'] as const
export const Status = z.enum(statuses)
export type Status = z.output<typeof Status>

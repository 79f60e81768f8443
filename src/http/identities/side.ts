import type { Why } from '../../ledger.ts'
import { pointerOf } from '../frame/links.ts'
import type { Reading } from '../frame/reading.ts'
import { isRecord } from '../html/shapes.ts'
import { engagementOf } from '../rows/claims.ts'
import { findEngagement } from '../rows/find-engagement.ts'
import type { Overlay } from '../rows/overlay-at.ts'
import { kindOfId } from './doubt.ts'

export type Telling = Why['events'][number]

/** What the documents say under one of two ids, or under all that stand for the same. */
export interface Side {
  readonly id: string
  readonly ids: ReadonlySet<string>
  /** Claims, with their words in their sentences; the latest ones of a long history. */
  readonly tellings: readonly Telling[]
  /** Claims of a long history that are left out. */
  readonly earlier: number
}

/** Claims of a side that are looked at. */
const mostTellings = 100

/** The two sides. Ids that are taken for one are told apart by what each document wrote; others are shown with all that stands for the same. */
export const sidesOf = async (reading: Reading, [a, b]: readonly [string, string], overlay: Overlay): Promise<[Side, Side]> => {
  const linked = overlay.canonical(a) === overlay.canonical(b)
  const idsOf = (id: string) => new Set(linked ? [id] : overlay.members(id))
  return [await sideOf(reading, a, idsOf(a)), await sideOf(reading, b, idsOf(b))]
}

const sideOf = async (reading: Reading, id: string, ids: ReadonlySet<string>): Promise<Side> => {
  const why = await whyOf(reading, id)
  if (!why) return { id, ids, tellings: [], earlier: 0 }
  const isPerson = kindOfId(id) === 'person'
  const tells = ({ event }: Telling): boolean =>
    isPerson ? peopleIn(event.data).some((person) => ids.has(person.id)) : ids.has(engagementOf(event.data) ?? '')
  return { id, ids, tellings: why.events.filter(tells), earlier: why.earlier }
}

const whyOf = async (reading: Reading, id: string): Promise<Why | null> => {
  const past = reading.position >= reading.tip ? {} : { asOf: String(Math.max(reading.position, 0)) }
  if (kindOfId(id) !== 'person') {
    const found = await findEngagement(reading, id)
    return found && reading.ledger.why(found.whence.view, found.whence.key, pointerOf(found.path), { ...past, limit: mostTellings })
  }
  const key = (await reading.viewIfAny('people'))?.keyOf(id)
  return key === undefined ? null : reading.ledger.why('people', key, '', { ...past, limit: mostTellings })
}

export interface PersonTold {
  readonly id: string
  readonly name: string | null
  readonly office?: string
  readonly role?: string
  readonly country?: string
}

/** Everybody whom a claim names. */
export const peopleIn = (data: unknown): PersonTold[] =>
  Object.values(data as object).flatMap((value) =>
    Array.isArray(value) ? value.filter((one): one is PersonTold => isRecord(one) && typeof one.id === 'string' && 'name' in one) : [],
  )

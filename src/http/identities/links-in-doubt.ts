import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Reading, Source } from '../frame/reading.ts'
import { decisionsAt } from '../rows/corrections.ts'
import type { Overlay } from '../rows/overlay-at.ts'
import { type EventIndex, eventIndex } from '../search/event-index.ts'

/** What a link by which ids are one says, and on what it rests. */
export interface Link {
  readonly people?: readonly string[]
  readonly engagements?: readonly string[]
  readonly relation?: 'same' | 'part-of'
  readonly basis: { readonly rule: string; readonly says: string; readonly score?: number }
}

/** Why a link in doubt is asked about. */
export const unreviewedLink = 'unreviewed-link'

export const idsOfLink = ({ people, engagements }: Link): readonly string[] => people ?? engagements ?? []

/** Links below this score rest on a likeness that can mislead: part of a name, another spelling, the only holder of an office. */
const certainEnough = 0.8

export const weakLinkIndex = (ledger: Pick<Source, 'store'>): EventIndex =>
  eventIndex(ledger, isWeak, ['PeopleMerged', 'EngagementsMerged'])

const isWeak = ({ data, doubt = [] }: RecordedEvent): boolean => {
  const { basis, relation } = data as Link
  return relation !== 'part-of' && (doubt.length > 0 || (basis.score ?? 1) < certainEnough)
}

/** The links in force that a rule was not sure of and that nobody has called right, as of the page. */
export const linksInDoubt = async (reading: Reading, index: EventIndex, overlay: Overlay): Promise<RecordedEvent<string, Link>[]> => {
  const decided = await decisionsAt(reading)
  const isRight = (id: string): boolean => (decided.get(id)?.reviews.at(-1)?.data as { verdict?: string } | undefined)?.verdict === 'right'
  const weak = (await index.upTo(reading.position)) as readonly RecordedEvent<string, Link>[]
  return weak.filter(({ id }) => overlay.correction(id) !== undefined && !isRight(id))
}

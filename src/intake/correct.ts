import type { NewEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import { digestOf } from '../kernel/ids.ts'
import type { Draft } from '../recording/draft.ts'
import { findEvent } from '../store/find-event.ts'
import type { Correction } from './correction.ts'
import { mergePatch } from './merge-patch.ts'
import type { Rooms } from './rooms.ts'
import { corrections, redoable, undoable } from './undo.ts'

/** What will be, or was, appended for a correction. */
export interface CorrectionPlan {
  readonly stream: string
  readonly drafts: readonly Draft[]
  /** The text that the evidence of an added claim is held against. */
  readonly text: string | null
}

export type Rest = Pick<Rooms, 'store' | 'register' | 'archive' | 'recorder'>

/** Appends a correction. Faults: `no-such-event`, `invalid-correction`, `invalid-event`, `evidence-mismatch`. */
export const correct = async (rooms: Rest, correction: Correction, by: string): Promise<readonly NewEvent[]> => {
  const { stream, drafts, text } = await planOf(rooms, correction, by)
  const { events } = await rooms.recorder.record(stream, drafts, { by, text, expectedRevision: 'any' })
  return events
}

/** What a correction would append; nothing is written. */
export const planOf = async (rooms: Rest, correction: Correction, by: string): Promise<CorrectionPlan> => {
  if (correction.verb === 'add') return addition(rooms, correction)
  return { stream: corrections, drafts: await draftsOf(rooms, correction, by), text: null }
}

const draftsOf = async (rooms: Rest, correction: Exclude<Correction, { verb: 'add' }>, by: string): Promise<Draft[]> => {
  switch (correction.verb) {
    case 'retract':
      return retractions(correction.events, correction.because)
    case 'amend':
      return [await amendment(rooms, correction)]
    case 'merge-people':
      return [{ type: 'PeopleMerged', data: { people: correction.people, basis: human(correction.because) } }]
    case 'separate-people':
      return [{ type: 'PeopleSeparated', data: { a: correction.a, b: correction.b, because: correction.because } }]
    case 'rename-person':
      return [
        {
          type: 'PeopleSeparated',
          data: { person: correction.person, documents: correction.documents, as: correction.as, because: correction.because },
        },
      ]
    case 'merge':
      return [
        {
          type: 'EngagementsMerged',
          data: {
            kind: kindOf(correction.engagements),
            engagements: correction.engagements,
            relation: correction.relation,
            basis: human(correction.because),
          },
        },
      ]
    case 'separate':
      return [{ type: 'EngagementsSeparated', data: { a: correction.a, b: correction.b, because: correction.because } }]
    case 'review':
      return [{ type: 'EventReviewed', data: { event: correction.event, verdict: correction.verdict, because: correction.because } }]
    case 'undo':
      return retractions(await targets(undoable(rooms.store, by), 'undo', by), correction.because ?? 'undo')
    case 'redo':
      return retractions(await targets(redoable(rooms.store, by), 'redo', by), correction.because ?? 'redo')
  }
}

const retractions = (events: readonly string[], because: string): Draft[] =>
  events.map((event) => ({ type: 'EventRetracted', data: { event, because } }))

const human = (because: string) => ({ rule: 'human', says: because })

const targets = async (events: Promise<readonly string[] | undefined>, verb: string, by: string): Promise<readonly string[]> => {
  const found = await events
  if (found) return found
  throw new Fault('no-such-event', {
    attempted: `${verb} a correction`,
    found: `nothing of ${by} to ${verb}`,
    expected: 'a correction by the same person',
  })
}

/** The last amendment in force wins; a patch is laid over what the event said itself, so that it can be read alone. */
const amendment = async (
  { store, register }: Rest,
  { event: id, data, because }: Extract<Correction, { verb: 'amend' }>,
): Promise<Draft> => {
  const event = await findEvent(store, id)
  const definition = event && register.get(event.type)
  if (!event || !definition)
    throw new Fault('no-such-event', {
      attempted: `amend ${id}`,
      found: event ? `an unknown kind of event, ${event.type}` : 'no such event',
      event: id,
    })
  const current = definition.upcast(event.data, event.version)
  return {
    type: 'EventAmended',
    data: { event: id, of: { type: event.type, version: definition.version }, data: definition.parse(mergePatch(current, data)), because },
  }
}

const addition = async (
  { archive }: Rest,
  { document, type, data, quote, because }: Extract<Correction, { verb: 'add' }>,
): Promise<CorrectionPlan> => {
  const sha256 = digestOf(document) ?? document
  const text = await archive.text(sha256)
  const start = text.indexOf(quote)
  if (quote === '' || start < 0)
    throw new Fault('evidence-mismatch', {
      attempted: `add ${type} to ${document}`,
      found: `no “${quote}” in its text`,
      expected: 'words that stand in the document',
    })
  return {
    stream: `document/${sha256}`,
    drafts: [{ type, data, evidence: [{ start, end: start + quote.length, quote }], rule: `human: ${because}` }],
    text,
  }
}

const kinds: Readonly<Record<string, string>> = { v: 'visit', m: 'meeting', f: 'forum', a: 'agreement', r: 'relationship', q: 'figure' }

const kindOf = (engagements: readonly string[]): string => {
  const letters = new Set(engagements.map((id) => /\/([vmfarq])@/.exec(id)?.[1] ?? '?'))
  const [letter] = letters
  const kind = letter === undefined ? undefined : kinds[letter]
  if (letters.size === 1 && kind) return kind
  throw new Fault('invalid-correction', {
    attempted: `merge ${engagements.join(', ')}`,
    found: 'ids of different kinds',
    expected: 'engagements of one kind, ids such as 0123456789ab/v@130',
  })
}

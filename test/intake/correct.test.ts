import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { DocumentRegistered, VisitStarted, vocabulary } from '../../events/index.ts'
import { memoryArchive } from '../../src/documents/memory-archive.ts'
import { correct, type Rest } from '../../src/intake/correct.ts'
import { mergePatch } from '../../src/intake/merge-patch.ts'
import { isFault } from '../../src/kernel/fault.ts'
import { createRecorder } from '../../src/recording/recorder.ts'
import { findEvent } from '../../src/store/find-event.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

const text = 'Sáng 14/9, Thủ tướng Nguyễn Tấn Dũng đã đến Astana. Tối 15/9, ông rời Astana.'
const sha256 = createHash('sha256').update(text).digest('hex')
const stream = `document/${sha256}`
let rooms: Rest
let claim: string

beforeEach(async () => {
  const store = openMemoryStore()
  const recorder = createRecorder(store, vocabulary)
  const archive = memoryArchive()
  await archive.put({ sha256, bytes: new TextEncoder().encode(text), text })
  rooms = { store, recorder, archive, register: vocabulary }
  const { events } = await recorder.record(
    stream,
    [
      { type: 'DocumentRegistered', data: DocumentRegistered.example },
      { type: 'VisitStarted', data: VisitStarted.example, evidence: [{ start: 0, end: 9, quote: 'Sáng 14/9' }] },
    ],
    { by: 'extractor vi@1.0.0', text, expectedRevision: 'no-stream' },
  )
  claim = events[1]?.id as string
})

const last = async () => (await rooms.store.read({ stream: 'corrections', backwards: true }).toArray())[0]

describe('corrections', () => {
  test('an amendment gives only what changes and is recorded whole', async () => {
    await correct(rooms, { verb: 'amend', event: claim, data: { host: 'UZ', place: null }, because: 'misread' }, 'Lan')
    const { place: _, ...rest } = VisitStarted.example as Record<string, unknown>
    expect((await last()).data.data).toEqual({ ...rest, host: 'UZ' })
  })

  test('a claim added by hand stands in its document, by a person, with its quote', async () => {
    const data = {
      visit: '0123456789ab/v@52',
      visitors: VisitStarted.example.visitors,
      host: 'KZ',
      end: 'XXXX-09-15',
      narrative: 'news',
      scope: 'interstate',
    }
    const [added] = await correct(
      rooms,
      { verb: 'add', document: sha256, type: 'VisitEnded', data, quote: 'ông rời Astana', because: 'missed' },
      'Lan',
    )
    const event = await findEvent(rooms.store, added?.id as string)
    expect(event).toMatchObject({ stream, revision: 2, by: 'Lan', evidence: [{ start: 62, end: 76, quote: 'ông rời Astana' }] })
  })

  test('words that the document lacks are no evidence', async () => {
    const attempt = correct(
      rooms,
      { verb: 'add', document: sha256, type: 'VisitEnded', data: {}, quote: 'rời Hà Nội', because: 'x' },
      'Lan',
    )
    await expect(attempt).rejects.toSatisfy((error) => isFault(error, 'evidence-mismatch'))
  })

  test('engagements of two kinds are not merged', async () => {
    const engagements = ['0123456789ab/v@1', '0123456789ab/m@2']
    await expect(correct(rooms, { verb: 'merge', engagements, relation: 'same', because: 'x' }, 'Lan')).rejects.toSatisfy((error) =>
      isFault(error, 'invalid-correction'),
    )
  })

  test('undo walks back over your own corrections, redo brings them again', async () => {
    const review = (because: string, by: string) => correct(rooms, { verb: 'review', event: claim, verdict: 'right', because }, by)
    const [first] = await review('first', 'Lan')
    const [second] = await review('second', 'Lan')
    await review('not mine', 'Minh')
    const undone = async () => (await last()).data.event
    await correct(rooms, { verb: 'undo' }, 'Lan')
    expect(await undone()).toBe(second?.id)
    await correct(rooms, { verb: 'undo' }, 'Lan')
    expect(await undone()).toBe(first?.id)
    const [, undoOfSecond] = (await rooms.store.read({ stream: 'corrections', types: ['EventRetracted'] }).toArray()).reverse()
    const [undoOfFirst] = (await rooms.store.read({ stream: 'corrections', types: ['EventRetracted'] }).toArray()).reverse()
    await expect(correct(rooms, { verb: 'undo' }, 'Lan')).rejects.toSatisfy((error) => isFault(error, 'no-such-event'))
    await correct(rooms, { verb: 'redo' }, 'Lan')
    expect(await undone()).toBe(undoOfFirst.id)
    await correct(rooms, { verb: 'redo' }, 'Lan')
    expect(await undone()).toBe(undoOfSecond.id)
    await expect(correct(rooms, { verb: 'redo' }, 'Lan')).rejects.toSatisfy((error) => isFault(error, 'no-such-event'))
  })

  test('what was corrected together is undone and redone together', async () => {
    const [review] = await correct(rooms, { verb: 'review', event: claim, verdict: 'unsure', because: 'look again' }, 'Lan')
    await correct(rooms, { verb: 'retract', events: [claim, review?.id as string], because: 'both' }, 'Lan')
    expect(await correct(rooms, { verb: 'undo' }, 'Lan')).toHaveLength(2)
    expect(await correct(rooms, { verb: 'redo' }, 'Lan')).toHaveLength(2)
    expect(await correct(rooms, { verb: 'undo' }, 'Lan')).toHaveLength(2)
    expect(await correct(rooms, { verb: 'undo' }, 'Lan')).toHaveLength(1)
  })

  test('a new correction ends what could be redone', async () => {
    const review = (because: string) => correct(rooms, { verb: 'review', event: claim, verdict: 'right', because }, 'Lan')
    await review('first')
    await correct(rooms, { verb: 'undo' }, 'Lan')
    await review('second')
    await expect(correct(rooms, { verb: 'redo' }, 'Lan')).rejects.toSatisfy((error) => isFault(error, 'no-such-event'))
  })

  test('a reason is required', async () => {
    const attempt = correct(rooms, { verb: 'retract', events: [claim], because: '  ' }, 'Lan')
    await expect(attempt).rejects.toSatisfy((error) => isFault(error, 'invalid-event'))
  })
})

test('a merge patch is RFC 7396', () => {
  expect(mergePatch({ a: 'b', c: { d: 'e', f: 'g' } }, { a: 'z', c: { f: null } })).toEqual({ a: 'z', c: { d: 'e' } })
  expect(mergePatch({ a: [1] }, { a: [2, 3] })).toEqual({ a: [2, 3] })
  expect(mergePatch('x', { a: null })).toEqual({})
})

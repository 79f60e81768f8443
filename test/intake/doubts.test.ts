import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { ingest } from '../../src/intake/ingest.ts'
import type { Rooms } from '../../src/intake/rooms.ts'
import { engagementId, personId } from '../../src/kernel/ids.ts'
import { roomsInMemory, version } from './rooms-in-memory.ts'

let rooms: Rooms

beforeEach(() => {
  rooms = roomsInMemory()
})

/** Takes in a text that tells of a visit which began on a day, or on no day that it gives; answers its doubts. */
const tell = async (text: string, start?: string) => {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const claim = {
    type: 'VisitStarted',
    data: {
      visit: engagementId(sha256, 'visit', 0),
      visitors: [{ id: personId('Lê Văn Mẫu', 'VN'), name: 'Lê Văn Mẫu', country: 'VN' }],
      host: 'KZ',
      kind: 'official',
      ...(start ? { start } : {}),
      narrative: 'news',
      scope: 'interstate',
    },
    evidence: [{ start: 0, end: 4, quote: text.slice(0, 4) }],
    rule: 'vi/visit/arrival',
  }
  const document = { sha256, bytes, mediaType: 'text/plain', name: text, text, reader: 'text@1.0.0', metadata: {}, findings: [] }
  await rooms.archive.put(document)
  const taken = await ingest(rooms, text, { document, extraction: { ...version, claims: [claim], uncoded: [], findings: [] } })
  if (taken.outcome !== 'ingested') throw new Error(`it was ${taken.outcome}`)
  return taken.findings
}

describe('what a document adds to others', () => {
  test('one that agrees with them is not in doubt', async () => {
    expect(await tell('Bản tin một', '2012-09-14')).toEqual([])
    expect(await tell('Bản tin hai', '2012-09-14')).toEqual([])
  })

  test('another day for the same visit is a conflict, told with the document that brings it', async () => {
    await tell('Bản tin một', '2012-09-14')
    expect(await tell('Bản tin hai', '2012-09-15')).toEqual([{ code: 'conflicting-reports', says: 'start: 09-14 or 09-15' }])
  })

  test('a report without a day that fits two visits says so', async () => {
    await tell('Bản tin một', '2012-09-14')
    await tell('Bản tin hai', '2014-03-02')
    const [finding, ...others] = await tell('Bản tin ba')
    expect(finding).toMatchObject({ code: 'ambiguous-engagement', says: expect.stringContaining('fits 2 engagements') })
    expect(others).toEqual([])
  })

  test('the doubts of other documents stay theirs', async () => {
    await tell('Bản tin một', '2012-09-14')
    await tell('Bản tin hai', '2012-09-15')
    expect(await tell('Bản tin ba', '2019-05-06')).toEqual([])
  })
})

test('what was doubtful in reading a document stays with its registration', async () => {
  const bytes = new TextEncoder().encode('Bản tin bốn')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const guessed = { code: 'decoding-guessed', says: 'the character encoding was taken to be tcvn' } as const
  const document = { sha256, bytes, mediaType: 'text/plain', name: 'bốn', text: 'Bản tin bốn', reader: 'text@1.0.0', metadata: {} }
  await rooms.archive.put(document)
  const extraction = { ...version, claims: [], uncoded: [], findings: [] }
  await ingest(rooms, 'bốn', { document: { ...document, findings: [guessed, guessed] }, extraction })
  const events = []
  for await (const event of rooms.store.read()) events.push(event)
  expect(events.map(({ type, doubt }) => [type, doubt])).toEqual([
    ['DocumentRegistered', ['decoding-guessed']],
    ['DocumentRead', undefined],
  ])
})

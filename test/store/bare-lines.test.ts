import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineOf, type NewEvent, type RecordedEvent } from '../../src/kernel/envelope.ts'
import { bareLines } from '../../src/store/file/line-readers.ts'

/** Words that look like parts of a line, and letters that take several bytes. */
const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    ',"data":',
    ',"data":{',
    '","data":{}',
    ',"evidence":[',
    '{',
    '[',
    '","evidence":[]}',
    '"',
    '\\',
    '\\"',
    'Hội đàm',
    '👋',
    '\u2028',
    'document/ab',
  ),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('fields')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  fields: fc.dictionary(fc.oneof(word, fc.constantFrom('data', 'evidence', 'more')), tie('value'), { maxKeys: 3 }),
})).fields
const anyEvent: fc.Arbitrary<RecordedEvent> = fc.record(
  {
    position: fc.integer({ min: 0, max: 1e9 }),
    type: fc.oneof(fc.constantFrom('NoteTaken', 'Ghi chú', 'a"b'), fc.string({ minLength: 1 })),
    stream: fc.oneof(fc.constantFrom('document/ab', 'document/cd', 'tài-liệu/1'), word),
    revision: fc.nat(),
    version: fc.integer({ min: 1, max: 20 }),
    id: word,
    recorded: fc.constant('2026-11-20T10:00:00.000Z'),
    by: word,
    rule: word,
    doubt: fc.array(word),
    more: fc.constant(true as const),
    data: json,
    evidence: fc.array(fc.record({ start: fc.nat(), end: fc.nat(), quote: word })),
  },
  { requiredKeys: ['position', 'type', 'stream', 'revision', 'version', 'id', 'recorded', 'by', 'data', 'evidence'] },
)

const read = (text: string, { position, type }: { position: number; type: string }, types = [type]) => {
  const bytes = Buffer.from(`earlier\n${text}\nlater\n`)
  return bareLines(types)('log')(bytes, 8, bytes.length - 7, position, String(position).length)
}

describe('an event read bare off its line', () => {
  test('is the event that the line holds, whatever stands in it', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { by, rule, doubt, more, evidence, ...bare } = JSON.parse(lineOf(event)) as RecordedEvent
        expect(read(lineOf(event), event)).toMatchObject(bare)
      }),
      { numRuns: 500 },
    )
  })

  test('one after the other, of streams that change or stay', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        const [types, lines] = [events.map(({ type }) => type), events.map((event) => Buffer.from(lineOf(event)))]
        const reader = bareLines(types)('log')
        const found = events.map((event, at) => {
          const bytes = lines[at] as Buffer
          return reader(bytes, 0, bytes.length, event.position, String(event.position).length)
        })
        expect(found.map((event) => event?.stream)).toEqual(events.map(({ stream }) => stream))
        expect(found.map((event) => event?.data)).toEqual(lines.map((line) => JSON.parse(String(line)).data))
      }),
    )
  })

  test('is passed over when nobody asked for its type', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(read(lineOf(event), event, [`${event.type}s`, event.type.slice(1)])).toBeUndefined()
      }),
    )
  })

  const note: NewEvent = { type: 'NoteTaken', version: 1, id: 'n-1', by: 'Lan', data: { text: 'một' } }
  const line = lineOf({ ...note, position: 12, stream: 'document/ab', revision: 3, recorded: '2026-11-20T10:00:00.000Z' })

  test.each([
    ['of another position', line.replace('"position":12', '"position":13')],
    ['cut', line.slice(0, -20)],
    ['whose data is broken', line.replace('"text":', '"text"')],
    ['whose head is broken', line.replace('"revision":3', '"revision":x')],
    ['without a number', line.replace('"revision":3', '"revision":')],
  ])('a line %s is corrupt', (_, text) => {
    expect(() => read(text, { position: 12, type: 'NoteTaken' })).toThrow(
      expect.objectContaining({ code: 'corrupt-log', facts: expect.objectContaining({ position: 12 }) }),
    )
  })

  test('keys in another order take the long way', () => {
    const { position, type, ...rest } = JSON.parse(line)
    expect(read(JSON.stringify({ position, type, data: rest.data, ...rest, evidence: [] }), { position, type })).toMatchObject({
      stream: 'document/ab',
      revision: 3,
      data: { text: 'một' },
    })
  })
})

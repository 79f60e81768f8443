import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { VisitStarted } from '../../events/index.ts'
import { type DataOf, defineEvent } from '../../src/kernel/event.ts'
import { defineProjection, type EventOf, whatIsWrong } from '../../src/kernel/projection.ts'
import { registerOf } from '../../src/kernel/register.ts'

const root = join(import.meta.dirname, '../..')

describe('what the compiler refuses', () => {
  test('every forgotten handler, key, field and upcaster field of authoring.types.ts', () => {
    const file = join(root, 'test/kernel/authoring.types.ts')
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
    const program = ts.createProgram([file], { ...options, noEmit: true })
    const source = program.getSourceFile(file)
    const messages = ts.getPreEmitDiagnostics(program, source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(messages).toEqual([])
    // Each of them suppresses an error; one that suppresses nothing would have been reported above.
    expect(readFileSync(file, 'utf8').match(/\/\/ @ts-expect-error/g)?.length).toBeGreaterThanOrEqual(14)
  }, 60_000)

  test('what handlers get: data typed from the definition, and what the corrected log adds', () => {
    type Event = EventOf<typeof VisitStarted>
    expectTypeOf<Event['type']>().toEqualTypeOf<'VisitStarted'>()
    expectTypeOf<Event['data']>().toEqualTypeOf<DataOf<typeof VisitStarted>>()
    expectTypeOf<Event['source']>().toBeString()
    expectTypeOf<Event['evidence']>().toBeNullable()
  })
})

const visits = { VisitStarted }
const base = { name: 'a', version: 1, row: z.object({}), events: visits, key: { VisitStarted: () => 'k' }, on: { VisitStarted: () => {} } }

describe('what a definition refuses when it is made, for authors without a compiler', () => {
  const slips: [string, object, RegExp][] = [
    ['a name that is none', { name: 'My Views' }, /kebab-case/],
    ['a version below 1', { version: 0 }, /whole number/],
    ['a row without defaults', { row: z.object({ told: z.number() }) }, /empty row/],
    ['an event under another name', { events: { Started: VisitStarted } }, /under their own names/],
    ['no handler', { on: {} }, /a handler for every event/],
    ['no key', { key: {} }, /a key for every event/],
    ['a handler too many', { on: { ...base.on, VisitEnded: () => {} } }, /only for events/],
  ]
  test.each(slips)('%s', (_, slip, expected) => {
    const definition = { ...base, ...slip }
    expect(() => defineProjection(definition as never)).toThrow(expect.objectContaining({ code: 'invalid-projection' }))
    expect(whatIsWrong(definition as never)?.expected).toMatch(expected)
  })

  test('a whole one is nothing but itself', () => {
    expect(whatIsWrong(defineProjection(base))).toBeNull()
  })
})

describe('an event that grew', () => {
  const grown = defineEvent({ type: 'LetterSent', says: 'A test.', data: z.strictObject({ to: z.string() }), example: { to: 'KZ' } })
    .next({
      because: 'letters have several readers',
      data: z.strictObject({ to: z.array(z.string()) }),
      from: ({ to }) => ({ to: [to] }),
      example: { to: ['KZ'] },
    })
    .next({
      because: 'some are urgent',
      data: z.strictObject({ to: z.array(z.string()), urgent: z.boolean() }),
      from: ({ to }) => ({ to, urgent: false }),
      example: { to: ['KZ'], urgent: true },
    })

  test('brings data of every published version to the newest shape', () => {
    expect(grown.upcast({ to: 'KZ' }, 1)).toEqual({ to: ['KZ'], urgent: false })
    expect(grown.upcast({ to: ['KZ', 'DK'] }, 2)).toEqual({ to: ['KZ', 'DK'], urgent: false })
    for (const { version, example } of grown.versions) expect(grown.parse(grown.upcast(example, version))).toBeTruthy()
  })

  test('refuses a version that it does not know, and data that does not fit', () => {
    expect(() => grown.upcast({}, 4)).toThrow(expect.objectContaining({ code: 'unknown-event' }))
    expect(() => grown.upcast({}, 0)).toThrow(expect.objectContaining({ code: 'unknown-event' }))
    expect(() => grown.parse({ to: 'KZ' })).toThrow(expect.objectContaining({ code: 'invalid-event' }))
  })

  test('stands in a register once', () => {
    expect(registerOf([grown, VisitStarted]).get('LetterSent')?.version).toBe(3)
    expect(() => registerOf([grown, grown])).toThrow(/two definitions/)
  })
})

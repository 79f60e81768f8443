import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { vocabulary } from '../../events/index.ts'
import { views } from '../../projections/index.ts'
import { en } from '../../src/http/words/en.ts'
import { vi } from '../../src/http/words/vi.ts'
import { viewsInVietnamese } from '../../src/http/words/views-vi.ts'
import { wordsFor } from '../../src/http/words/words.ts'
import { findingCodes } from '../../src/kernel/finding.ts'

const leaves = (tree: object, path = ''): [string, unknown][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? leaves(value, `${path}/${key}`) : [[`${path}/${key}`, value] as [string, unknown]],
  )

/** Names of properties, however deep. */
const fieldsOf = (schema: unknown): string[] =>
  schema === null || typeof schema !== 'object'
    ? []
    : Object.entries(schema).flatMap(([key, value]) => [...(key === 'properties' ? Object.keys(value as object) : []), ...fieldsOf(value)])

/** The same in both languages, on purpose. */
const shared = new Set(['/tag', '/product', '/dates/unknown'])

describe('words', () => {
  test('English and Vietnamese say the same things, in the same shape', () => {
    const [english, vietnamese] = [new Map(leaves(en)), new Map(leaves(vi))]
    expect([...vietnamese.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [path, word] of english) {
      const other = vietnamese.get(path)
      expect(typeof other, path).toBe(typeof word)
      if (typeof word === 'function') expect((other as (...args: unknown[]) => string).length, path).toBe(word.length)
      if (Array.isArray(word)) expect((other as unknown[]).length, path).toBe(word.length)
    }
  })

  test('nothing was left in English', () => {
    const vietnamese = new Map(leaves(vi))
    const same = leaves(en).filter(([path, word]) => typeof word === 'string' && word === vietnamese.get(path) && !shared.has(path))
    expect(same).toEqual([])
  })

  test('every kind of event and every doubt has words', () => {
    for (const words of [en, vi]) {
      expect(Object.keys(words.types).sort()).toEqual(vocabulary.all.map(({ type }) => type).sort())
      expect(Object.keys(words.doubtCodes).sort()).toEqual(Object.keys(findingCodes).sort())
    }
  })

  test('every field of a shipped view has words', () => {
    const named = views.flatMap(({ row }) => fieldsOf(z.toJSONSchema(row, { io: 'output', unrepresentable: 'any', reused: 'inline' })))
    expect(named.length).toBeGreaterThan(50)
    for (const words of [en, vi]) expect([...new Set(named)].filter((field) => !Object.hasOwn(words.fields, field))).toEqual([])
  })

  test('every shipped view has Vietnamese words', () => {
    expect(Object.keys(viewsInVietnamese).sort()).toEqual(views.map(({ name }) => name).sort())
  })

  test('the address names the language, then the browser, then it is English', () => {
    expect(wordsFor('vi', 'en').tag).toBe('vi')
    expect(wordsFor(null, 'vi-VN,vi;q=0.9,en;q=0.8').tag).toBe('vi')
    expect(wordsFor('__proto__', 'fr').tag).toBe('en')
    expect(wordsFor(null, undefined).tag).toBe('en')
  })
})

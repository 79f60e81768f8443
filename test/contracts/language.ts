import { describe, expect, it } from 'vitest'
import { ruleSetOf } from '../../src/extraction/run-rules.ts'
import type { Language } from '../../src/kernel/reading.ts'

/**
 * What every language promises, run over its own rules: each example beside a rule is a test of it. A language
 * author calls this once, with the tables that come with the language.
 */
export const languageSuite = (language: Language, tables: Readonly<Record<string, string>>): void => {
  const reader = language.prepare(tables)
  const drafts = (rule: Language['rules'][number], text: string) => {
    const rules = ruleSetOf([rule])
    return reader.read(text).flatMap((sentence, index) => rules.run(sentence, index))
  }

  describe(`the language ${language.code}`, () => {
    it('has rules, each with an id of its own that starts with the language', () => {
      const ids = language.rules.map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(0)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id.startsWith(`${language.code}/`)).toBe(true)
    })

    it('names the tables that it needs, and they are there', () => {
      for (const table of language.tables) expect(tables[table], table).toBeTypeOf('string')
    })

    it('cuts a text into sentences that lie in order, without overlap, and without blank edges', () => {
      const text = language.rules.flatMap(({ matches }) => matches).join(' ')
      let end = 0
      for (const sentence of reader.read(text)) {
        expect(sentence.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end))
        end = sentence.end
      }
      expect(end).toBeGreaterThan(0)
    })

    for (const rule of language.rules) {
      describe(rule.id, () => {
        for (const text of rule.matches)
          it(`reads “${text}”`, () => expect(drafts(rule, text).map((drafted) => drafted.rule)).toContain(rule.id))
        for (const text of rule.ignores) it(`leaves “${text}” alone`, () => expect(drafts(rule, text)).toEqual([]))
      })
    }
  })
}

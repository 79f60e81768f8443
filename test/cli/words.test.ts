import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { type CommandName, commandNames, groups } from '../../src/cli/names.ts'
import { registry } from '../../src/cli/registry.ts'
import { everywhere } from '../../src/cli/spec.ts'
import { en } from '../../src/cli/words/en.ts'
import { topics } from '../../src/cli/words/topics/index.ts'
import { vi } from '../../src/cli/words/vi.ts'
import { languageOf, wordsFor } from '../../src/cli/words/words.ts'
import { faultCodes } from '../../src/kernel/fault.ts'
import { findingCodes } from '../../src/kernel/finding.ts'

/** Every place in the words, `usage.noFlag`, with what stands there. */
const placesIn = (words: object, path: readonly string[] = []): [string, unknown][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? placesIn(value, [...path, key])
      : [[[...path, key].join('.'), value] as [string, unknown]],
  )

/** Tables whose keys are codes: a language may leave out what needs no word of its own. */
const tables = ['fields', 'errors.faults', 'errors.sentences', 'counted', 'findings']
const isFixed = ([path]: [string, unknown]): boolean => !tables.some((table) => path.startsWith(`${table}.`))

describe('the words', () => {
  test('both languages have the same, and say something', () => {
    const [english, vietnamese] = [placesIn(en).filter(isFixed), placesIn(vi).filter(isFixed)]
    expect(vietnamese.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort())
    for (const [path, value] of [...english, ...vietnamese]) expect(value, path).not.toBe('')
  })

  test('a sentence takes as many values in one language as in the other', () => {
    const arity = (words: object) => placesIn(words).flatMap(([path, value]) => (typeof value === 'function' ? [[path, value.length]] : []))
    expect(Object.fromEntries(arity(vi))).toEqual(Object.fromEntries(arity(en)))
  })

  test('Vietnamese is Vietnamese: sentences are not left in English', () => {
    const english = new Map(placesIn(en))
    const same = placesIn(vi).filter(([path, value]) => typeof value === 'string' && value.includes(' ') && english.get(path) === value)
    expect(same).toEqual([])
  })

  test.each([['en', en] as const, ['vi', vi] as const])('every doubt has a short name, %s', (_, words) => {
    expect(Object.keys(words.findings).sort()).toEqual(Object.keys(findingCodes).sort())
  })

  test('every fault has a Vietnamese sentence', () => {
    expect(Object.keys(vi.errors.faults).sort()).toEqual([...faultCodes].sort())
  })

  test('no word is kept that nobody says', () => {
    const folder = fileURLToPath(new URL('../../src/cli', import.meta.url))
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('words/'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const dynamic =
      /^(commands|flags|groups|families|findings|fields|counted|errors\.faults|errors\.sentences|dates\.(seasons|parts)|why\.(decided|effects|texts))\./
    const unused = placesIn(en)
      .map(([path]) => path)
      .filter((path) => !dynamic.test(path) && !new RegExp(`[.{ ]${path.split('.').at(-1)}\\b`).test(code))
    expect(unused).toEqual([])
  })

  test.each([
    ['vi', { CHANCERY_LANG: 'en' }, 'en', 'vi'],
    [undefined, { CHANCERY_LANG: 'vi', LANG: 'en_US.UTF-8' }, 'en', 'vi'],
    [undefined, { LANG: 'vi_VN.UTF-8' }, 'en', 'en'],
    [undefined, { LANG: 'vi_VN.UTF-8' }, undefined, 'vi'],
    [undefined, { LC_ALL: 'C', LANG: 'vi_VN' }, undefined, 'en'],
    [undefined, { LANG: 'fr_FR' }, undefined, 'en'],
    ['tlh', {}, undefined, 'en'],
  ])('--lang %s, environment %j, settings %s: %s', async (flag, env, configured, expected) => {
    expect(languageOf(flag, env, configured)).toBe(expected)
    expect((await wordsFor(languageOf(flag, env, configured))).tag).toBe(expected)
  })

  test('every topic is there in every language', () => {
    for (const [name, topic] of Object.entries(topics))
      for (const tag of ['en', 'vi'] as const) expect(topic[tag].trim().length, `${name} ${tag}`).toBeGreaterThan(200)
  })
})

describe('commands and their words', () => {
  const load = (name: CommandName): Promise<Command> => registry[name]()

  test.each(commandNames)(
    '%s is registered under its name, with as many examples as remarks on them, and a word for every flag',
    async (name) => {
      const command = await load(name)
      expect([name, name.replace(/ list$/, '')]).toContain(command.name)
      for (const words of [en, vi]) {
        const own = words.commands[command.name as CommandName]
        expect(own.examples).toHaveLength(command.examples.length)
        expect(own.brief.length).toBeLessThanOrEqual(64)
        const briefs: Record<string, string> = words.flags
        for (const flag of Object.keys(command.flags ?? {})) expect(briefs[`${name}.${flag}`] ?? briefs[flag], flag).toBeTruthy()
      }
      for (const line of command.examples) expect(line).toContain(`chancery ${command.name}`)
    },
  )

  test('flags that everybody understands are not declared twice', async () => {
    for (const name of commandNames)
      for (const flag of Object.keys((await load(name)).flags ?? {})) expect(Object.keys(everywhere)).not.toContain(flag)
  })

  test('the overview names every command once', () => {
    const listed: string[] = Object.values(groups).flat()
    const first = commandNames.filter((name) => !/^(correct|documents) /.test(name))
    expect([...listed].sort()).toEqual([...first, 'correct'].sort())
  })
})

import { describe, expect, test } from 'vitest'
import { constraintsOf, createResolver, noConstraints, resolve } from '../../src/identity/resolver.ts'
import { areOne, document, dung, linkLog, replayed, senator, summaryOf, tables, thuong, tokayev } from './told.ts'

const [president, speaker] = ['kassym-jomart-tokayev.kz', 'kasym-jomart-kemelevich-tokayev.kz'] as const
const apart = constraintsOf([{ type: 'PeopleSeparated', data: { a: speaker, b: president, because: 'a namesake' } }])
const first = document('first', (told) => void told.meeting('Held', [dung, senator]))
const second = document('second', (told) => void told.meeting('Held', [thuong, tokayev]))

describe('two people whom a person set apart', () => {
  test('are two, whatever the gazetteer says', () =>
    expect(areOne(resolve([first, second], tables, apart), president, speaker)).toBe(false))

  test('stay two when their documents are read again', () => {
    const resolver = createResolver(tables, apart)
    for (const one of [first, second, first]) resolver.put(one)
    resolver.remove(second.stream)
    resolver.put(second)

    expect(areOne(resolver.partition(), president, speaker)).toBe(false)
  })

  test('are parted in the log by one retraction, and one again when the verdict is undone', () => {
    const resolver = createResolver(tables)
    const log = linkLog()
    for (const one of [first, second]) resolver.put(one)
    log.append(resolver)

    resolver.constrain(apart)
    expect(log.append(resolver).filter(({ type }) => type === 'EventRetracted')).toHaveLength(1)
    expect(replayed(log.inForce.values())).toEqual(summaryOf(resolve([first, second], tables, apart)))

    resolver.constrain(noConstraints)
    log.append(resolver)
    expect(replayed(log.inForce.values())).toEqual(summaryOf(resolve([first, second], tables)))
  })
})

test('what a person joined is one, although no rule finds it', () => {
  const together = constraintsOf([
    { type: 'PeopleMerged', data: { people: ['nguyen-tan-dung.vn', 'ba-dung.vn'], basis: { rule: 'human', says: 'a nickname' } } },
  ])
  const nick = document('nick', (told) => void told.meeting('Held', [{ name: 'Ba Dũng', country: 'VN' }, tokayev]))

  expect(areOne(resolve([first, nick], tables, together), 'nguyen-tan-dung.vn', 'ba-dung.vn')).toBe(true)
})

test('in the documents that a person named, the name means somebody else', () => {
  const named = constraintsOf([
    { type: 'PeopleSeparated', data: { person: president, documents: [second.stream], as: 'tokayev-junior.kz', because: 'his nephew' } },
  ])
  const third = document('third', (told) => void told.meeting('Held', [dung, tokayev]))

  const { people } = resolve([first, second, third], tables, named)

  expect(people.find(({ canonical }) => canonical === president)?.members).toEqual([president, speaker].sort())
})

describe('two reports that a person set apart', () => {
  const ids: string[] = []
  const reports = ['a', 'b', 'c'].map((name) =>
    document(name, (told) => {
      ids.push(told.visit('Started', tokayev, 'VN', { start: '2023-08-20' }))
    }),
  )
  const [a, b] = ids.slice(0, 2).sort() as [string, string]
  const verdict = constraintsOf([{ type: 'EngagementsSeparated', data: { a, b, because: 'the second is a stopover' } }])

  test('are two visits, and the third report stays with one of them', () => {
    const partition = resolve(reports, tables, verdict)

    expect(areOne(partition, a, b)).toBe(false)
    expect(partition.engagements.map(({ members }) => members.length)).toEqual([2])
  })

  test('are so in any order of arrival', () => {
    const resolver = createResolver(tables, verdict)
    for (const one of [...reports].reverse()) resolver.put(one)

    expect(resolver.partition()).toEqual(resolve(reports, tables, verdict))
  })
})

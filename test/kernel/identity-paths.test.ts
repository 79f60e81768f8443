import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AgreementSigned, MeetingHeld, PeopleSeparated, VisitStarted, vocabulary } from '../../events/index.ts'
import { identityPaths, replaceIds } from '../../src/kernel/identity-paths.ts'

const shown = (schema: z.ZodType) => identityPaths(schema).map(({ path, identity }) => `${path.join('/')}: ${identity}`)

describe('where ids stand', () => {
  test('in the vocabulary', () => {
    expect(shown(VisitStarted.schema)).toEqual(['visit: visit', 'visitors/*/id: person'])
    expect(shown(MeetingHeld.schema)).toEqual(['meeting: meeting', 'visit: visit', 'participants/*/id: person', 'receiver: person'])
    expect(shown(AgreementSigned.schema)).toEqual(['agreement: agreement', 'visit: visit'])
    expect(shown(PeopleSeparated.schema)).toEqual(['a: person', 'b: person', 'person: person', 'documents/*: document'])
  })

  test('every claim says what it is about', () => {
    for (const { ids, evidence, type } of vocabulary.all) if (evidence === 'required') expect(ids.length, type).toBeGreaterThan(0)
  })

  test('replacing copies only what is on the way', () => {
    const data = structuredClone(MeetingHeld.example)
    const same = replaceIds(data, MeetingHeld.ids, (id) => id)
    expect(same).toBe(data)
    const replaced = replaceIds(data, MeetingHeld.ids, (id) => (id === 'karim-masimov.kz' ? 'karim-massimov.kz' : id))
    expect(replaced.participants.map(({ id }) => id)).toEqual(['nguyen-tan-dung.vn', 'karim-massimov.kz'])
    expect(replaced.participants[0]).toBe(data.participants[0])
    expect(data).toEqual(MeetingHeld.example)
  })

  test('a key that is nobody’s own is not followed', () => {
    const schema = z.object({ id: z.string().meta({ identity: 'person' }) })
    expect(replaceIds({}, identityPaths(schema), () => 'x')).toEqual({})
  })
})

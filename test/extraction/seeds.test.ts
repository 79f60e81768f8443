import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/kernel/claim.ts'
import { extractor } from './told.ts'

/** The two first documents belong to others and lie outside the project: where they are not at hand, this is skipped. */
const shared = process.env.CHANCERY_SHARED
const folder = shared ? join(shared, 'seeds') : ''
const read = (name: string): string =>
  readFileSync(join(folder, readdirSync(folder).find((file) => file.startsWith(name)) as string), 'utf8')
const extract = (text: string): readonly Claim[] =>
  extractor.extract(text, { sha256: createHash('sha256').update(text).digest('hex') }).claims

describe.skipIf(!shared || !existsSync(folder))('the two first documents', () => {
  const spans: Record<string, [string, number, number][]> = {
    '000': [
      ['VisitReported', 0, 46],
      ['VisitReported', 46, 171],
      ['InvitationExtended', 172, 221],
      ['VisitStarted', 223, 293],
      ['MeetingHeld', 324, 367],
      ['MeetingHeld', 369, 421],
      ['ForumAttended', 423, 467],
      ['MeetingHeld', 469, 528],
      ['MeetingHeld', 532, 574],
      ['MeetingHeld', 576, 632],
      ['MeetingHeld', 975, 1018],
      ['AgreementSigned', 1855, 1942],
      ['ForumAttended', 1944, 2028],
      ['FigureReported', 2145, 2193],
      ['FigureReported', 2195, 2232],
      ['VisitEnded', 2546, 2650],
      ['VisitEnded', 2652, 2694],
      ['VisitStarted', 2698, 2741],
      ['InvitationExtended', 2742, 2789],
    ],
    '001': [
      ['MeetingHeld', 0, 129],
      ['VisitReported', 130, 166],
      ['VisitReported', 198, 298],
      ['VisitReported', 733, 786],
      ['MeetingHeld', 1467, 1550],
      ['AgreementReferenced', 3406, 3502],
    ],
  }
  for (const [name, rows] of Object.entries(spans))
    it(`${name}: every row of its table lies within the evidence of such an event, and nothing else is claimed`, () => {
      const claims = extract(read(name))
      for (const [type, start, end] of rows)
        expect(
          claims.some((claim) => claim.type === type && claim.evidence.some((evidence) => evidence.start <= start && end <= evidence.end)),
          `${type} ${start}–${end}`,
        ).toBe(true)
      for (const claim of claims)
        expect(
          rows.some(
            ([type, start, end]) => claim.type === type && claim.evidence.some((evidence) => evidence.start < end && start < evidence.end),
          ) || claim.type === 'FigureReported',
          `${claim.type} ${claim.evidence[0]?.quote}`,
        ).toBe(true)
    })

  it('composed or decomposed, the claims are the same', () => {
    for (const name of ['000', '001']) {
      const plain = (text: string) =>
        extract(text).map(({ type, data, rule, evidence }) => [
          type,
          withoutIds(data),
          rule,
          evidence.map(({ quote }) => quote.normalize('NFC')),
        ])
      const raw = read(name)
      expect(plain(raw.normalize('NFC'))).toEqual(plain(raw))
      expect(plain(raw.normalize('NFD'))).toEqual(plain(raw))
    }
  })
})

/** Ids carry the digest of the bytes and offsets into them, which differ between the forms of a text. */
const withoutIds = (data: unknown): unknown =>
  JSON.parse(
    JSON.stringify(data)
      .replace(/[0-9a-f]{12}\/[a-z]@\d+/g, '')
      .normalize('NFC'),
  )

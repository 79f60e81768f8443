import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { createExtractor } from '../../src/extraction/extract.ts'
import { vietnamese } from '../../src/languages/vi/index.ts'
import { tables } from '../languages/vi/tables.ts'

const extractor = createExtractor({ language: vietnamese, gazetteer: tables })
const extract = (text: string) => extractor.extract(text, { sha256: createHash('sha256').update(text).digest('hex') })
const folder = new URL('../gold/texts/', import.meta.url)
const articles = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))

describe('claims of the project’s own articles', () => {
  it('fit the vocabulary, quote exactly, name their rule', () => {
    let claims = 0
    for (const { file, text } of articles)
      for (const claim of extract(text).claims) {
        claims++
        const definition = vocabulary.get(claim.type)
        const parsed = definition?.versions.at(-1)?.schema.safeParse(claim.data)
        expect(parsed?.success, `${file} ${claim.type} ${JSON.stringify(parsed?.error?.issues)}`).toBe(true)
        expect(claim.rule).toMatch(/^vi\/[a-z]+\/[a-z-]+$/)
        expect(claim.evidence.length).toBeGreaterThan(0)
        for (const { start, end, quote } of claim.evidence) {
          expect(text.slice(start, end)).toBe(quote)
          expect(quote.length).toBeLessThanOrEqual(500)
        }
      }
    expect(claims).toBeGreaterThan(100)
  })

  it('are the same for composed and decomposed text, up to ids and offsets', () => {
    const plain = (text: string) =>
      extract(text).claims.map(({ type, data, rule, evidence }) => [
        type,
        JSON.stringify(data)
          .replace(/[0-9a-f]{12}\/[a-z]@\d+/g, '')
          .normalize('NFC'),
        rule,
        evidence.map(({ quote }) => quote.normalize('NFC')),
      ])
    for (const { file, text } of articles) expect(plain(text.normalize('NFD')), file).toEqual(plain(text.normalize('NFC')))
  })

  it('are the same every time', () => {
    for (const { text } of articles.slice(0, 10)) expect(extract(text)).toEqual(extract(text))
  })

  it('carry why their status was decided so', () => {
    const decided = articles.flatMap(({ text }) => extract(text).claims).filter(({ type }) => /^(?:Visit|Meeting)/.test(type))
    expect(decided.every(({ because }) => (because?.length ?? 0) > 0)).toBe(true)
  })
})

describe('what yields nothing', () => {
  it('is listed with its trigger, and lies in the text', () => {
    const text = 'Người phát ngôn cho biết hai bên đang thu xếp một cuộc hội đàm ở Hà Nội.'
    const { claims, uncoded } = extract(text)
    expect(claims).toEqual([])
    expect(uncoded.map(({ trigger }) => trigger)).toEqual(['cuộc hội đàm'])
    expect(text.slice(uncoded[0]?.start, uncoded[0]?.end)).toBe(text)
  })

  it('an empty text gives nothing at all', () => {
    expect(extract('')).toMatchObject({ claims: [], uncoded: [], findings: [] })
    expect(extract(' \n\n ')).toMatchObject({ claims: [], uncoded: [], findings: [] })
  })
})

describe('doubt', () => {
  it('is told where a day has no year, and where today has no anchor', () => {
    const codes = (text: string) => extract(text).findings.map(({ code }) => code)
    expect(codes('Hôm nay, Thủ tướng Lào Sonexay Siphandone đến Hà Nội.')).toContain('date-without-anchor')
    expect(codes('Ngày 5/3, Thủ tướng Lào Sonexay Siphandone hội đàm với Thủ tướng Phạm Minh Chính.')).toContain('date-without-year')
  })

  it('a list behind one verb is several meetings, and says that it was read so', () => {
    const { claims } = extract(
      'Ngày 5/3, tại Hà Nội, Thủ tướng Lào Sonexay Siphandone đã hội kiến Tổng Bí thư Nguyễn Phú Trọng, Chủ tịch Quốc hội Vương Đình Huệ.',
    )
    const meetings = claims.filter(({ type }) => type === 'MeetingHeld')
    expect(meetings).toHaveLength(2)
    expect(meetings[1]?.doubt).toContain('distributive-reading')
  })
})

describe('an extractor', () => {
  it('says which rules and tables are in force, twelve digits each, and a changed table changes its digest', () => {
    const other = createExtractor({ language: vietnamese, gazetteer: { ...tables, countries: `${tables.countries}XX\tstate\tAtlantis\n` } })
    expect(extractor.rules).toMatch(/^[0-9a-f]{12}$/)
    expect(extractor.gazetteer).toMatch(/^[0-9a-f]{12}$/)
    expect(other.rules).toBe(extractor.rules)
    expect(other.gazetteer).not.toBe(extractor.gazetteer)
  })

  it('names the table that is missing', () => {
    const { lexicon: _, ...rest } = tables
    expect(() => createExtractor({ language: vietnamese, gazetteer: rest })).toThrow('lexicon')
  })
})

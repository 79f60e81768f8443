import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { eventCodes, eventCodesVersion } from '../../src/exports/event-codes.ts'
import { geoJson } from '../../src/exports/geojson.ts'
import { tableRows } from '../../src/exports/tables.ts'
import { corrected, exampleLedger, viewNamed, whole } from './example-ledger.ts'

describe('visits on a map', () => {
  it('stand at the capital of the host, which is said; an organisation has no point', async () => {
    const map = JSON.parse((await whole(geoJson.write(await viewNamed('visits')))).toString())
    expect(map).toMatchObject({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [105.85, 21.03] },
          properties: { host: 'VN', at: 'Hà Nội (seat of government)', when: '2024-05-12', places: ['Hà Nội'] },
        },
        { type: 'Feature', geometry: null, properties: { host: 'EU', at: null } },
      ],
    })
  })

  it('have a table of capitals in which every row is possible and no country comes twice', async () => {
    const rows = await tableRows('capitals.tsv')
    expect(new Set(rows.map((row) => row.country)).size).toBe(rows.length)
    for (const row of rows) {
      expect(row.country).toMatch(/^[A-Z]{2}$/)
      expect(row.capital).not.toBe('')
      expect(Math.abs(Number(row.latitude))).toBeLessThan(70)
      expect(Math.abs(Number(row.longitude))).toBeLessThanOrEqual(180)
    }
  })
})

describe('PLOVER and CAMEO', () => {
  const rowsOf = async (): Promise<Record<string, string>[]> =>
    parse(await whole(eventCodes.write(corrected(await exampleLedger()))), { columns: true })

  it('code the claims that stand, with who and whom', async () => {
    expect(await rowsOf()).toMatchObject([
      {
        type: 'VisitStarted',
        plover: 'CONSULT',
        mode: 'visit',
        cameo: '042',
        source_actors: 'MN',
        target_actors: 'VN',
        date: '2024-05-12',
        earliest: '2024-05-12',
      },
      { type: 'MeetingHeld', plover: 'CONSULT', cameo: '046', source_actors: 'MN', target_actors: 'VN', date: 'XXXX-05-12', earliest: '' },
      { type: 'VisitAnnounced', plover: 'AGREE', cameo: '036', source_actors: 'VN', target_actors: 'EU', date: '2025-02' },
    ])
    expect((await rowsOf()).every((row) => row.codes_version === eventCodesVersion)).toBe(true)
  })

  it('have a row for every claim of the vocabulary, and only known values in conditions', async () => {
    const rows = await tableRows('event-codes.tsv')
    const claims = vocabulary.all.filter(({ evidence }) => evidence === 'required').map(({ type }) => type)
    for (const type of claims)
      expect(
        rows.filter((row) => row.type === type && row.condition === ''),
        type,
      ).toHaveLength(1)
    for (const { type = '', condition = '' } of rows) {
      const [field = '', value] = condition.split('=')
      const definition = vocabulary.get(type)
      expect(definition, type).toBeDefined()
      if (condition)
        expect(definition?.schema.safeParse({ ...(definition.versions[0]?.example as object), [field]: value }).success, condition).toBe(
          true,
        )
    }
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { geoJson } from '../../src/exports/geojson.ts'
import { iCalendar } from '../../src/exports/icalendar.ts'
import { logCloudEvents } from '../../src/exports/log-cloudevents.ts'
import { provJsonLd } from '../../src/exports/prov-json-ld.ts'
import { provTurtle } from '../../src/exports/prov-turtle.ts'
import { viewCsv } from '../../src/exports/view-csv.ts'
import { exampleLedger, listOf, recorded, text, viewNamed, whole } from './example-ledger.ts'

/** Programs of the field, as Debian has them. What is not installed is not asked. */
const isThere = (program: string, ...argv: string[]): boolean => spawnSync(program, argv, { stdio: 'ignore' }).status === 0
const python = '/usr/bin/python3'
const hasModule = (name: string): boolean => isThere(python, '-c', `import ${name}`)
const ask = (program: string, ...argv: string[]): string => execFileSync(program, argv, { encoding: 'utf8', cwd: folder })

let folder: string
const put = async (name: string, pieces: AsyncIterable<string | Uint8Array>): Promise<string> => {
  writeFileSync(join(folder, name), await whole(pieces))
  return name
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-exports-'))
  const options = { textOf: async () => text, retracting: ['EventRetracted'], amending: ['EventAmended'] }
  await put('log.ttl', provTurtle(recorded(await exampleLedger()), options))
  await put('log.jsonld', provJsonLd(recorded(await exampleLedger()), options))
  await put('log.cloudevents', logCloudEvents.write(await exampleLedger()))
  await put('visits.ics', iCalendar.write(await viewNamed('visits'), { recorded: '2024-05-13T00:00:07.000Z' }))
  await put('visits.geojson', geoJson.write(await viewNamed('visits')))
  await put('documents.csv', viewCsv.write(await viewNamed('documents')))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('opened by programs that are not ours', () => {
  test.skipIf(!isThere('rapper', '--version'))('raptor reads as many triples in the Turtle as were written', async () => {
    const written = new Parser().parse((await whole(provTurtle(recorded(await exampleLedger())))).toString())
    expect(written.length).toBeGreaterThan(50)
    writeFileSync(join(folder, 'bare.ttl'), await whole(provTurtle(recorded(await exampleLedger()))))
    const { status, stderr } = spawnSync('rapper', ['-q', '-i', 'turtle', '-o', 'ntriples', 'bare.ttl'], { cwd: folder, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    expect(ask('rapper', '-q', '-i', 'turtle', '-o', 'ntriples', 'bare.ttl').trim().split('\n')).toHaveLength(written.length)
  })

  test.skipIf(!hasModule('rdflib'))('rdflib finds one and the same graph in Turtle and JSON-LD', () => {
    const script = [
      'import rdflib, rdflib.compare',
      "a = rdflib.Graph().parse('log.ttl', format='turtle')",
      "b = rdflib.Graph().parse('log.jsonld', format='json-ld')",
      "quoted = a.query('PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?q { ?s oa:exact ?q }')",
      "print(len(a) > 50, rdflib.compare.isomorphic(a, b), any('hội đàm' in str(q) for q, in quoted))",
    ].join('\n')
    expect(ask(python, '-c', script)).toBe('True True True\n')
  })

  test.skipIf(!hasModule('icalendar'))('icalendar finds the visit in the calendar, with its days', () => {
    const script = [
      'import icalendar',
      "calendar = icalendar.Calendar.from_ical(open('visits.ics', 'rb').read())",
      "events = [e for e in calendar.walk('VEVENT')]",
      "print(len(events), events[0]['DTSTART'].dt, events[0]['DTEND'].dt, 'Oyun-Erdene' in events[0]['SUMMARY'])",
    ].join('\n')
    expect(ask(python, '-c', script)).toMatch(/^[12] 2024-05-12 2024-05-15 True\n$/)
  })

  test.skipIf(!isThere('ssconvert', '--version'))('a spreadsheet reads the rows; what looks like a formula stays text', () => {
    ask('ssconvert', '--export-type=Gnumeric_stf:stf_csv', 'documents.csv', 'read.csv')
    const read = ask('cat', 'read.csv')
    expect(read).toContain('Thăm')
    expect(read).toContain('chancery why documents')
    expect(read).not.toMatch(/#(NAME|REF|VALUE)/)
  })

  test.skipIf(!isThere('ogrinfo', '--version'))('GDAL finds the visits on the map, one of them at a point', () => {
    const told = ask('ogrinfo', '-ro', '-al', 'visits.geojson')
    expect(told).toMatch(/Feature Count: 2/)
    expect(told).toMatch(/POINT \(105\.85 21\.03\)/)
  })

  test.skipIf(!isThere('jq', '--version'))('jq reads a CloudEvent a line', async () => {
    const types = ask('jq', '-r', '.specversion + " " + .type', 'log.cloudevents').trim().split('\n')
    expect(types).toHaveLength((await listOf(recorded(await exampleLedger()))).length)
    for (const type of types) expect(type).toMatch(/^1\.0 \S+$/)
  })
})

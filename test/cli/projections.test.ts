import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registered } from '../../src/cli/authoring/template.ts'
import { fingerprintOf } from '../../src/cli/projections/fingerprint.ts'
import { loadProjections } from '../../src/cli/projections/load.ts'
import { cli, ledgerWith, temporary } from './run-cli.ts'

let place: Awaited<ReturnType<typeof temporary>>
let ledger: string
const root = new URL('../../', import.meta.url).pathname
beforeAll(async () => {
  place = await temporary()
  ledger = await ledgerWith(place.folder, 'state-visit-1-arrival')
  await mkdir(place.path('own'))
  const rowOf = (fields: string) => `{ safeParse: () => ({ success: true }), parse: () => (${fields}) }`
  await writeFile(place.path('own', 'shape.mjs'), 'export const one = 1\n')
  await writeFile(
    place.path('own', 'seen.ts'),
    `import { z } from '${root}node_modules/zod/index.js'
import { VisitStarted } from '${root}events/index.ts'
import { defineProjection } from '${root}src/kernel/projection.ts'
import { one } from './shape.mjs'
export const seen = defineProjection({
  name: 'visits-seen', version: 1, says: 'How many reports of a beginning.', keyed: 'host',
  row: z.object({ reports: z.number().default(0) }),
  events: { VisitStarted },
  key: { VisitStarted: ({ data }) => data.host },
  on: { VisitStarted(row) { row.reports += one } },
})
`,
  )
  await writeFile(place.path('own', 'a-broken.mjs'), 'export const x = (\n')
  await writeFile(place.path('own', 'b-none.mjs'), 'export const nothing = 1\n')
  await writeFile(
    place.path('own', 'c-wrong.mjs'),
    `export const wrong = { name: 'Wrong Name', version: 1, row: ${rowOf('{}')}, events: {}, key: {}, on: {} }\n`,
  )
  await writeFile(place.path('own', 'seen.test.ts'), 'throw new Error("tests are not loaded")\n')
}, 60_000)
afterAll(() => place.remove())

describe('projections from outside', () => {
  test('sound ones are loaded, broken ones named, tests left alone', async () => {
    const { projections, broken } = await loadProjections([place.path('own'), place.path('not-there')])
    expect(projections.map(({ projection }) => projection.name)).toEqual(['visits-seen'])
    expect(broken.map(({ file }) => file.split('/').at(-1))).toEqual([
      'a-broken.mjs',
      'b-none.mjs',
      'c-wrong.mjs',
      'shape.mjs',
      'not-there',
    ])
    expect(broken.find(({ file }) => file.endsWith('c-wrong.mjs'))?.why).toContain('kebab-case')
  })

  test('are views like any other: listed, shown, explained, filtered', async () => {
    const own = ['--projections', place.path('own'), '--ledger', ledger]
    const listed = await cli(['views', '--json', ...own])
    expect(JSON.parse(listed.out).map(({ name }: { name: string }) => name)).toContain('visits-seen')
    expect(listed.err).toContain('a-broken.mjs is left out')
    expect(JSON.parse((await cli(['view', 'visits-seen', 'vn', '--json', ...own])).out)).toMatchObject({
      key: 'VN',
      row: { reports: expect.any(Number) },
    })
    expect((await cli(['why', 'visits-seen', 'VN', 'reports', ...own])).out).toMatch(/▐.*▌/)
  })

  test('two versions of one are compared; the newest is the view', async () => {
    const folder = place.path('versions')
    await mkdir(folder)
    const code = (version: number, by: number): string => `import { z } from '${root}node_modules/zod/index.js'
import { VisitStarted } from '${root}events/index.ts'
import { defineProjection } from '${root}src/kernel/projection.ts'
export const arrivals = defineProjection({
  name: 'arrivals', version: ${version},
  row: z.object({ times: z.number().default(0) }),
  events: { VisitStarted },
  key: { VisitStarted: ({ data }) => data.host },
  on: { VisitStarted(row) { row.times += ${by} } },
})
`
    await writeFile(`${folder}/arrivals@1.ts`, code(1, 1))
    await writeFile(`${folder}/arrivals.ts`, code(2, 10))
    const { projections, former, broken } = await loadProjections([folder])
    expect(projections.map(({ projection }) => projection.version)).toEqual([2])
    expect([former.map(({ projection }) => projection.version), broken]).toEqual([[1], []])

    const own = ['--projections', folder, '--ledger', ledger]
    const told = await cli(['compare', 'arrivals@1', '@2', ...own])
    expect(told).toMatchObject({ code: 1, out: expect.stringMatching(/VN\n {4}times {2}1 → 10\n {4}#\d+ → #\d+\n\n1 row differs/) })
    expect(await cli(['compare', 'arrivals@2', '@2', ...own])).toMatchObject({ code: 0, out: 'no difference\n' })
    expect(await cli(['compare', 'arrivals@1', '@3', ...own])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/version 3 of arrivals is not here.*arrivals@2, arrivals@1/),
    })
    expect((await cli(['compare', 'arrivals', ...own])).code).toBe(2)
  })

  test('a change in the file, or in what it imports, is another fingerprint', async () => {
    const before = await fingerprintOf(place.path('own', 'seen.ts'))
    expect(await fingerprintOf(place.path('own', 'seen.ts'))).toBe(before)
    await writeFile(place.path('own', 'shape.mjs'), 'export const one = 2\n')
    expect(await fingerprintOf(place.path('own', 'seen.ts'))).not.toBe(before)
  })
})

describe('new projection', () => {
  test('in a folder of one’s own: the view and its test, imports by the package’s name', async () => {
    const { code, out } = await cli(['new', 'projection', 'first-visits'], { cwd: place.folder })
    expect([code, out]).toEqual([0, 'wrote projections/first-visits.ts\nwrote projections/first-visits.test.ts\n'])
    expect(await readFile(place.path('projections', 'first-visits.ts'), 'utf8')).toContain("from 'chancery/kernel'")
    expect(await cli(['new', 'projection', 'first-visits'], { cwd: place.folder })).toMatchObject({
      code: 3,
      err: expect.stringContaining('there is such a file'),
    })
  })

  test('in this project: the view, its test, and a line in the register', async () => {
    const root = place.path('checkout')
    await mkdir(`${root}/projections`, { recursive: true })
    await writeFile(`${root}/package.json`, '{ "name": "chancery" }')
    await writeFile(`${root}/projections/index.ts`, await readFile(new URL('../../projections/index.ts', import.meta.url), 'utf8'))
    expect((await cli(['new', 'projection', 'first-visits'], { cwd: root })).code).toBe(0)
    const register = await readFile(`${root}/projections/index.ts`, 'utf8')
    expect(register).toContain("import { firstVisits } from './first-visits.ts'")
    expect(register.match(/firstVisits/g)).toHaveLength(3)
    expect(await readFile(`${root}/test/projections/first-visits.test.ts`, 'utf8')).toContain("from '../../projections/first-visits.ts'")
  })

  test('the register keeps the order of its names', () => {
    const register =
      "import { a } from './a.ts'\nimport { c } from './c.ts'\n\nexport { a, c }\n\n/** All. */\nexport const views = [c, a]\n"
    expect(registered(register, 'b')).toBe(
      "import { a } from './a.ts'\nimport { b } from './b.ts'\nimport { c } from './c.ts'\n\nexport { a, b, c }\n\n/** All. */\nexport const views = [c, a, b]\n",
    )
  })
})

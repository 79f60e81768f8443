import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { VisitStarted } from '../../events/visit-started.ts'
import { createRecorder } from '../../src/recording/recorder.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import { visitsByKind } from './visits-by-kind.ts'

const readme = readFileSync('README.md', 'utf8')

test('the projection of the README stands there as it compiles, and works', async () => {
  const source = readFileSync('test/house/visits-by-kind.ts', 'utf8').replaceAll("'../../", "'../")
  expect(readme).toContain(source.trim())
  const store = openMemoryStore()
  const quote = 'đã đến Astana'
  await createRecorder(store, vocabulary).record(
    `document/${'0'.repeat(64)}`,
    [{ type: 'VisitStarted', data: VisitStarted.example, evidence: [{ start: 0, end: quote.length, quote }] }],
    { by: 'a test', text: quote, expectedRevision: 'no-stream' },
  )
  const views = await rebuild({ store, register: vocabulary, projections: [visitsByKind] })
  expect([...views.of(visitsByKind).rows()]).toEqual([['official', { began: { [VisitStarted.example.visit]: 'XXXX-09-14' } }]])
})

test.each(['README.md', 'src/README.md'])('every link of %s leads somewhere', (file) => {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] as string)
  expect(links.length).toBeGreaterThan(2)
  for (const link of links.filter((target) => !target.startsWith('http'))) expect(existsSync(join(dirname(file), link)), link).toBe(true)
})

test('set-up is two commands, and package.json has them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const command of ['demo', 'test']) {
    expect(readme).toMatch(new RegExp(`^npm (run )?${command} `, 'm'))
    expect(scripts[command]).toMatch(/^node src\/setup\/install\.mjs && /)
  }
})

import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectionCode } from '../../src/cli/authoring/template.ts'
import { commandNames } from '../../src/cli/names.ts'
import { registry } from '../../src/cli/registry.ts'
import { cli, example, examples, temporary } from './run-cli.ts'
import { shellWords } from './shell-words.ts'

/** A folder in which the examples of the help pages run as they stand, but for names of documents and engagements. */
let place: Awaited<ReturnType<typeof temporary>>
const names = new Map<string, string>()
const here = (argv: readonly string[], stdin = '') => cli(argv, { cwd: place.folder, stdin })
const json = async (...argv: string[]) => JSON.parse((await here([...argv, '--json'])).out)

beforeAll(async () => {
  place = await temporary()
  await mkdir(place.path('articles'))
  for (const name of ['signing-1-total', 'kazakhstan-3-held', 'analysis-background'])
    for (const ending of ['txt', 'article.json']) await cp(`${examples}${name}.${ending}`, place.path('articles', `${name}.${ending}`))
  await copyFile(example('phone-talks'), place.path('article.txt'))
  await mkdir(place.path('mine'))
  const root = new URL('../../', import.meta.url).pathname
  for (const [file, version] of [
    ['first-visits@1.ts', 1],
    ['first-visits.ts', 2],
  ] as const)
    await writeFile(
      place.path('mine', file),
      projectionCode('first-visits', { kernel: `${root}src/kernel/index.ts`, events: `${root}events/index.ts` })
        .replace("from 'zod'", `from '${root}node_modules/zod/index.js'`)
        .replace('version: 1', `version: ${version}`),
    )
  await writeFile(
    place.path('article.html'),
    '<!doctype html><html><head><title>Hội đàm</title></head><body><article><p>Chiều 20/8, tại Hà Nội, Chủ tịch nước Võ Văn Thưởng hội đàm với Tổng thống Kazakhstan Kassym-Jomart Tokayev.</p></article></body></html>',
  )
  await writeFile(
    place.path('scraped.ndjson'),
    `${JSON.stringify({ id: 'x', body: { plain: 'Chiều 20/8, Chủ tịch nước Võ Văn Thưởng tiếp Thủ tướng Lào Sonexay Siphandone.' }, date: '2023-08-21' })}\n`,
  )
  expect((await here(['ingest', 'articles', 'article.txt', '--threads', '0'])).code).toBe(0)
  await writeFile(place.path('checkpoint.txt'), (await here(['checkpoint'])).out)
  await writeFile(place.path('vkey.txt'), (await here(['checkpoint', '--vkey'])).out)
  await here(['prove', '12', '--out', 'event-12.proof'])
  const sources = await json('documents')
  const [first] = sources
  names.set('withdrawn', sources.find(({ name }: { name: string }) => name === 'article').sha256)
  const [visit, another] = await json('view', 'visits')
  const [agreement] = await json('events', '--type', 'AgreementSigned')
  names.set('108e2ecc', first.sha256.slice(0, 8))
  names.set('0123456789ab/v@130', visit.key)
  names.set('ba9876543210/v@12', another.key)
  names.set('0123456789ab/a@40', agreement.data.agreement)
  names.set('0123456789ab/a@300', `${agreement.data.agreement.slice(0, 15)}999`)
  names.set('12', String(agreement.position))
}, 60_000)
afterAll(() => place.remove())

/** What can't run here: a server, a wait without end, another shell’s file. */
const staysOut = /^chancery (serve|events --follow|demo)/

describe('the examples of the help pages', () => {
  test.each(commandNames.filter((name) => name !== 'documents list'))(
    '%s: every line runs',
    async (name) => {
      const command = await registry[name]()
      for (const line of command.examples) {
        if (staysOut.test(line)) continue
        const words = shellWords(line).map((word) =>
          name === 'documents withdraw' && word === '108e2ecc'
            ? (names.get('withdrawn') ?? '')
            : (names.get(word) ?? word.replace('108e2ecc', names.get('108e2ecc') ?? '')),
        )
        const { code, err } = await here(
          [...words, ...(name === 'ingest' ? ['--threads', '0'] : [])],
          line.startsWith('cat article') ? 'Chiều 20/8, Chủ tịch nước tiếp Thủ tướng Lào.' : '',
        )
        expect({ line, code: code > 1 ? `${code}: ${err}` : 'fine' }).toEqual({ line, code: 'fine' })
      }
    },
    60_000,
  )

  test('demo tells a story in less than a hundred lines and leaves nothing behind', async () => {
    const { code, out } = await here(['demo'])
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(lines.length).toBeGreaterThan(40)
    expect(lines.length).toBeLessThan(140)
    expect(out).toMatch(/▐.*▌/)
    expect(
      out
        .trim()
        .split('\n')
        .slice(-6)
        .join('\n')
        .match(/^ {2}chancery /gm),
    ).toHaveLength(3)
    const folder = /in (\/\S+)/.exec(out)?.[1] ?? ''
    expect(folder).toContain('chancery-demo')
    expect(existsSync(folder)).toBe(false)
  }, 60_000)
})

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/names.ts'
import { registry } from '../../src/cli/registry.ts'
import { scan } from '../../src/cli/scan.ts'
import { en } from '../../src/cli/words/en.ts'
import { examples, temporary } from './run-cli.ts'
import { shellWords } from './shell-words.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

let place: Awaited<ReturnType<typeof temporary>>
beforeAll(async () => {
  place = await temporary()
})
afterAll(() => place.remove())

describe('the README', () => {
  test('shows the library as it compiles, and as it runs', () => {
    const file = fileURLToPath(new URL('./readme-library.ts', import.meta.url))
    expect(readme).toContain(readFileSync(file, 'utf8').replace("'../../src/ledger.ts'", "'chancery'").trim())
    mkdirSync(place.path('articles'))
    for (const name of ['signing-1-total', 'signing-2-list'])
      for (const ending of ['txt', 'article.json'])
        copyFileSync(`${examples}${name}.${ending}`, place.path('articles', `${name}.${ending}`))
    const ran = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), file], { cwd: place.folder, encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^ingested articles\/signing-1-total\.txt\ningested articles\/signing-2-list\.txt\n/)
    expect(ran.stdout).toMatch(/signed: \{ atLeast: 7, exact: true \},\n {2}announced: null/)
    expect(ran.stdout).toMatch(/\n\d+ .*bảy văn kiện/)
  }, 60_000)

  test('names no command that is not understood', async () => {
    const lines = [...readme.matchAll(/`chancery ([^`]+)`/g)].map(([, line]) => (line as string).replace(/ >.*$/, ''))
    expect(lines.length).toBeGreaterThan(15)
    for (const line of lines) {
      if (line.includes('\\|')) continue
      const words = shellWords(`chancery ${line}`)
      const name = commandNames.find((each) => words.slice(0, 2).join(' ') === each) ?? commandNames.find((each) => each === words[0])
      expect(name, line).toBeDefined()
      const command = await registry[name as (typeof commandNames)[number]]()
      await expect(scan(command, words.slice((name ?? '').split(' ').length), en), line).resolves.toBeDefined()
    }
  })
})

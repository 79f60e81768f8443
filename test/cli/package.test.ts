import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { bin, exports, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** What may be in the package: what is built, the examples of the demo, and what every package has. */
const wanted = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^dist\/(src|events|projections|test\/contracts)\/.+\.(js|d\.ts|tsv)$/,
  /^dist\/src\/web\/.+$/,
  /^dist\/examples\/(README\.md|[a-z0-9-]+\.(txt|article\.json))$/,
]
const unwanted = /^dist\/src\/setup\/|\.(map|test\.js|snap)$|(^|\/)(node_modules|bench|\.[^/]+)(\/|$)/

/** Without a build there is nothing to pack; the README's test command builds first. */
describe.skipIf(!existsSync(`${root}dist/src/cli/main.js`))('the package', () => {
  let files: readonly string[]
  let size: number
  beforeAll(() => {
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })
    const [told] = JSON.parse(packed.stdout) as [{ files: readonly { path: string }[]; size: number; version: string }]
    expect(told.version).toBe(version)
    files = told.files.map(({ path }) => path)
    size = told.size
  }, 180_000)

  test('holds what was built, and nothing else', () => {
    expect(files.filter((file) => unwanted.test(file) || !wanted.some((pattern) => pattern.test(file)))).toEqual([])
    expect(size).toBeLessThan(3_000_000)
  })

  test('holds what it promises: every entry with its types, the command, tables, examples, the page', () => {
    const promised = [
      bin.chancery,
      ...Object.values(exports as Record<string, Record<string, string>>).flatMap((entry) => Object.values(entry)),
    ]
    for (const file of promised) expect(files).toContain(file.replace('./', ''))
    for (const part of [/gazetteer\/.+\.tsv$/, /^dist\/examples\/.+\.txt$/, /^dist\/src\/web\/.+\.js$/, /preparing-worker\.js$/])
      expect(
        files.some((file) => part.test(file)),
        String(part),
      ).toBe(true)
  })

  test('has nothing that publint finds wrong with it', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true, pack: false })
    expect(messages).toEqual([])
  }, 60_000)
})

import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/names.ts'
import { registry } from '../../src/cli/registry.ts'
import { scan } from '../../src/cli/scan.ts'
import { en } from '../../src/cli/words/en.ts'
import { topics } from '../../src/cli/words/topics/index.ts'
import { cli } from './run-cli.ts'
import { shellWords } from './shell-words.ts'

const nowhere = mkdtempSync(join(tmpdir(), 'chancery-empty-'))

describe('the first thing that somebody sees', () => {
  test.each(['en', 'vi'])('no arguments, nothing there: six lines at most, three commands that run (%s)', async (lang) => {
    const { code, out } = await cli(['--lang', lang], { cwd: nowhere })
    expect(code).toBe(0)
    expect(out.trim().split('\n').length).toBeLessThanOrEqual(6)
    const commands = out.match(/chancery (demo|ingest|help analyst)/g)
    expect(commands).toEqual(['chancery demo', 'chancery ingest', 'chancery help analyst'])
  })

  test('--version is the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await cli(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
  })

  test.each(['en', 'vi'])('every help page, as it is (%s)', async (lang) => {
    const pages = [(await cli(['--help', '--lang', lang])).out]
    for (const name of commandNames) pages.push((await cli([...name.split(' '), '--help', '--lang', lang])).out)
    await expect(pages.join('\n════════\n\n')).toMatchFileSnapshot(`./help.${lang}.snap`)
  })

  test.each(Object.keys(topics))('help %s is a page', async (topic) => {
    const [english, vietnamese] = [await cli(['help', topic]), await cli(['help', topic, '--lang', 'vi'])]
    expect([english.code, vietnamese.code]).toEqual([0, 0])
    expect(english.out).not.toBe(vietnamese.out)
  })

  test('help <command> is the command’s page', async () => {
    expect((await cli(['help', 'correct', 'undo'])).out).toBe((await cli(['correct', 'undo', '--help'])).out)
  })
})

describe('examples', () => {
  test.each(commandNames)('of %s are understood', async (name) => {
    const command = await registry[name]()
    for (const line of command.examples)
      await expect(scan(command, shellWords(line).slice(command.name.split(' ').length), en)).resolves.toBeDefined()
  })

  test.each(Object.entries(topics))('in the topic %s are understood', async (_, topic) => {
    const lines = topic.en.match(/^ +chancery .*$/gm) ?? []
    for (const text of lines) {
      const line =
        text
          .split(/ {3,}(?=\S)/)
          .filter(Boolean)[0]
          ?.trim() ?? ''
      const words = shellWords(line.replace(/<[^>]*>/g, 'x'))
      const name = commandNames.find((each) => words.slice(0, 2).join(' ') === each) ?? commandNames.find((each) => each === words[0])
      expect(name, line).toBeDefined()
      const command = await registry[name as (typeof commandNames)[number]]()
      await expect(scan(command, words.slice((name ?? '').split(' ').length), en), line).resolves.toBeDefined()
    }
  })
})

describe('start-up', () => {
  /** Files that Node reads before a command is known: imports that are not types and not on demand. */
  const loadedBy = (
    file: string,
    known = new Set<string>(),
    packages = new Set<string>(),
  ): { files: Set<string>; packages: Set<string> } => {
    if (known.has(file)) return { files: known, packages }
    known.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, specifier = ''] of code.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\bfrom\s+)?['"]([^'"]+)['"]/gm))
      if (specifier.startsWith('.')) loadedBy(resolve(dirname(file), specifier), known, packages)
      else packages.add(specifier)
    return { files: known, packages }
  }
  const source = (name: string): string => fileURLToPath(new URL(`../../src/cli/${name}`, import.meta.url))

  test.each(['main.ts', 'front.ts', 'words/en.ts', 'words/vi.ts', 'words/words.ts', 'version.ts'])(
    '%s needs no package, no kernel, no ledger',
    (name) => {
      const { files, packages } = loadedBy(source(name))
      expect([...packages].filter((specifier) => !specifier.startsWith('node:'))).toEqual([])
      expect([...files].filter((file) => !file.includes('/src/cli/'))).toEqual([])
    },
  )

  test('no command loads the library before it is run', async () => {
    for (const name of ['ingest', 'view', 'why', 'events', 'serve', 'demo', 'correct/retract']) {
      const { files, packages } = loadedBy(source(`commands/${name}.ts`))
      expect(
        [...files].filter((file) => /ledger\.ts$|\/(http|documents|extraction|replay|store)\//.test(file) && !file.includes('/cli/')),
      ).toEqual([])
      expect([...packages]).not.toContain('zod')
    }
  })
})

import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { projectionCode, registered, testCode } from '../authoring/template.ts'
import { defineCommand } from '../command.ts'
import { nativeTypeScript } from '../projections/native.ts'
import { Usage } from '../usage.ts'

export const newProjection = defineCommand({
  name: 'new projection',
  takes: ['name'],
  completes: 'nothing',
  flags: { folder: { takes: 'DIR' } },
  examples: ['chancery new projection first-visits'],
  async run({ io, out, words, settings }, { folder }, [name = '']) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw new Usage('invalid-value', {
        attempted: words.usage.run('new projection'),
        found: words.usage.value('name', name),
        expected: words.usage.kebab,
      })
    const files =
      folder === undefined && (await isCheckout(io.cwd))
        ? await inCheckout(io.cwd, name)
        : inFolder(resolve(io.cwd, folder ?? 'projections'), name)
    for (const { path, isNew } of files)
      if (isNew && (await exists(path)))
        throw new Fault('already-exists', {
          attempted: `write ${relative(io.cwd, path)}`,
          found: 'there is such a file',
          cure: 'Choose another name.',
        })
    for (const { path, text } of files) {
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(path, text)
    }
    const written = files.map(({ path }) => relative(io.cwd, path) || path)
    if (settings.json) await out.print(JSON.stringify({ written }))
    else {
      for (const [i, file] of written.entries())
        await out.print(files[i]?.isNew ? words.projections.written(file) : words.projections.registered(file))
      const own = files.length === 2
      const place = relative(io.cwd, join(files[0]?.path ?? '', '..')) || '.'
      out.say(
        `${words.projections.next}: chancery view ${name}${own ? ` --projections ${place}` : ''} · ${own ? `${nativeTypeScript() ? 'node' : 'npx tsx'} --test ${written[1]}` : `npm test -- ${name}`}`,
      )
    }
    return 0
  },
})

interface Written {
  readonly path: string
  readonly text: string
  readonly isNew: boolean
}

/** Beside nothing: the package is found by its name. */
const inFolder = (folder: string, name: string): Written[] => {
  const imports = { kernel: 'chancery/kernel', events: 'chancery/events' }
  return [
    { path: join(folder, `${name}.ts`), text: projectionCode(name, imports), isNew: true },
    { path: join(folder, `${name}.test.ts`), text: testCode(name, { ...imports, projection: `./${name}.ts` }, 'node'), isNew: true },
  ]
}

/** In this project itself: one file, its test, and one line in the register. */
const inCheckout = async (root: string, name: string): Promise<Written[]> => {
  const register = join(root, 'projections', 'index.ts')
  const code = projectionCode(name, { kernel: '../src/kernel/index.ts', events: '../events/index.ts' })
  const test = testCode(name, { kernel: '', events: '../../events/index.ts', projection: `../../projections/${name}.ts` }, 'vitest')
  return [
    { path: join(root, 'projections', `${name}.ts`), text: code, isNew: true },
    { path: join(root, 'test', 'projections', `${name}.test.ts`), text: test, isNew: true },
    { path: register, text: registered(await readFile(register, 'utf8'), name), isNew: false },
  ]
}

const isCheckout = async (folder: string): Promise<boolean> => {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  return /"name":\s*"chancery"/.test(manifest) && (await exists(join(folder, 'projections', 'index.ts')))
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

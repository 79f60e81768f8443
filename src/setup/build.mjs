// Compiles to dist/ and copies what is not TypeScript: gazetteers, tables, examples, the page.
// Skips all of it when no source is newer than the last build.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const dist = join(root, 'dist')
// npm leaves files of this name out of the package.
const stamp = join(dist, '._built')
const rooms = ['src', 'events', 'projections', 'test/contracts', 'examples']
const besides = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : []
const newest = (files) => files.reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), 0)
const run = (file, ...args) => {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const sources = [...rooms.flatMap((room) => filesBelow(join(root, room))), ...besides.map((file) => join(root, file))]
if (existsSync(stamp) && statSync(stamp).mtimeMs > newest(sources)) process.exit(0)

rmSync(dist, { recursive: true, force: true })
run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
// By their paths below src: the checkout itself may lie in a folder named web.
for (const file of filesBelow(join(root, 'src')).filter(
  (name) => /\.(tsv|json|sql)$/.test(name) && !/^(web|setup)\b/.test(relative(join(root, 'src'), name)),
)) {
  const target = join(dist, relative(root, file))
  mkdirSync(dirname(target), { recursive: true })
  cpSync(file, target)
}
cpSync(join(root, 'examples'), join(dist, 'examples'), { recursive: true })
if (existsSync(join(root, 'src/web/index.html')))
  run('vite/bin/vite.js', 'build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn')
writeFileSync(stamp, '')

// Installs what is missing, before anything that needs it: npm's own `pre…` hooks do not run under `ignore-scripts`.
// Depends on nothing but Node. Does nothing when node_modules already fits the lock file.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`couldn't set up chancery: this is Node ${process.versions.node}, expected 20.19 or newer. Install a newer Node.`)
  process.exit(3)
}

/** npm writes node_modules/.package-lock.json: what is installed. It must hold every package of ours, at its version. */
const isInstalled = () => {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || found[path]?.version === version || (optional && !found[path]),
  )
}

if (!isInstalled()) {
  console.error('installing what is missing (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error("couldn't set up chancery: npm ci failed. Its own words stand above; with a network, run it again.")
    process.exit(3)
  }
}

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The version in the package's own `package.json`, which lies above both the sources and what was compiled from them. */
export const version = (): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (name === 'chancery') return version
    } catch {
      // Not in this folder: look further up.
    }
    if (folder === dirname(folder)) return 'unknown'
  }
}

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const { optionalDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  optionalDependencies: Record<string, string>
}

/** Packages that Node reads with a file: imports that are neither types nor on demand, through all files that it imports. */
const packagesWith = (file: string, known = new Set<string>(), packages = new Set<string>()): ReadonlySet<string> => {
  if (known.has(file)) return packages
  known.add(file)
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\bfrom\s+)?['"]([^'"]+)['"]/gm,
  ))
    if (specifier.startsWith('.')) packagesWith(resolve(dirname(file), specifier), known, packages)
    else
      packages.add(
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      )
  return packages
}

test.each(['documents/inputs.ts', 'documents/reading.ts', 'exports/index.ts', 'ledger.ts', 'preparing.ts'])(
  '%s loads no reader’s or writer’s package before it is needed',
  (name) => {
    const packages = packagesWith(fileURLToPath(new URL(`../../src/${name}`, import.meta.url)))
    expect(packages.size).toBeGreaterThan(0)
    expect([...packages].filter((specifier) => Object.hasOwn(optionalDependencies, specifier))).toEqual([])
  },
)

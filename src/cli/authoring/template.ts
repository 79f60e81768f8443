/** Where the new files find what they need: inside this project, or in somebody's own folder. */
export interface Imports {
  readonly kernel: string
  readonly events: string
}

/** `first-visits` → firstVisits. */
export const identifierOf = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** A projection that works as it stands: how often, and since when, two countries visited one another. */
export const projectionCode = (name: string, { kernel, events }: Imports): string => `import { z } from 'zod'
import { VisitReported, VisitStarted } from '${events}'
import { compareWhen, defineProjection } from '${kernel}'

export const ${identifierOf(name)} = defineProjection({
  name: '${name}',
  version: 1, // raise it when the row or a handler changes: the view is rebuilt
  says: 'The first visit from one country to another, and how many there were.',
  keyed: 'guest and host: KZ-VN',
  // Unknown is null, never 0: row.parse({}) is the row that no event has touched.
  row: z.object({
    first: z.string().nullable().default(null),
    visits: z.array(z.string()).default([]),
  }),
  events: { VisitReported, VisitStarted },
  key: {
    VisitReported: ({ data }) => routes(data),
    VisitStarted: ({ data }) => routes(data),
  },
  on: {
    VisitReported: (row, { data, derived }) => visited(row, data.visit, derived?.start?.when ?? data.start),
    VisitStarted: (row, { data, derived }) => visited(row, data.visit, derived?.start?.when ?? data.start),
  },
})

const routes = ({ visitors, host }: { visitors: readonly { country?: string | undefined }[]; host: string }): string[] => [
  ...new Set(visitors.flatMap(({ country }) => (country && country !== host ? [\`\${country}-\${host}\`] : []))),
]

/** Mutates the row. Five reports of one visit are one visit: its id is the same in all of them. */
const visited = (row: { first: string | null; visits: string[] }, visit: string, when: string | undefined): void => {
  if (!row.visits.includes(visit)) row.visits.push(visit)
  row.visits.sort()
  if (when && (row.first === null || compareWhen(when, row.first) < 0)) row.first = when
}
`

/** Its test, for vitest inside this project and for Node's own runner elsewhere. */
export const testCode = (name: string, imports: Imports & { readonly projection: string }, runner: 'vitest' | 'node'): string => {
  const id = identifierOf(name)
  const equal = (actual: string, expected: string): string =>
    runner === 'vitest' ? `expect(${actual}).toEqual(${expected})` : `assert.deepEqual(${actual}, ${expected})`
  return `${runner === 'vitest' ? "import { expect, test } from 'vitest'" : "import assert from 'node:assert/strict'\nimport { test } from 'node:test'"}
import { VisitStarted } from '${imports.events}'
import { ${id} } from '${imports.projection}'

const visit = { ...VisitStarted.parse(VisitStarted.versions[0]?.example), host: 'KZ', start: '2023-08-20' }
const event = (data: unknown) => ({ type: 'VisitStarted', data }) as never

test('given nothing, the row says that nothing is known', () => {
  ${equal(`${id}.row.parse({})`, '{ first: null, visits: [] }')}
})

test('given a visit, when it is told twice, then it is one visit', () => {
  const row = ${id}.row.parse({})
  const [key = ''] = [${id}.key.VisitStarted(event(visit))].flat()
  for (const told of [visit, visit]) ${id}.on.VisitStarted(row, event(told), key ?? '')
  ${equal('key', "'VN-KZ'")}
  ${equal('row', "{ first: '2023-08-20', visits: [visit.visit] }")}
})
`
}

/** The register with the new view in it: an import, and its name in both lists, in alphabetical order. */
export const registered = (register: string, name: string): string => {
  const id = identifierOf(name)
  const line = `import { ${id} } from './${name}.ts'`
  const imports = [...register.matchAll(/^import .*$/gm)].map(([text]) => text)
  const sorted = [...imports, line].sort((a, b) => ((a.split("'")[1] ?? '') < (b.split("'")[1] ?? '') ? -1 : 1))
  return register
    .replace(/(?:^import .*\n)+/m, `${sorted.join('\n')}\n`)
    .replace(/export \{ (.*?),? \}/s, (_, names: string) => `export { ${[...names.split(/,\s*/), id].sort().join(', ')} }`)
    .replace(/(export const views = \[)(.*?),?\s*\]/s, (_, start: string, names: string) => `${start}${names.trimEnd()}, ${id}]`)
}

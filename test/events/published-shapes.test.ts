import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { vocabulary } from '../../events/index.ts'
import type { EventVersion } from '../../src/kernel/event.ts'
import { isFault } from '../../src/kernel/fault.ts'
import { probesOf } from './probes.ts'

/**
 * Logs are kept for ever, so a published shape is never edited: a definition grows by `next`. The lock holds the JSON
 * Schema of every version, its example, and what it says to a set of probes (rules such as dates are not in a JSON
 * Schema). `LOCK_SHAPES=1 npx vitest run test/events` adds versions that are new; it never changes what is locked.
 */
const lockFile = join(import.meta.dirname, '../fixtures/published-shapes.json')

interface Locked {
  readonly schema: unknown
  readonly example: unknown
  /** Names of the probes that are accepted; every other one is refused. */
  readonly accepts: readonly string[]
}

const shapeOf = ({ schema, example }: EventVersion): Locked => ({
  schema: z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }),
  example,
  accepts: probesOf(example).flatMap(({ name, data }) => (schema.safeParse(data).success ? [name] : [])),
})

const shapes = new Map(
  vocabulary.all.flatMap(({ type, versions }) =>
    versions.map((version): [string, EventVersion] => [`${type}@${version.version}`, version]),
  ),
)
const locked: Record<string, Locked> = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : {}
if (process.env.LOCK_SHAPES) {
  for (const [name, version] of shapes) locked[name] ??= shapeOf(version)
  writeFileSync(lockFile, `${JSON.stringify(locked, null, 1)}\n`)
}

describe('published shapes', () => {
  test('none is missing: old logs must open for ever', () => {
    expect(Object.keys(locked).filter((name) => !shapes.has(name))).toEqual([])
    expect(shapes.size).toBeGreaterThanOrEqual(31)
  })

  test.each([...shapes])('%s is locked as it is', (name, version) => {
    expect(locked[name], `${name} is not locked yet: LOCK_SHAPES=1 npx vitest run test/events`).toBeDefined()
    expect(
      JSON.parse(JSON.stringify(shapeOf(version))),
      `${name} is published: append a version with next() instead of editing it`,
    ).toEqual(locked[name])
  })

  test.each(Object.keys(locked))('%s takes its locked example to the newest shape', (name) => {
    const [type = '', version] = name.split('@')
    const definition = vocabulary.get(type)
    expect(() => definition?.parse(definition.upcast(locked[name]?.example, Number(version)))).not.toThrow()
  })

  test('the probes can tell: every shape accepts its example, and refuses most of what is not like it', () => {
    for (const [name, { accepts, example }] of Object.entries(locked)) {
      expect(accepts, name).toContain('as it is')
      expect(accepts, name).not.toContain('an unknown key')
      expect(accepts.length / probesOf(example).length, name).toBeLessThan(0.5)
    }
  })

  test('data that does not fit is a fault that names the path', () => {
    try {
      vocabulary.get('VisitStarted')?.parse({ visit: 'x' })
      expect.unreachable()
    } catch (error) {
      expect(isFault(error, 'invalid-event')).toBe(true)
      expect((error as Error).message).toContain('/visit')
    }
  })
})

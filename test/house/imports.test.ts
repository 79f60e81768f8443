import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

describe('the house', () => {
  test('rooms import only what the design allows, and the check saw them', () => {
    const output = execFileSync('npx', ['depcruise', 'src', 'events', 'projections', '--output-type', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    const { summary, modules } = JSON.parse(output)
    expect(summary.violations.map(({ rule, from, to }: Violation) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    const seen = modules.map(({ source }: { source: string }) => source)
    for (const room of ['src/kernel/', 'src/store/', 'src/replay/', 'events/', 'projections/'])
      expect(seen.some((source: string) => source.startsWith(room))).toBe(true)
  }, 60_000)
})

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

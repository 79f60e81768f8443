import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGroups } from '../../src/replay/overlay/groups.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const decision = fc.record({
  kind: fc.constantFrom('join', 'join', 'join', 'part', 'undo'),
  members: fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }),
  person: fc.boolean(),
  preferred: fc.boolean(),
  undone: fc.nat(20),
  settled: fc.boolean(),
})
type Decision = typeof decision extends fc.Arbitrary<infer Value> ? Value : never

const apply = (groups: ReturnType<typeof createGroups>, { kind, members, person, preferred, undone }: Decision, position: number): void => {
  const [a, b] = members as [string, string]
  if (kind === 'part') groups.part({ by: String(position), position, a, b })
  else if (kind === 'undo') groups.undo(String(undone))
  else
    groups.join({
      by: String(position),
      position,
      members: preferred ? [...members].reverse() : members,
      person,
      ...(preferred ? { preferred: members.at(-1) as string } : {}),
    })
}
const partition = (groups: ReturnType<typeof createGroups>) => ids.map((id) => [id, groups.canonical(id), [...groups.members(id)].sort()])

describe('ids that stand for one another', () => {
  test('decisions one by one, all at once, or only those that were never taken back, give the same groups', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 20 }), (decisions) => {
        const [stepwise, atOnce, clean] = [createGroups(), createGroups(), createGroups()]
        const undone = new Set<number>()
        for (const [position, one] of decisions.entries()) {
          apply(stepwise, one, position)
          if (one.settled) stepwise.settle()
          apply(atOnce, one, position)
          if (one.kind === 'undo' && one.undone < position) undone.add(one.undone)
        }
        for (const [position, one] of decisions.entries()) if (!undone.has(position) && one.kind !== 'undo') apply(clean, one, position)
        for (const groups of [stepwise, atOnce, clean]) groups.settle()
        expect(partition(stepwise)).toEqual(partition(clean))
        expect(partition(atOnce)).toEqual(partition(clean))
      }),
      { numRuns: 300 },
    )
  })

  test('what changed is told: every id whose canonical member is another one than at the last settling, with that one', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 20 }), (decisions) => {
        const groups = createGroups()
        for (const [position, one] of decisions.entries()) {
          const before = new Map(ids.map((id) => [id, groups.canonical(id)]))
          apply(groups, one, position)
          const told = groups.settle()
          const changed = ids.filter((id) => groups.canonical(id) !== before.get(id))
          expect([...told].sort()).toEqual(changed.map((id) => [id, before.get(id)]))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no separation that no later verdict of a person joins again is ever crossed', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 20 }), (decisions) => {
        const groups = createGroups()
        const machineOnly = decisions.map((one) => ({ ...one, person: false, kind: one.kind === 'undo' ? ('join' as const) : one.kind }))
        for (const [position, one] of machineOnly.entries()) apply(groups, one as Decision, position)
        groups.settle()
        for (const { kind, members } of machineOnly)
          if (kind === 'part' && members[0] !== members[1])
            expect(groups.canonical(members[0] as string)).not.toBe(groups.canonical(members[1] as string))
      }),
      { numRuns: 300 },
    )
  })
})

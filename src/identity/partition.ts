import { allParts, yearsOf } from './book.ts'
import { derivedDates } from './dates.ts'
import { conflictsIn, doubt, doubtsIn, type IdentityFinding } from './doubts.ts'
import { type Group, isTie } from './group.ts'
import type { Groups } from './groups.ts'
import type { Report } from './report.ts'
import type { World } from './world.ts'

/** What is one among all documents: the same for the same documents, whatever the order in which they came. */
export interface Partition {
  /** Groups of two or more, members in order; groups in the order of their canonical ids. */
  readonly people: readonly Together[]
  readonly engagements: readonly Together[]
  readonly documents: readonly Together[]
  /** Canonical ids of a part and of its whole. */
  readonly parts: readonly { readonly part: string; readonly whole: string }[]
  readonly dates: readonly { readonly engagement: string; readonly field: string; readonly when: string; readonly rule: string }[]
  readonly findings: readonly IdentityFinding[]
}

export interface Together {
  readonly canonical: string
  readonly members: readonly string[]
}

export const partitionOf = (world: World): Partition => ({
  people: groupsIn(world.people),
  engagements: groupsIn(world.engagements),
  documents: groupsIn(world.sources),
  parts: partsIn(world),
  dates: reportsIn(world).flatMap(({ id }) => datesOf(world, id)),
  findings: findingsIn(world),
})

export const findingsIn = (world: World): IdentityFinding[] =>
  [...doubtsIn(world), ...each(world.engagements).flatMap((group) => conflictsIn(world, group)), ...shortfalls(world, partsIn(world))].sort(
    (a, b) => compare(`${a.code} ${a.of.join(' ')}`, `${b.code} ${b.of.join(' ')}`),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const each = (groups: Groups): Group[] => {
  const found = new Map<string, Group>()
  for (const node of groups.nodes()) if (!isTie(node)) found.set(groups.groupOf(node).least, groups.groupOf(node))
  return [...found.values()]
}

const groupsIn = (groups: Groups): Together[] =>
  each(groups)
    .filter(({ members }) => members.size > 1)
    .map(({ anchor, least, members }) => ({ canonical: anchor ?? least, members: [...members].sort() }))
    .sort((a, b) => compare(a.canonical, b.canonical))

const reportsIn = (world: World): Report[] =>
  [...world.engagements.nodes()]
    .filter((node) => !isTie(node))
    .sort()
    .flatMap((id) => world.report(id)?.report ?? [])

const datesOf = (world: World, id: string): Partition['dates'] => {
  const told = world.report(id)
  if (!told) return []
  return derivedDates(told.report, told.read, yearsOf(world, id)).map(({ engagement, field, when, basis }) => ({
    engagement,
    field,
    when,
    rule: basis.rule,
  }))
}

const partsIn = (world: World): { part: string; whole: string }[] => {
  const pairs = new Map<string, { part: string; whole: string }>()
  for (const [tie, wholes] of allParts(world).wholesOf)
    for (const other of wholes) {
      const [part, whole] = [world.engagements.groupOf(tie), world.engagements.groupOf(other)]
      if (part.least !== whole.least && part.members.size > 0 && whole.members.size > 0)
        pairs.set(`${part.least} ${whole.least}`, { part: part.least, whole: whole.least })
    }
  return [...pairs].sort(([a], [b]) => compare(a, b)).map(([, pair]) => pair)
}

const shortfalls = (world: World, parts: Partition['parts']): IdentityFinding[] => {
  const countOf = (id: string): number =>
    Math.max(0, ...[...world.engagements.groupOf(id).members].map((member) => world.report(member)?.report.count ?? 0))
  const named = new Map<string, number>()
  for (const { part, whole } of parts) named.set(whole, (named.get(whole) ?? 0) + Math.max(1, countOf(part)))
  return [...named].flatMap(([whole, count]) => {
    const total = countOf(whole)
    return total > count
      ? [doubt('count-shortfall', `${total} counted, ${count} named`, [whole], { what: 'total', whole, total, named: count })]
      : []
  })
}

import type { Basis } from '../../events/values/correction.ts'
import { type Edge, type Group, isTie } from './group.ts'
import type { Groups } from './groups.ts'
import type { Report } from './report.ts'
import { mostToldRule } from './resolve-block.ts'
import type { World } from './world.ts'

/** Why these people are one: the strongest rule among them, and what was compared. */
export const basisOfPeople = (world: World, members: readonly string[], group: Group): Basis => {
  const edge = decisive(world.people, members, group)
  const [a, b] = sides(members, edge, (id) => world.person(id) !== null)
  const [x, y] = [a === undefined ? null : world.person(a), b === undefined ? null : world.person(b)]
  return {
    ...told(edge),
    features: [
      feature('name', x?.name ?? a, y?.name ?? b),
      feature('country', x?.country, y?.country),
      feature('office', [...(x?.roles.keys() ?? [])].filter(Boolean).join(', '), [...(y?.roles.keys() ?? [])].filter(Boolean).join(', ')),
    ],
  }
}

/** Why these reports are of one engagement. */
export const basisOfEngagements = (world: World, members: readonly string[], group: Group): Basis => {
  const leaning = members.find(world.leans)
  const edge = leaning === undefined ? decisive(world.engagements, members, group, isMostTold) : leanOf(world.engagements, leaning)
  const [a, b] = members
  const [x, y] = [world.report(a as string)?.report, world.report(b as string)?.report]
  const people = (report: Report | undefined) =>
    report?.people
      .map(({ id }) => world.personOf(id))
      .sort()
      .join(', ')
  return {
    ...told(edge),
    features: [
      feature('people', people(x), people(y)),
      feature('place', x?.host ?? x?.parties.join(' '), y?.host ?? y?.parties.join(' ')),
      feature('date', datesOf(x), datesOf(y)),
      feature('kind', x?.sort, y?.sort),
      ...(x?.title || y?.title ? [feature('title', x?.title, y?.title)] : []),
    ],
  }
}

/** Why these documents are one source. */
export const basisOfDocuments = (world: World, members: readonly string[], group: Group): Basis =>
  told(decisive(world.sources, members, group))

const datesOf = (report: Report | undefined): string =>
  ['start', 'end', 'date', 'period'].flatMap((field) => report?.dates[field] ?? []).join('/')

/** Whether a basis or an edge says that the report fits several, and that this is the one that is told most. */
export const isMostTold = (of: { readonly rule: string } | undefined): boolean => of?.rule.endsWith(`/${mostToldRule}`) === true

/** The edge by which a report is held to be of what is told most. */
const leanOf = (groups: Groups, report: string): Edge | undefined =>
  [...groups.edgesOf(report)]
    .flatMap(({ b: tie }) => [...groups.edgesOf(tie)].filter((edge) => edge.b === tie && isMostTold(edge)))
    .sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))[0]

/**
 * The weakest edge on the shortest way from one member to the other: the step that needed a decision. What the members
 * themselves do not rest on is passed over.
 */
const decisive = (
  groups: Groups,
  [from, to]: readonly string[],
  group: Group,
  isBeside: (edge: Edge) => boolean = () => false,
): Edge | undefined => {
  if (from === undefined || to === undefined) return undefined
  const ways = new Map<string, readonly Edge[]>([[from, []]])
  for (const [node, way] of ways) {
    if (node === to) break
    for (const { edge, next } of stepsFrom(node, to, groups, group)) if (!ways.has(next)) ways.set(next, [...way, edge])
  }
  return [...(ways.get(to) ?? [])]
    .filter((edge) => !isBeside(edge))
    .sort((x, y) => x.strength - y.strength || (x.rule < y.rule ? -1 : 1))[0]
}

/** Through a tie the way leads on by ties only: all that hang on it would be many. */
const stepsFrom = (node: string, to: string, groups: Groups, { members, ties }: Group): { edge: Edge; next: string }[] =>
  [...groups.edgesOf(node)]
    .map((edge) => ({ edge, next: edge.a === node ? edge.b : edge.a }))
    .filter(({ next }) => next === to || ties.has(next) || (!isTie(node) && members.has(next)))

const sides = (
  members: readonly string[],
  edge: Edge | undefined,
  isKnown: (id: string) => boolean,
): [string | undefined, string | undefined] => (edge && isKnown(edge.a) && isKnown(edge.b) ? [edge.a, edge.b] : [members[0], members[1]])

const told = (edge: Edge | undefined): Pick<Basis, 'rule' | 'says' | 'score' | 'gazetteer'> => ({
  rule: edge?.rule ?? 'identity/joined',
  says: edge?.says ?? 'both are joined to the same others',
  ...(edge ? { score: edge.strength } : {}),
  ...(edge?.rows?.length ? { gazetteer: edge.rows.slice(0, 50).map((row) => row.slice(0, 500)) } : {}),
})

type Verdict = 'same' | 'compatible' | 'conflicting' | 'silent'

const feature = (
  name: string,
  a: string | null | undefined,
  b: string | null | undefined,
): { feature: string; a: string; b: string; verdict: Verdict } => ({
  feature: name,
  a: (a ?? '').slice(0, 500),
  b: (b ?? '').slice(0, 500),
  verdict: !a || !b ? 'silent' : a === b ? 'same' : 'compatible',
})

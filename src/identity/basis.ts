import type { Basis } from '../../events/values/correction.ts'
import type { Edge, Group } from './group.ts'
import type { Groups } from './groups.ts'
import type { Report } from './report.ts'
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
  const edge = decisive(world.engagements, members, group)
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

const datesOf = (report: Report | undefined): string =>
  ['start', 'end', 'date', 'period'].flatMap((field) => report?.dates[field] ?? []).join('/')

/** The strongest edge at one of the members: it is what brought them in. */
const decisive = (groups: Groups, members: readonly string[], { members: all, ties }: Group): Edge | undefined => {
  const edges = members
    .slice(1)
    .flatMap((member) => [...groups.edgesOf(member)])
    .concat([...groups.edgesOf(members[0] as string)])
    .filter(({ a, b }) => [a, b].every((node) => all.has(node) || ties.has(node)))
  return edges.sort((x, y) => y.strength - x.strength || (x.rule < y.rule ? -1 : x.rule > y.rule ? 1 : 0))[0]
}

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

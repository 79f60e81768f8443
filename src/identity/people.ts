import { distance as editDistance } from 'fastest-levenshtein'
import type { BlockRule } from './blocks.ts'
import { meets, type Window } from './calendar.ts'
import { daysInOffice, type Gazetteer } from './gazetteer.ts'
import type { Edge } from './group.ts'
import { contains } from './names.ts'
import type { PersonNode } from './person-node.ts'

/** What a block of people yields: who is one, and whose name fits several. */
export interface PeopleResult {
  readonly edges: readonly Edge[]
  readonly ambiguous: readonly { readonly person: string; readonly fits: readonly string[] }[]
  readonly uncovered: readonly { readonly person: string; readonly role: string; readonly country: string }[]
}

/** A way in which two ids can be found to be one person. It compares only people that share one of its keys. */
export interface PersonRule {
  readonly id: string
  keys(node: PersonNode, gazetteer: Gazetteer): readonly string[]
  resolve(nodes: readonly PersonNode[], gazetteer: Gazetteer): Partial<PeopleResult>
}

/** Both names are spellings of one row of the gazetteer. */
const spelling: PersonRule = {
  id: 'identity/person/gazetteer',
  keys: ({ id, key }) => (key ? [id] : []),
  resolve: ([node], gazetteer) => {
    const { id, key, country, name, roles } = node as PersonNode
    if (!key) return {}
    const all = gazetteer.named(key, country)
    const fits =
      all.length < 2 ? all : all.filter((person) => [...roles].some(([role, windows]) => heldIn(gazetteer, person, role, country, windows)))
    const [person] = fits
    if (!person) return {}
    if (fits.length > 1) return { ambiguous: [{ person: id, fits }] }
    // A single name is a spelling only with the country; the rule of offices looks closer.
    if (key.parts.length === 1 && country === null) return {}
    return {
      edges: [
        {
          a: id,
          b: person,
          strength: id === person ? 1 : 0.95,
          rule: 'identity/person/gazetteer',
          says: `“${name}” is a spelling of this person in the gazetteer`,
        },
      ],
    }
  },
}

/** The same parts of a name, initials and patronymics aside, in one country. */
const sameName: PersonRule = {
  id: 'identity/person/name-and-country',
  keys: ({ key, country }) => (key && country && (key.parts.length > 1 || key.compact.length > 6) ? [`${country} ${key.compact}`] : []),
  resolve: (nodes) => ({
    edges: star(
      nodes,
      0.9,
      'identity/person/name-and-country',
      () => 'the same name, spaces, hyphens, initials and patronymics aside, and the same country',
    ),
  }),
}

/** The same parts in another order, with a common office. Not where the order of the parts is the name. */
const otherOrder: PersonRule = {
  id: 'identity/person/name-order',
  keys: ({ key, country, roles }) =>
    key && country && key.parts.length > 1 && !isFixedOrder(country)
      ? rolesOf(roles).map((role) => `${country} ${role} ${key.sorted}`)
      : [],
  resolve: (nodes) => ({
    edges: star(nodes, 0.85, 'identity/person/name-order', () => 'the same parts of a name in another order, the same office and country'),
  }),
}

/** A shorter name whose parts all stand in the longer names of one person only, with the same office and country. */
const shorterName: PersonRule = {
  id: 'identity/person/part-of-name',
  keys: ({ key, country, roles }) =>
    key && country ? rolesOf(roles).flatMap((role) => telling(key.parts, country).map((part) => `${country} ${role} ${part}`)) : [],
  resolve: (nodes, gazetteer) => {
    const edges: Edge[] = []
    const ambiguous: { person: string; fits: string[] }[] = []
    for (const node of nodes) {
      if (!node.key || !node.country) continue
      if (gazetteer.named(node.key, node.country).length > 0) continue
      const longer = nodes.filter(
        (other) => other.key && node.key && other.key.parts.length > node.key.parts.length && contains(other.key, node.key),
      )
      const people = new Map(longer.map((other) => [identityOf(other, gazetteer), other.id]))
      const single = node.key.parts.length === 1
      for (const [role, windows] of node.roles)
        for (const person of single && role ? gazetteer.withPart(node.key.parts[0] as string, role, node.country) : [])
          if (heldIn(gazetteer, person, role, node.country, windows)) people.set(person, person)
          else people.delete(person)
      const fits = [...people.keys()].sort()
      const [only] = fits
      if (only === undefined) continue
      // A surname says little: the office must be in it, and the gazetteer or another document must know only one.
      if (fits.length > 1) ambiguous.push({ person: node.id, fits })
      else
        edges.push({
          a: node.id,
          b: people.get(only) as string,
          strength: 0.7,
          rule: 'identity/person/part-of-name',
          says: 'this name is part of the other, with the same office and country, and fits nobody else',
        })
    }
    return { edges, ambiguous }
  },
}

/** Spellings a letter or two apart, part by part, of names that are not of single syllables, with the same office and country. */
const nearSpelling: PersonRule = {
  id: 'identity/person/transliteration',
  keys: ({ key, country, roles }) =>
    key && country && key.parts.length > 1 && !isFixedOrder(country)
      ? rolesOf(roles).map(
          (role) =>
            `${country} ${role} ${key.parts
              .map((part) => part[0])
              .sort()
              .join('')}`,
        )
      : [],
  resolve: (nodes, gazetteer) => {
    const edges: Edge[] = []
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(i + 1)) {
        const [known, other] = [personIn(a, gazetteer), personIn(b, gazetteer)]
        if (known && other && known !== other) continue
        if (areNear(a, b))
          edges.push({
            a: a.id,
            b: b.id,
            strength: 0.6,
            rule: 'identity/person/transliteration',
            says: 'names that differ by a letter or two in each part, the same office and country',
          })
      }
    })
    return { edges }
  },
}

/** A full name without a country, when every document that gives it one gives it the same. */
const withoutCountry: PersonRule = {
  id: 'identity/person/name',
  keys: ({ key }) => (key && key.parts.length > 1 ? [key.compact] : []),
  resolve: (nodes, gazetteer) => {
    const homeless = nodes.filter(({ country }) => country === null)
    const countries = new Set(nodes.filter(({ country }) => country !== null).map((node) => personIn(node, gazetteer) ?? node.country))
    if (homeless.length === 0 || countries.size > 1) return {}
    return {
      edges: star(
        nodes.filter((node, i) => node.country === null || i === nodes.findIndex(({ country }) => country !== null)),
        0.5,
        'identity/person/name',
        () => 'the same full name, which no document gives to another country',
      ),
    }
  },
}

/** An office holder without a name, when the time of the document leaves one holder of the office. */
const byTenure: PersonRule = {
  id: 'identity/person/tenure',
  keys: ({ id, name }) => (name === null ? [id] : []),
  resolve: ([node], gazetteer) => {
    const { id, country, roles } = node as PersonNode
    const [role, windows] = [...roles][0] ?? []
    const window = windows?.[0]
    if (!role || !country || !window || window.length === 0) return {}
    const covered = gazetteer.coverage(role, country)
    if (!covered) return {}
    if (window.some(([from, to]) => from < covered[0] || to > covered[1])) return { uncovered: [{ person: id, role, country }] }
    const rows = gazetteer.holders(role, country).filter(({ days }) => meets(window, days))
    const people = new Set(rows.map(({ person }) => person))
    const [person] = people
    if (!person || people.size > 1) return {}
    return {
      edges: [
        {
          a: id,
          b: person,
          strength: 0.8,
          rule: 'identity/person/tenure',
          says: 'the only holder of this office at the time of the document',
          rows: rows.map(({ row }) => row),
        },
      ],
    }
  },
}

/** In the order of their strength. One more way to know a person is one more entry. */
export const personRules: readonly PersonRule[] = [spelling, sameName, otherOrder, byTenure, shorterName, nearSpelling, withoutCountry]

/** All person rules as one set of blocks: a key names the rule and its block. */
export const peopleBlocks = (gazetteer: Gazetteer): BlockRule<PersonNode, PeopleResult> => ({
  keys: (node) => personRules.flatMap((rule, i) => rule.keys(node, gazetteer).map((key) => `${i} ${key}`)),
  resolve: (nodes, key) => {
    const rule = personRules[Number(key.slice(0, key.indexOf(' ')))] as PersonRule
    return { edges: [], ambiguous: [], uncovered: [], ...rule.resolve(nodes, gazetteer) }
  },
})

/** Countries whose names are of single syllables, or in an order that carries meaning. */
const isFixedOrder = (country: string): boolean => fixedOrder.has(country)
const fixedOrder = new Set(['VN', 'CN', 'KR', 'KP', 'TW', 'HK', 'SG', 'LA', 'KH', 'MM'])

const rolesOf = (roles: PersonNode['roles']): string[] =>
  [...roles.keys()].filter((role) => role !== '' && role !== 'other' && role !== 'spouse')

/** The parts by which a person may be called alone: the given name in Viet Nam, any part elsewhere. */
const telling = (parts: readonly string[], country: string): readonly string[] => (country === 'VN' ? parts.slice(-1) : parts)

const personIn = ({ key, country }: PersonNode, gazetteer: Gazetteer): string | null => {
  const people = key ? gazetteer.named(key, country) : []
  return people.length === 1 ? (people[0] as string) : null
}

/** Spellings of one person count once. */
const identityOf = (node: PersonNode, gazetteer: Gazetteer): string => personIn(node, gazetteer) ?? node.key?.compact ?? node.id

const heldIn = (gazetteer: Gazetteer, person: string, role: string, country: string | null, windows: readonly Window[]): boolean => {
  if (!role || !country) return true
  const held = daysInOffice(gazetteer, person, role, country)
  return held !== null && windows.every((window) => held.some((days) => meets(window, days)))
}

const star = (nodes: readonly PersonNode[], strength: number, rule: string, says: () => string): Edge[] => {
  const [hub, ...others] = nodes
  return hub ? others.map((node) => ({ a: hub.id, b: node.id, strength, rule, says: says() })) : []
}

/** Each part equal or nearly so, and something longer than a syllable among what is equal in all but a letter. */
const areNear = (a: PersonNode, b: PersonNode): boolean => {
  if (!a.key || !b.key || a.key.parts.length !== b.key.parts.length) return false
  const [x, y] = [[...a.key.parts].sort(), [...b.key.parts].sort()]
  return x.every((part, i) => {
    const other = y[i] as string
    const apart = editDistance(part, other)
    const shortest = Math.min(part.length, other.length)
    return apart === 0 || (shortest >= 4 && apart === 1) || (shortest >= 7 && apart === 2)
  })
}

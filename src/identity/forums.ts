import type { OccurrenceRule } from './occurrence-rule.ts'
import { areAlike, isGeneric, type Title, titleOf } from './titles.ts'

interface ForumFeatures {
  readonly name: Title | null
  readonly people: readonly string[]
}

/** A like name and compatible dates; a forum without a name by those who attended it. */
export const forums: OccurrenceRule<ForumFeatures> = {
  kind: 'forum',
  id: 'identity/forum/name-dates',
  says: 'names alike or the same people, dates that can be of one forum',
  keys: ({ report, people }) => {
    const name = report.title ? titleOf(report.title) : null
    return [
      ...people.filter((person) => !person.startsWith('?') && !person.startsWith('*')).slice(0, 8),
      ...(name?.acronyms ?? []).map((acronym) => `*${acronym}`),
    ].map((key) => `${key}|${report.scope}`)
  },
  features: ({ report, people }) => {
    const name = report.title ? titleOf(report.title) : null
    return { name: name && !isGeneric(name) ? name : null, people: [...new Set(people)].sort() }
  },
  tolerance: 3,
  fits: (a, b) => (a.name && b.name ? areAlike(a.name, b.name) : a.people.some((person) => b.people.includes(person))),
}

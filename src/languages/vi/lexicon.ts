import type { PlaceMention } from '../../kernel/reading.ts'
import { type Phrases, phrasesOf } from '../phrases.ts'
import { rowsOf, spellings } from '../table.ts'

/** What the table of offices says of one of them. */
export interface Office {
  readonly key: string
  readonly role: string
  /** What may follow: a portfolio, a body, a chain of further offices; or how it refers: leader, counterpart. */
  readonly takes: string
  /** The country whose office it is, whoever holds it. */
  readonly country: string | null
}

export interface Instrument {
  readonly instrument: string
  /** It speaks of relations, not of a paper: quan hệ đối tác chiến lược. */
  readonly relation: boolean
  /** Of an instrument that is known by its name, whose it is: the EVFTA is one of Vietnam and the Union. */
  readonly parties: readonly string[]
}

/** Everything the tables know, in one tree of phrases. */
export const lexiconOf = (tables: Readonly<Record<string, string>>): Phrases => {
  const phrases = phrasesOf()
  for (const row of rowsOf(tables.countries ?? ''))
    for (const name of spellings(row.names)) {
      const type = row.kind === 'organisation' ? 'organisation' : 'country'
      phrases.add(name, { kind: 'country', value: { country: row.code as string, type, text: name } satisfies PlaceMention })
    }
  for (const row of rowsOf(tables.places ?? ''))
    for (const name of spellings(row.names))
      phrases.add(name, { kind: 'place', value: { country: row.country as string, type: 'city', text: name } satisfies PlaceMention })
  for (const row of rowsOf(tables.offices ?? ''))
    for (const name of spellings(row.names)) {
      const office: Office = { key: row.office as string, role: row.role as string, takes: row.takes ?? '', country: row.country || null }
      phrases.add(name.toLowerCase(), { kind: 'office', value: office })
    }
  for (const row of rowsOf(tables.portfolios ?? ''))
    for (const name of spellings(row.names)) phrases.add(name, { kind: 'portfolio', value: row.portfolio })
  for (const row of rowsOf(tables.instruments ?? ''))
    for (const name of spellings(row.names))
      phrases.add(name, {
        kind: 'instrument',
        value: {
          instrument: row.instrument as string,
          relation: row.relation === 'yes',
          parties: row.parties ? row.parties.split(',') : [],
        } satisfies Instrument,
      })
  for (const row of rowsOf(tables.forums ?? ''))
    for (const name of spellings(row.names)) phrases.add(name, { kind: 'forum', value: row.forum })
  for (const row of rowsOf(tables.lexicon ?? ''))
    for (const name of spellings(row.phrases)) phrases.add(name, { kind: row.class as string })
  return phrases
}

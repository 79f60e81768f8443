import { rowsOf } from '../table.ts'
import { keyOf } from '../words.ts'

/** Whom the gazetteer of people knows, by every spelling; a spelling of two people of two countries tells nothing. */
export const countriesByName = (people: string): { names: readonly string[]; of(name: string): string | null } => {
  const countries = new Map<string, string | null>()
  const names: string[] = []
  for (const row of rowsOf(people)) {
    const country = row.country ?? ''
    if (country === '') continue
    for (const name of [row.name ?? '', ...(row.spellings ?? '').split('|')].map((spelling) => spelling.trim()).filter(Boolean)) {
      const key = nameKey(name)
      countries.set(key, countries.has(key) && countries.get(key) !== country ? null : country)
      if (/\s/.test(name)) names.push(name.normalize('NFC'))
    }
  }
  return { names, of: (name) => countries.get(nameKey(name)) ?? null }
}

const nameKey = (name: string): string =>
  keyOf(name.normalize('NFC'))
    .replace(/[\s.-]+/g, ' ')
    .trim()

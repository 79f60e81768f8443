import { readdirSync, readFileSync } from 'node:fs'

/** The tables that come with Vietnamese, as `documents` would load them. */
export const tables: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(new URL('../../../src/languages/vi/gazetteer/', import.meta.url))
    .filter((file) => file.endsWith('.tsv'))
    .map((file) => [file.slice(0, -4), readFileSync(new URL(`../../../src/languages/vi/gazetteer/${file}`, import.meta.url), 'utf8')]),
)

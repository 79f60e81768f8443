// What careful readers took from 1,036 articles of the shared corpus drawn at random: facts in the form of the gold, without the
// texts. Evidence (`at`) and titles are places in the text, from and to in UTF-16 units; where the corpus lies (`corpus/articles.ndjson`)
// they become words again. 166 articles are held out (`held`): nothing may learn from them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Articles with the facts that were read in them: `{ id, text, gold, held }`; none where the corpus isn't at hand. */
export const readingsOf = (shared) => {
  const corpus = join(shared, 'corpus/articles.ndjson')
  if (!existsSync(corpus)) return []
  const texts = new Map(lines(corpus).map(({ id, text }) => [id, text]))
  return lines(new URL('corpus-readings.ndjson', import.meta.url)).flatMap(({ doc, held = false, ...facts }) => {
    const text = texts.get(doc)
    return text === undefined ? [] : [{ id: doc, text, gold: worded(facts, text), held }]
  })
}

/** Facts with their words: the clause that supports each, and the title of an instrument where it stands in the text. */
const worded = (facts, text) => {
  const words = (place) => (Array.isArray(place) ? text.slice(...place) : place)
  return Object.fromEntries(
    Object.entries(facts).map(([kind, list]) => [
      kind,
      list.map(({ at, title, ...fact }) => ({ ...fact, ...(title === undefined ? {} : { title: words(title) }), evidence: words(at) })),
    ]),
  )
}

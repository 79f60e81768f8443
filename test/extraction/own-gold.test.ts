import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type GoldFacts, type Kind, scoreOf } from './own-score.ts'
import { extractor } from './told.ts'

const extract = (text: string) => extractor.extract(text, { sha256: createHash('sha256').update(text).digest('hex') }).claims
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const names = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))

describe('the project’s own gold', () => {
  /** Right, wrong and missed facts, as they stand today: a change for the worse fails, one for the better is written down here. */
  const standing: Record<Kind, { least: number; mostWrong: number }> = {
    visits: { least: 60, mostWrong: 18 },
    meetings: { least: 74, mostWrong: 9 },
    agreements: { least: 50, mostWrong: 8 },
  }
  const documents = names('../gold/gold/', '.json').map((name) => ({
    gold: JSON.parse(read(`../gold/gold/${name}.json`)) as GoldFacts,
    claims: extract(read(`../gold/texts/${name}.txt`)),
  }))
  for (const kind of Object.keys(standing) as Kind[])
    it(`${kind}: precision and recall hold`, () => {
      const { right, wrong } = scoreOf(kind, documents)
      expect(right).toBeGreaterThanOrEqual(standing[kind].least)
      expect(wrong).toBeLessThanOrEqual(standing[kind].mostWrong)
    })
})

describe('texts without an engagement', () => {
  for (const name of names('../negatives/', '.txt'))
    it(`${name}: nothing between states`, () => {
      const claims = extract(read(`../negatives/${name}.txt`)).filter(
        ({ type, data }) => type !== 'FigureReported' && (data as { scope?: string }).scope === 'interstate',
      )
      expect(claims.map(({ type, evidence }) => [type, evidence[0]?.quote])).toEqual([])
    })
})

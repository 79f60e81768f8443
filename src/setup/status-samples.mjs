// The engagements that the extractor finds in texts with gold facts, each with its cues and with what it should have been read as.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const root = new URL('../../', import.meta.url)
const { createExtractor } = await import(new URL('src/extraction/extract.ts', root).href)
const { decideVisits, visitStatuses, kindOf } = await import(new URL('src/extraction/claims-visits.ts', root).href)
const { decideMeetings, meetingStatuses, formOf } = await import(new URL('src/extraction/claims-meetings.ts', root).href)
const { decideAgreements, agreementStatuses } = await import(new URL('src/extraction/claims-agreements.ts', root).href)
const { vietnamese } = await import(new URL('src/languages/vi/index.ts', root).href)

/** Every kind that has a status: where gold keeps it, its classes, and its word for what happened where it learns from the others too. */
export const kinds = {
  visit: { gold: 'visits', statuses: visitStatuses, strength: 14, now: 'happened' },
  meeting: { gold: 'meetings', statuses: meetingStatuses, strength: 14, now: 'held' },
  agreement: { gold: 'agreements', statuses: agreementStatuses, strength: 8 },
}

const tables = {}
for (const folder of ['src/languages/vi/gazetteer', 'src/identity/gazetteer'])
  for (const file of readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.tsv')))
    tables[file.slice(0, -4)] = readFileSync(new URL(`${folder}/${file}`, root), 'utf8')
const extractor = createExtractor({ language: vietnamese, gazetteer: tables })

/** How the scorer pairs facts with gold. */
export const scorerOf = (shared) => import(pathToFileURL(join(shared, 'eval/facts.mjs')).href)

const nothing = { visits: [], meetings: [], agreements: [] }

/**
 * The documents of a folder of texts, with their gold and their candidates as facts that the scorer can pair with it.
 * `use`: `learn` counts and teaches, `teach` teaches alone, `fix` teaches with more weight and holds what is optional too.
 */
export const documentsOf = (texts, golds, use = 'learn') =>
  readdirSync(texts)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
    .sort()
    .flatMap((id) => {
      const gold = golds ? readGold(join(golds, `${id}.json`)) : nothing
      return gold ? [documentOf(id, readFileSync(join(texts, `${id}.txt`), 'utf8'), gold, use)] : []
    })

export const documentOf = (id, text, gold, use = 'learn') => ({ id, gold, use, ...read(text) })

/** A text whose gold is not there yet is left out. */
const readGold = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw new Error(`couldn't read the gold facts of ${file}: ${error.message}`, { cause: error })
  }
}

const read = (text) => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const writing = extractor.read(text, { sha256 })
  const persons = (entities, near) => entities.map((entity) => writing.person(entity, near))
  const quotesOf = (mentions) => mentions.map(({ evidence }) => writing.view.text.slice(evidence.start, evidence.end))
  const visits = decideVisits(writing)
  const meetings = decideMeetings(writing, visits)
  const candidates = {
    visit: visits.map(({ cues, mentions, start, end }) => ({
      cues,
      quotes: quotesOf(mentions),
      fact: {
        visitors: persons(mentions[0].visitors, mentions[0].anchor),
        host: mentions[0].host,
        kind: kindOf(mentions),
        start,
        end,
      },
    })),
    meeting: meetings
      .filter(({ mentions }) => mentions[0].scope === 'interstate')
      .map(({ cues, mentions, start }) => ({
        cues,
        quotes: quotesOf(mentions),
        fact: { participants: persons(mentions[0].participants, mentions[0].anchor), form: formOf(mentions), date: start },
      })),
    agreement: decideAgreements(writing, visits, meetings).map(({ cues, mentions, date }) => {
      const best = mentions.reduce((x, y) => ((y.title?.length ?? 0) > (x.title?.length ?? 0) ? y : x))
      const quotes = quotesOf(mentions)
      const { count, instrument } = best.draft
      return { cues, quotes, fact: { title: best.title, count, instrument, parties: best.parties, date, quotes } }
    }),
  }
  return { candidates }
}

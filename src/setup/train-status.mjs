#!/usr/bin/env node
// Learns the weights of the cues that decide on status (src/languages/vi/gazetteer/weights.tsv) from texts with gold facts.
//   node src/setup/train-status.mjs --shared DIR [--folds 5] [--only KIND] [--dry]
// A linear model (softmax, L2), trained in full batches without randomness: the same texts give the same weights.
// Folds are made of whole documents; their scores are those of documents that the weights have not seen.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const argument = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise)
const shared = argument('--shared', process.env.CHANCERY_SHARED)
if (!shared) {
  console.error('usage: train-status.mjs --shared DIR [--folds 5] [--only KIND] [--dry]')
  process.exit(2)
}
const folds = Number(argument('--folds', '5'))
const root = new URL('../../', import.meta.url)
const { createExtractor } = await import(new URL('src/extraction/extract.ts', root).href)
const { decideVisits, visitStatuses, kindOf } = await import(new URL('src/extraction/claims-visits.ts', root).href)
const { decideMeetings, meetingStatuses, formOf } = await import(new URL('src/extraction/claims-meetings.ts', root).href)
const { decideAgreements, agreementStatuses } = await import(new URL('src/extraction/claims-agreements.ts', root).href)
const { vietnamese } = await import(new URL('src/languages/vi/index.ts', root).href)
const { pairUp } = await import(pathToFileURL(join(shared, 'eval/facts.mjs')).href)

const tables = {}
for (const folder of ['src/languages/vi/gazetteer', 'src/identity/gazetteer'])
  for (const file of readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.tsv')))
    tables[file.slice(0, -4)] = readFileSync(new URL(`${folder}/${file}`, root), 'utf8')

const kinds = {
  visit: { gold: 'visits', statuses: visitStatuses },
  meeting: { gold: 'meetings', statuses: meetingStatuses },
  agreement: { gold: 'agreements', statuses: agreementStatuses },
}

// ---- what is known before any text is seen: each cue leans to a status; learning moves the weights from there
const priors = new Map()
for (const line of readFileSync(new URL('status-priors.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#') || line.startsWith('kind\t')) continue
  const [kind, cue, status, weight] = line.split('\t')
  for (const each of kind === 'all' ? ['visit', 'meeting'] : [kind])
    for (const name of status === 'now' ? [{ visit: 'happened', meeting: 'held', agreement: 'signed' }[each]] : [status])
      priors.set(`${each}\t${cue}\t${name}`, Number(weight))
}

// ---- candidates of every document, as facts that the scorer can pair with gold
const extractor = createExtractor({ language: vietnamese, gazetteer: tables })
const documents = []
const nothing = { visits: [], meetings: [], agreements: [] }
const load = (texts, golds, fixed, own = false) => {
  for (const file of readdirSync(texts)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const id = file.slice(0, -4)
    const text = readFileSync(join(texts, `${id}.txt`), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const writing = extractor.read(text, { sha256 })
    const persons = (entities, near) => entities.map((entity) => writing.person(entity, near))
    const visits = decideVisits(writing)
    const candidates = {
      visit: visits.map((v) => ({
        cues: v.cues,
        fact: {
          visitors: persons(v.mentions[0].visitors, v.mentions[0].anchor),
          host: v.mentions[0].host,
          kind: kindOf(v.mentions),
          start: v.start,
          end: v.end,
        },
      })),
      meeting: decideMeetings(writing, visits)
        .filter((m) => m.mentions[0].scope === 'interstate')
        .map((m) => ({
          cues: m.cues,
          fact: { participants: persons(m.mentions[0].participants, m.mentions[0].anchor), form: formOf(m.mentions), date: m.start },
        })),
    }
    candidates.agreement = decideAgreements(writing, visits, decideMeetings(writing, visits)).map((a) => {
      const best = a.mentions.reduce((x, y) => ((y.title?.length ?? 0) > (x.title?.length ?? 0) ? y : x))
      const quotes = a.mentions.map(({ evidence }) => writing.view.text.slice(evidence.start, evidence.end))
      return {
        cues: a.cues,
        fact: {
          title: best.title,
          count: best.draft.count,
          instrument: best.draft.instrument,
          parties: best.parties,
          date: a.date,
          quotes,
        },
      }
    })
    documents.push({
      id,
      gold: golds ? JSON.parse(readFileSync(join(golds, `${id}.json`), 'utf8')) : nothing,
      own,
      candidates,
      fixed,
      fold: Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 6), 16) % folds,
    })
  }
}
load(join(shared, 'eval/dev/texts'), join(shared, 'eval/dev/gold'), false)
load(join(shared, 'seeds'), join(shared, 'eval/seeds/gold'), true)
const written = (folder) => new URL(`test/${folder}`, root).pathname
load(written('gold/texts'), written('gold/gold'), false, true)
load(written('negatives'), null, false, true)

// ---- what each candidate should have been
const label = (kind, predict) => {
  const samples = []
  for (const document of documents) {
    const gold = document.gold[kinds[kind].gold]
    const facts = document.candidates[kind].map(({ cues, fact }) => ({ ...fact, status: predict(cues) }))
    const { byGot } = pairUp(kinds[kind].gold, gold, facts)
    document.candidates[kind].forEach(({ cues }, i) => {
      const g = byGot.has(i) ? gold[byGot.get(i)] : null
      samples.push({ cues, document, status: g ? (g.optional && !document.fixed ? null : g.status) : 'none' })
    })
  }
  return samples
}

const train = (samples, statuses, vocabulary, kind) => {
  const features = new Map(vocabulary.map((cue, i) => [cue, i]))
  const rows = samples
    .filter(({ status }) => status)
    .map(({ cues, status, document }) => ({
      x: cues.map((cue) => features.get(cue)).filter((i) => i !== undefined),
      y: statuses.indexOf(status),
      weight: document.fixed ? 8 : 1,
    }))
  const prior = statuses.map((status) => Float64Array.from(vocabulary, (cue) => priors.get(`${kind}\t${cue}\t${status}`) ?? 0))
  const w = prior.map((row) => row.slice())
  const sums = statuses.map(() => new Float64Array(vocabulary.length).fill(1e-6))
  for (let epoch = 0; epoch < 250; epoch++) {
    const gradient = w.map((row, k) => row.map((value, i) => (value - prior[k][i]) * strength))
    for (const { x, y, weight } of rows) {
      const scores = w.map((row) => x.reduce((sum, i) => sum + row[i], 0))
      const most = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - most))
      const total = exps.reduce((a, b) => a + b, 0)
      exps.forEach((e, k) => {
        const error = weight * (e / total - (k === y ? 1 : 0))
        for (const i of x) gradient[k][i] += error
      })
    }
    w.forEach((row, k) => {
      for (let i = 0; i < row.length; i++) {
        sums[k][i] += gradient[k][i] ** 2
        row[i] -= (0.3 * gradient[k][i]) / Math.sqrt(sums[k][i])
      }
    })
  }
  return w
}
const strength = Number(argument('--strength', '12'))

const predictor = (w, statuses, vocabulary) => {
  const features = new Map(vocabulary.map((cue, i) => [cue, i]))
  return (cues) => {
    const x = cues.map((cue) => features.get(cue)).filter((i) => i !== undefined)
    const scores = w.map((row) => x.reduce((sum, i) => sum + row[i], 0))
    return statuses[scores.indexOf(Math.max(...scores))]
  }
}

const score = (kind, predict) => {
  let [tp, fp, fn] = [0, 0, 0]
  for (const document of documents.filter(({ fixed, own }) => !fixed && !own)) {
    const gold = document.gold[kinds[kind].gold]
    const facts = document.candidates[kind]
      .map(({ cues, fact }) => ({ ...fact, status: predict(cues, document) }))
      .filter(({ status }) => status !== 'none')
    const { byGold, byGot } = pairUp(kinds[kind].gold, gold, facts)
    gold.forEach((g, i) => {
      const got = byGold.has(i) ? facts[byGold.get(i)] : null
      if (g.optional) return
      if (!got) fn++
      else if (got.status === g.status) tp++
      else [fn, fp] = [fn + 1, fp + 1]
    })
    fp += facts.filter((_, j) => !byGot.has(j)).length
  }
  const [p, r] = [tp / (tp + fp || 1), tp / (tp + fn || 1)]
  return `precision ${(100 * p).toFixed(1)} recall ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r || 1)).toFixed(1)}`
}

const lines = [
  '# Weights of the cues that decide on status, learnt by src/setup/train-status.mjs: a sum for each status, the greatest wins.',
  'kind\tcue\tstatus\tweight',
]
const only = argument('--only', null)
const weightsFile = new URL('src/languages/vi/gazetteer/weights.tsv', root)
for (const kind of Object.keys(kinds)) {
  if (only && kind !== only) {
    const kept = readFileSync(weightsFile, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(`${kind}\t`))
    for (const line of kept) lines.push(line)
    continue
  }
  const { statuses } = kinds[kind]
  const seen = new Map()
  for (const document of documents)
    for (const cue of new Set(document.candidates[kind].flatMap(({ cues }) => cues)))
      seen.set(cue, (seen.get(cue) ?? 0) + (document.fixed ? 0 : 1))
  const vocabulary = [...seen]
    .filter(([, n]) => n >= 4)
    .map(([cue]) => cue)
    .sort()
  let predict = () => statuses[0]
  let w
  for (let round = 0; round < 3; round++) {
    const samples = label(kind, predict)
    w = train(samples, statuses, vocabulary, kind)
    predict = predictor(w, statuses, vocabulary)
  }
  const byFold = Array.from({ length: folds }, (_, fold) => {
    const samples = label(kind, predict).filter(({ document }) => document.fold !== fold)
    return predictor(train(samples, statuses, vocabulary, kind), statuses, vocabulary)
  })
  const samples = label(kind, predict)
  console.log(`${kind}: ${samples.length} candidates, ${vocabulary.length} cues`)
  console.log(`  seen:     ${score(kind, predict)}`)
  console.log(`  unseen:   ${score(kind, (cues, document) => byFold[document.fold](cues))}`)
  if (process.argv.includes('--confusion')) {
    const table = new Map()
    for (const { status, document, cues } of samples)
      if (status && !document.fixed && !document.own) {
        const key = `${status.padEnd(11)} read as ${byFold[document.fold](cues)}`
        table.set(key, (table.get(key) ?? 0) + 1)
      }
    for (const [key, n] of [...table].sort()) console.log(`    ${key}: ${n}`)
  }
  console.log(`  ceiling:  ${ceiling(kind)}`)
  for (const [i, cue] of vocabulary.entries())
    for (const [k, status] of statuses.entries())
      if (Math.abs(w[k][i]) >= 0.02) lines.push([kind, cue, status, w[k][i].toFixed(2)].join('\t'))
}
if (!process.argv.includes('--dry')) writeFileSync(weightsFile, `${lines.join('\n')}\n`)

// How many required gold facts have a candidate at all, whatever its status.
function ceiling(kind) {
  let [has, of] = [0, 0]
  for (const { gold, candidates, fixed, own } of documents) {
    if (fixed || own) continue
    const { byGold } = pairUp(
      kinds[kind].gold,
      gold[kinds[kind].gold],
      candidates[kind].map(({ fact }) => ({ ...fact, status: '' })),
    )
    gold[kinds[kind].gold].forEach((g, i) => {
      if (!g.optional) {
        of++
        if (byGold.has(i)) has++
      }
    })
  }
  return `${has} of ${of} gold facts have a candidate`
}

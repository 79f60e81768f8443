#!/usr/bin/env node
// Learns the weights of the cues that decide on status (src/languages/vi/gazetteer/weights.tsv) from texts with gold facts.
//   node src/setup/train-status.mjs --shared DIR [--more DIR]... [--folds 5] [--rounds 3] [--only KIND] [--dry]
//     --more DIR      learn from these too: a folder with texts/ and gold/ (texts without gold are left out)
//     --strength N    how strongly weights are held to where they start; --lean N what `none` is given on top
//     --without RE    leave out the cues that fit this expression, to see what they give; --least N leave out the rare ones
//     --confusion     what is read as what; --errors: the candidates and facts that folds get wrong
// Folds are made of whole documents; their scores are those of documents that the weights have not seen. They are made
// anew in each round, and the scores added up: one division of a few hundred documents is off by chance.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readingsOf } from './corpus-readings.mjs'
import { commonStart, expectation, predictor, train, vocabularyOf } from './status-model.mjs'
import { told, toldError } from './status-report.mjs'
import { documentOf, documentsOf, kinds, scorerOf } from './status-samples.mjs'

const values = (name) => process.argv.flatMap((word, i, all) => (word === name && all[i + 1] !== undefined ? [all[i + 1]] : []))
const argument = (name, otherwise) => values(name)[0] ?? otherwise
const flag = (name) => process.argv.includes(name)
const shared = argument('--shared', process.env.CHANCERY_SHARED)
if (!shared) {
  console.error('usage: train-status.mjs --shared DIR [--more DIR]... [--folds 5] [--rounds 3] [--only KIND] [--dry]')
  process.exit(2)
}
const folds = Number(argument('--folds', '5'))
const rounds = Number(argument('--rounds', '3'))
const strength = argument('--strength', null)
const lean = Number(argument('--lean', '0'))
const only = argument('--only', null)
const without = new RegExp(argument('--without', '^$'))
const least = Number(argument('--least', '6'))
/** How strongly what visits and meetings teach together is held to what was expected. */
const common = 8
const root = new URL('../../', import.meta.url)
const { pairUp } = await scorerOf(shared)

const written = (folder) => new URL(`test/${folder}`, root).pathname
const documents = [
  ...documentsOf(join(shared, 'eval/dev/texts'), join(shared, 'eval/dev/gold')),
  ...readingsOf(shared).flatMap(({ id, text, gold, held }) => (held ? [] : [documentOf(id, text, gold)])),
  ...values('--more').flatMap((folder) => documentsOf(join(folder, 'texts'), join(folder, 'gold'))),
  ...documentsOf(join(shared, 'seeds'), join(shared, 'eval/seeds/gold'), 'fix'),
  ...documentsOf(written('gold/texts'), written('gold/gold'), 'teach'),
  ...documentsOf(written('negatives'), null, 'teach'),
]
const learnt = documents.filter(({ use }) => use === 'learn')
const foldOf = ({ id }, round) => Number.parseInt(createHash('sha256').update(`${round}${id}`).digest('hex').slice(0, 6), 16) % folds

// ---- what each candidate should have been: what pairs with no gold fact is `none`, what pairs with an optional one teaches nothing
const label = (kind, predict) =>
  documents.flatMap((document) => {
    const gold = document.gold[kinds[kind].gold]
    const facts = document.candidates[kind].map(({ cues, fact }) => ({ ...fact, status: predict(cues) }))
    const { byGot } = pairUp(kinds[kind].gold, gold, facts)
    return document.candidates[kind].map(({ cues }, i) => {
      const g = byGot.has(i) ? gold[byGot.get(i)] : null
      return { cues, document, status: g ? (g.optional && document.use !== 'fix' ? null : g.status) : 'none' }
    })
  })

const none = () => ({ tp: 0, fp: 0, fn: 0, status: 0, missing: 0 })
const score = (kind, predict, counts = none(), errors = null) => {
  for (const document of learnt) {
    const gold = document.gold[kinds[kind].gold]
    const read = document.candidates[kind].map(({ cues, fact, quotes }) => ({
      ...fact,
      status: predict(cues, document),
      cues,
      from: quotes,
    }))
    const facts = read.filter(({ status }) => status !== 'none')
    const { byGold, byGot } = pairUp(kinds[kind].gold, gold, facts)
    const dropped = pairUp(kinds[kind].gold, gold, read)
    const note = (what, g, fact) => errors?.push({ id: document.id, kind, what, gold: g, fact })
    gold.forEach((g, i) => {
      const got = byGold.has(i) ? facts[byGold.get(i)] : null
      if (g.optional) return
      if (!got) {
        counts.fn++
        const lost = dropped.byGold.has(i) ? read[dropped.byGold.get(i)] : null
        note(lost ? `dropped, gold ${g.status}` : `no candidate, gold ${g.status}`, g, lost)
      } else if (got.status === g.status) counts.tp++
      else {
        counts.fn++
        counts.fp++
        counts.status++
        note(`read as ${got.status}, gold ${g.status}`, g, got)
      }
    })
    facts.forEach((fact, j) => {
      if (byGot.has(j)) return
      counts.fp++
      note(`false alarm ${fact.status}`, null, fact)
    })
  }
  return counts
}

/** How many required gold facts have a candidate at all, whatever its status. */
const ceiling = (kind) => {
  let [has, of] = [0, 0]
  for (const { gold, candidates } of learnt) {
    const facts = candidates[kind].map(({ fact }) => ({ ...fact, status: '' }))
    const { byGold } = pairUp(kinds[kind].gold, gold[kinds[kind].gold], facts)
    gold[kinds[kind].gold].forEach((g, i) => {
      if (g.optional) return
      of++
      if (byGold.has(i)) has++
    })
  }
  return `${has} of ${of} gold facts have a candidate`
}

const lines = [
  '# Weights of the cues that decide on status, learnt by src/setup/train-status.mjs: a sum for each status, the greatest wins.',
  'kind\tcue\tstatus\tweight',
]
const weightsFile = new URL('src/languages/vi/gazetteer/weights.tsv', root)
const all = { seen: none(), unseen: none() }
const add = (sum, counts) => {
  for (const key of Object.keys(sum)) sum[key] += counts[key]
}
console.log(`${learnt.length} documents with gold, ${documents.length - learnt.length} that teach alone`)

/** The kinds with the cues that they know; `now`: those that learn from each other. */
const parts = Object.entries(kinds).map(([kind, { statuses, strength: own, now }]) => ({
  kind,
  now,
  statuses,
  strength: Number(strength ?? own),
  vocabulary: vocabularyOf(kind, documents, least).filter((cue) => !without.test(cue)),
  samples: [],
}))
const weighed = ({ statuses, vocabulary, strength }, samples, start) => {
  const w = train(samples, statuses, vocabulary, start, strength)
  return { w, predict: predictor(w, statuses, vocabulary, lean) }
}
for (const part of parts) {
  let predict = () => part.statuses[0]
  for (let turn = 0; turn < 3; turn++)
    predict = weighed(part, label(part.kind, predict), expectation(part.statuses, part.vocabulary, part.kind)).predict
  part.samples = label(part.kind, predict)
}

/** A model of each kind, learnt from the documents that `teaches` lets in. */
const learn = (teaches) => {
  const own = parts.map((part) => ({ ...part, samples: part.samples.filter(({ document }) => teaches(document)) }))
  const start = commonStart(
    own.filter(({ now }) => now),
    common,
  )
  return Object.fromEntries(
    own
      .filter(({ kind }) => !only || kind === only)
      .map((part) => [
        part.kind,
        weighed(part, part.samples, part.now ? start(part) : expectation(part.statuses, part.vocabulary, part.kind)),
      ]),
  )
}
const models = learn(() => true)
const unseenBy = Array.from({ length: rounds }, (_, round) =>
  Array.from({ length: folds }, (_, fold) => learn((document) => foldOf(document, round) !== fold)),
)

for (const { kind, statuses, vocabulary, samples } of parts) {
  if (only && kind !== only) {
    const kept = readFileSync(weightsFile, 'utf8').split('\n')
    lines.push(...kept.filter((line) => line.startsWith(`${kind}\t`)))
    continue
  }
  const model = models[kind]
  const seen = score(kind, model.predict)
  const unseen = none()
  const errors = []
  const table = new Map()
  for (let round = 0; round < rounds; round++) {
    const predict = (cues, document) => unseenBy[round][foldOf(document, round)][kind].predict(cues)
    score(kind, predict, unseen, round === 0 ? errors : null)
    for (const { status, document, cues } of samples) {
      if (!status || document.use !== 'learn') continue
      const key = `${status.padEnd(11)} read as ${predict(cues, document)}`
      table.set(key, (table.get(key) ?? 0) + 1 / rounds)
    }
  }
  add(all.seen, seen)
  add(all.unseen, unseen)
  console.log(`${kind}: ${samples.length} candidates, ${vocabulary.length} cues; ${ceiling(kind)}`)
  console.log(`  seen:     ${told(seen)}`)
  console.log(`  unseen:   ${told(unseen, rounds)}`)
  if (flag('--confusion')) for (const [key, n] of [...table].sort()) console.log(`    ${key}: ${n.toFixed(0)}`)
  if (flag('--errors')) for (const error of errors) console.log(toldError(error))
  for (const [i, cue] of vocabulary.entries())
    for (const [k, status] of statuses.entries()) {
      const weight = model.w[k][i] + (cue === 'bias' && status === 'none' ? lean : 0)
      if (Math.abs(weight) >= 0.02) lines.push([kind, cue, status, weight.toFixed(2)].join('\t'))
    }
}
if (!only) {
  console.log(`all\n  seen:     ${told(all.seen)}`)
  console.log(`  unseen:   ${told(all.unseen, rounds)}`)
}
if (!flag('--dry')) writeFileSync(weightsFile, `${lines.join('\n')}\n`)

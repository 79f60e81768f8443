// A linear model over named cues (softmax, L2 towards what is known before any text is seen). Trained in full batches
// without randomness: the same texts give the same weights.
import { readFileSync } from 'node:fs'

/** The cues that are told of enough documents to be learnt from. */
export const vocabularyOf = (kind, documents, least) => {
  const seen = new Map()
  for (const { candidates, use } of documents)
    for (const cue of new Set(candidates[kind].flatMap(({ cues }) => [...cues.keys()])))
      seen.set(cue, (seen.get(cue) ?? 0) + (use === 'fix' ? 0 : 1))
  return [...seen]
    .filter(([, n]) => n >= least)
    .map(([cue]) => cue)
    .sort()
}

/** What each cue leans to: learning moves the weights from there. */
export const priors = new Map()
for (const line of readFileSync(new URL('status-priors.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#') || line.startsWith('kind\t')) continue
  const [kind, cue, status, weight] = line.split('\t')
  for (const each of kind === 'all' ? ['visit', 'meeting'] : [kind])
    for (const name of status === 'now' ? [{ visit: 'happened', meeting: 'held', agreement: 'signed' }[each]] : [status])
      priors.set(`${each}\t${cue}\t${name}`, Number(weight))
}

/** The cues that are in the vocabulary, each as its number and how far it holds. */
const featuresIn = (cues, features) => [...cues].map(([cue, share]) => [features.get(cue), share]).filter(([i]) => i !== undefined)

/** Weights for each status and cue, learnt from samples `{ cues, status, document }`. */
export const train = (samples, statuses, vocabulary, kind, strength) => {
  const features = new Map(vocabulary.map((cue, i) => [cue, i]))
  const rows = samples
    .filter(({ status }) => status)
    .map(({ cues, status, document }) => ({
      x: featuresIn(cues, features),
      y: statuses.indexOf(status),
      weight: document.use === 'fix' ? 8 : 1,
    }))
  const prior = statuses.map((status) => Float64Array.from(vocabulary, (cue) => priors.get(`${kind}\t${cue}\t${status}`) ?? 0))
  const w = prior.map((row) => row.slice())
  const sums = statuses.map(() => new Float64Array(vocabulary.length).fill(1e-6))
  for (let epoch = 0; epoch < 250; epoch++) {
    const gradient = w.map((row, k) => row.map((value, i) => (value - prior[k][i]) * strength))
    for (const { x, y, weight } of rows) {
      const scores = w.map((row) => x.reduce((sum, [i, share]) => sum + share * row[i], 0))
      const most = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - most))
      const total = exps.reduce((a, b) => a + b, 0)
      exps.forEach((e, k) => {
        const error = weight * (e / total - (k === y ? 1 : 0))
        for (const [i, share] of x) gradient[k][i] += share * error
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

/** Reads a status off cues with some weights; `lean` is what the class `none` is given on top, for precision. */
export const predictor = (w, statuses, vocabulary, lean = 0) => {
  const features = new Map(vocabulary.map((cue, i) => [cue, i]))
  const none = statuses.indexOf('none')
  return (cues) => {
    const x = featuresIn(cues, features)
    const scores = w.map((row, k) => x.reduce((sum, [i, share]) => sum + share * row[i], k === none ? lean : 0))
    return statuses[scores.indexOf(Math.max(...scores))]
  }
}

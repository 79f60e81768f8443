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

/** The cues of samples that are in the vocabulary: their numbers and how far they hold, one sample after the other. */
const laidOut = (samples, features) => {
  const [at, share, ends] = [[], [], []]
  for (const { cues } of samples) {
    for (const [cue, holds] of cues) {
      const i = features.get(cue)
      if (i === undefined) continue
      at.push(i)
      share.push(holds)
    }
    ends.push(at.length)
  }
  return { at: Int32Array.from(at), share: Float64Array.from(share), ends }
}

/** What a reader expects of each status and cue before any text is seen. */
export const expectation = (statuses, vocabulary, kind) =>
  statuses.map((status) => Float64Array.from(vocabulary, (cue) => priors.get(`${kind}\t${cue}\t${status}`) ?? 0))

/**
 * What visits and meetings teach together about the cues that both have: “sẽ” and “hồi tháng 5” mean the same of either. Half of
 * it, and half of what was expected, is where learning about each of them starts. `parts` are `{ kind, now, samples, vocabulary }`,
 * `now` the status that each has for what happened.
 */
export const commonStart = (parts, strength) => {
  const statuses = ['now', 'planned', 'background', 'none']
  const vocabulary = [...new Set(parts.flatMap((part) => part.vocabulary))].sort()
  const expected = parts.map(({ kind, now }) => expectation(inWordsOf(statuses, now), vocabulary, kind))
  const start = statuses.map((_, k) => vocabulary.map((_, i) => expected.reduce((sum, rows) => sum + rows[k][i], 0) / parts.length))
  const samples = parts.flatMap(({ now, samples }) =>
    samples.map((sample) => (sample.status === now ? { ...sample, status: 'now' } : sample)),
  )
  const w = train(samples, statuses, vocabulary, start, strength)
  const features = new Map(vocabulary.map((cue, i) => [cue, i]))
  return ({ kind, now, vocabulary: own }) => {
    const rows = expectation(inWordsOf(statuses, now), own, kind)
    return rows.map((row, k) => row.map((value, i) => (value + w[k][features.get(own[i])]) / 2))
  }
}

const inWordsOf = (statuses, now) => statuses.map((status) => (status === 'now' ? now : status))

/** Weights for each status and cue, learnt from samples `{ cues, status, document }`; they are held to `prior`. */
export const train = (all, statuses, vocabulary, prior, strength) => {
  const samples = all.filter(({ status }) => status)
  const { at, share, ends } = laidOut(samples, new Map(vocabulary.map((cue, i) => [cue, i])))
  const w = prior.map((row) => Float64Array.from(row))
  const sums = statuses.map(() => new Float64Array(vocabulary.length).fill(1e-6))
  const exps = new Float64Array(statuses.length)
  for (let epoch = 0; epoch < 250; epoch++) {
    const gradient = w.map((row, k) => row.map((value, i) => (value - prior[k][i]) * strength))
    samples.forEach(({ status, document }, n) => {
      const [from, to] = [n === 0 ? 0 : ends[n - 1], ends[n]]
      w.forEach((row, k) => {
        exps[k] = 0
        for (let x = from; x < to; x++) exps[k] += share[x] * row[at[x]]
      })
      const most = Math.max(...exps)
      for (let k = 0; k < exps.length; k++) exps[k] = Math.exp(exps[k] - most)
      const total = exps.reduce((a, b) => a + b, 0)
      gradient.forEach((row, k) => {
        const error = (document.use === 'fix' ? 8 : 1) * (exps[k] / total - (statuses[k] === status ? 1 : 0))
        for (let x = from; x < to; x++) row[at[x]] += share[x] * error
      })
    })
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
    const { at, share } = laidOut([{ cues }], features)
    const scores = w.map((row, k) => at.reduce((sum, i, x) => sum + share[x] * row[i], k === none ? lean : 0))
    return statuses[scores.indexOf(Math.max(...scores))]
  }
}

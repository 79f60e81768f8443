// How the trainer words what it measured: scores, and each error with gold, text and cues.

/** Precision, recall and F1 of some counts; the counts themselves by `n`, the rounds they were added up over. */
export const told = ({ tp, fp, fn, status }, n = 1) => {
  const [p, r] = [tp / (tp + fp || 1), tp / (tp + fn || 1)]
  const pct = (x) => (100 * x).toFixed(1).padStart(5)
  const each = (x) => String(Math.round(x / n)).padStart(4)
  return `precision ${pct(p)} recall ${pct(r)} F1 ${pct((2 * p * r) / (p + r || 1))}  found ${each(tp)} false ${each(fp)} missed ${each(fn)} (status ${each(status)})`
}

const people = (list) => (list ?? []).map(({ name, office, country }) => `${name ?? office ?? ''} (${country ?? '?'})`).join(' + ')
const described = (fact) =>
  [people(fact.visitors ?? fact.participants), fact.title ?? fact.instrument, fact.host, fact.start ?? fact.date]
    .filter(Boolean)
    .join(' · ')
/** One error of the folds: whose it is, what gold says, what was read, and the cues it was read by. */
export const toldError = ({ id, kind, what, gold, fact }) =>
  [
    `${id} | ${kind} | ${what} | ${described(gold ?? fact)}`,
    ...(gold ? [`    gold: ${gold.evidence}`] : []),
    ...(fact ? [`    text: ${fact.from.slice(0, 4).join(' // ').slice(0, 500)}`, `    cues: ${[...fact.cues.keys()].join(' ')}`] : []),
  ].join('\n')

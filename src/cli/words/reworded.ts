/**
 * A sentence of a fault in the words of another language: the whole sentence where it is known, else the pattern with
 * the most letters of its own that fits, its values put in their places. Null: nobody has worded it yet.
 */
export const reworded = (sentence: string, sentences: Readonly<Record<string, string>>): string | null => {
  if (Object.hasOwn(sentences, sentence)) return sentences[sentence] as string
  if (sentence.length > longest) return null
  for (const { parts, to } of patternsOf(sentences)) {
    const values = valuesIn(sentence, parts)
    if (values)
      return filled(
        to,
        values.map((value) => (Object.hasOwn(sentences, value) ? (sentences[value] as string) : value)),
      )
  }
  return null
}

/** Beyond this a sentence carries data, and is left as it is. */
const longest = 5_000

interface Pattern {
  /** What stands before, between and behind the values. */
  readonly parts: readonly string[]
  readonly to: string
}

const known = new WeakMap<object, readonly Pattern[]>()

/** The most telling patterns first. */
const patternsOf = (sentences: Readonly<Record<string, string>>): readonly Pattern[] => {
  const found = known.get(sentences)
  if (found) return found
  const patterns = Object.entries(sentences)
    .filter(([from]) => from.includes('{}') && /[a-z]{2}/i.test(from))
    .map(([from, to]) => ({ parts: from.split('{}'), to }))
    .sort((a, b) => b.parts.join('').length - a.parts.join('').length)
  known.set(sentences, patterns)
  return patterns
}

/** The values between the parts, each as short as can be and the last one the rest; null where the parts do not fit. */
const valuesIn = (sentence: string, parts: readonly string[]): string[] | null => {
  const [first = '', ...others] = parts
  const last = others.pop() ?? ''
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return null
  const values: string[] = []
  const end = sentence.length - last.length
  let at = first.length
  for (const part of others) {
    const next = sentence.indexOf(part, at + 1)
    if (next < 0 || next + part.length > end) return null
    values.push(sentence.slice(at, next))
    at = next + part.length
  }
  return at < end ? [...values, sentence.slice(at, end)] : null
}

const filled = (to: string, values: readonly string[]): string => {
  let next = 0
  return to.replace(/\{(\d?)\}/g, (_, place: string) => values[place === '' ? next++ : Number(place) - 1] ?? '')
}

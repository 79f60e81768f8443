import type { Draft, Sentence } from '../kernel/reading.ts'
import type { Match, Rule } from '../kernel/rule.ts'
import { matchAt } from './match.ts'
import { type Pattern, patternOf } from './pattern.ts'

/** A draft with the match and the rule that it came from. */
export interface Drafted<D extends Draft = Draft> {
  readonly draft: D
  readonly rule: string
  readonly match: Match
  readonly sentence: Sentence
  /** Index of the sentence. */
  readonly index: number
}

interface Compiled {
  readonly rule: Rule<Draft>
  readonly patterns: readonly Pattern[]
}

/** Rules ready to run: by the class of their anchors, in the order in which the language gives them. */
export interface RuleSet {
  run(sentence: Sentence, index: number): Drafted[]
}

/** At one anchor the first rule of each yield that reads something has the word. */
export const ruleSetOf = (rules: readonly Rule<Draft>[]): RuleSet => {
  const byAnchor = new Map<string, Compiled[]>()
  for (const rule of rules) {
    const patterns = (typeof rule.pattern === 'string' ? [rule.pattern] : rule.pattern).map(patternOf)
    const keys = new Set(patterns.flatMap(({ anchor }) => [...anchor.classes, ...anchor.keys.map((key) => `'${key}`)]))
    for (const key of keys) byAnchor.set(key, [...(byAnchor.get(key) ?? []), { rule, patterns }])
  }
  return {
    run(sentence, index) {
      const drafted: Drafted[] = []
      sentence.items.forEach((item, at) => {
        const done = new Set<string>()
        for (const { rule, patterns } of [...(byAnchor.get(item.kind) ?? []), ...(byAnchor.get(`'${item.key}`) ?? [])]) {
          if (done.has(rule.yields)) continue
          for (const pattern of patterns) {
            const match = matchAt(sentence.items, at, pattern)
            const draft = match && rule.data(match)
            if (match && draft) {
              drafted.push({ draft, rule: rule.id, match, sentence, index })
              done.add(rule.yields)
              break
            }
          }
        }
      })
      return drafted
    },
  }
}

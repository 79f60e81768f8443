import type { Draft, Sentence } from '../kernel/reading.ts'
import type { Item, Match, Rule } from '../kernel/rule.ts'
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
  const byClass = new Map<string, Compiled[]>()
  const byKey = new Map<string, Compiled[]>()
  for (const rule of rules) {
    const patterns = (typeof rule.pattern === 'string' ? [rule.pattern] : rule.pattern).map(patternOf)
    const put = (index: Map<string, Compiled[]>, names: readonly string[]): void => {
      for (const name of new Set(names)) index.set(name, [...(index.get(name) ?? []), { rule, patterns }])
    }
    put(
      byClass,
      patterns.flatMap(({ anchor }) => anchor.classes),
    )
    put(
      byKey,
      patterns.flatMap(({ anchor }) => anchor.keys),
    )
  }
  return {
    run(sentence, index) {
      const drafted: Drafted[] = []
      for (let at = 0; at < sentence.items.length; at++) {
        const { kind, key } = sentence.items[at] as Item
        const ofClass = byClass.get(kind)
        const ofKey = byKey.get(key)
        const first = drafted.length
        if (ofClass) draft(ofClass, sentence, index, at, drafted, first)
        if (ofKey) draft(ofKey, sentence, index, at, drafted, first)
      }
      return drafted
    },
  }
}

/** Drafts of one anchor stand in `drafted` from `first` on. */
const draft = (rules: readonly Compiled[], sentence: Sentence, index: number, at: number, drafted: Drafted[], first: number): void => {
  for (const { rule, patterns } of rules) {
    if (isDrafted(rule.yields, drafted, first)) continue
    for (const pattern of patterns) {
      const match = matchAt(sentence.items, at, pattern)
      const draft = match && rule.data(match)
      if (match && draft) {
        drafted.push({ draft, rule: rule.id, match, sentence, index })
        break
      }
    }
  }
}

const isDrafted = (yields: string, drafted: readonly Drafted[], first: number): boolean => {
  for (let i = first; i < drafted.length; i++) if (drafted[i]?.draft.yields === yields) return true
  return false
}

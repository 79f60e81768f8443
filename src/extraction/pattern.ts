import { interned } from '../kernel/interned.ts'

/**
 * The notation of patterns. Elements stand in the order of the sentence, separated by spaces:
 *   `v.visit`      an item of this class or of a class below it (`kind` takes `kind.state`)
 *   `'từ'`         a word, by its key
 *   `a|b`          either
 *   `PEOPLE`       people in a row: “A, B và C”, companions passed over
 *   `PLACES`       countries and cities in a row
 *   `~` `~~`       up to three, or ten, items that carry no weight: words, numbers, adjectives
 *   `...`          up to fourteen items of any kind but people, verbs that tell something else, and full marks
 *   `host:PLACES`  what it takes is the slot `host`
 *   `x?` `x*`      may be absent; any number up to six
 *   `x!`           the anchor: the engine looks for it, then reads to both sides. Exactly one.
 */
export interface Pattern {
  readonly anchor: Element
  /** In reading order after the anchor; before it in reverse, nearest first. */
  readonly after: readonly Element[]
  readonly before: readonly Element[]
}

export interface Element {
  readonly slot: string | null
  readonly test: 'classes' | 'people' | 'places' | 'gap' | 'reach'
  readonly classes: readonly string[]
  readonly keys: readonly string[]
  readonly least: number
  readonly most: number
}

export const patternOf = (text: string): Pattern => {
  const sources = text.trim().split(/\s+/)
  const anchors = sources.filter((source) => source.endsWith('!'))
  if (anchors.length !== 1) throw new Error(`the pattern “${text}” needs one anchor`)
  const at = sources.indexOf(anchors[0] as string)
  const elements = sources.map(elementOf)
  return { anchor: elements[at] as Element, after: elements.slice(at + 1), before: elements.slice(0, at).reverse() }
}

const elementOf = (source: string): Element => {
  if (source === '~' || source === '~~')
    return { slot: null, test: 'gap', classes: [], keys: [], least: 0, most: source.length === 1 ? 3 : 10 }
  if (source === '...') return { slot: null, test: 'reach', classes: [], keys: [], least: 0, most: 14 }
  const quantifier = /[?*!]$/.exec(source)?.[0] ?? ''
  const [least, most] = quantifier === '?' ? [0, 1] : quantifier === '*' ? [0, 6] : [1, 1]
  const body = quantifier ? source.slice(0, -1) : source
  const colon = body.indexOf(':')
  const slot = colon > 0 ? body.slice(0, colon) : null
  const options = body.slice(colon + 1).split('|')
  if (options[0] === 'PEOPLE') return { slot, test: 'people', classes: [], keys: [], least, most }
  if (options[0] === 'PLACES') return { slot, test: 'places', classes: [], keys: [], least, most }
  const keys = options.filter((option) => option.startsWith("'")).map((option) => interned(option.slice(1, -1).replaceAll('_', ' ')))
  return { slot, test: 'classes', classes: options.filter((option) => !option.startsWith("'")).map(interned), keys, least, most }
}

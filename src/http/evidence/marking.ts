import type { Span } from '../../kernel/span.ts'

/** A span with a name of its own, such as the number of a claim. */
export interface Named<Name> extends Span {
  readonly name: Name
}

/** A stretch of the text under the same spans throughout. */
export interface Stretch<Name> extends Span {
  readonly under: readonly Name[]
  /** Spans that begin exactly here. */
  readonly begins: readonly Name[]
}

/**
 * Cuts `0..length` at every boundary of the spans, so that crossing spans become neighbours. The stretches follow one
 * another without gaps and together are the whole; spans beyond the text are cut to it, and empty ones left out.
 */
export const stretches = <Name>(length: number, spans: readonly Named<Name>[], from = 0): Stretch<Name>[] => {
  const within = spans
    .map((span) => ({ ...span, start: Math.max(span.start, from), end: Math.min(span.end, length) }))
    .filter(({ start, end }) => start < end)
  const cuts = [...new Set([from, length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const opening = groupedBy(within, ({ start }) => start)
  const closing = groupedBy(within, ({ end }) => end)
  const open = new Set<Named<Name>>()
  const found: Stretch<Name>[] = []
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [start, end] = [cuts[at] as number, cuts[at + 1] as number]
    for (const span of closing.get(start) ?? []) open.delete(span)
    const begins = opening.get(start) ?? []
    for (const span of begins) open.add(span)
    found.push({ start, end, under: [...open].map(({ name }) => name), begins: begins.map(({ name }) => name) })
  }
  return found
}

const groupedBy = <Item>(items: readonly Item[], key: (item: Item) => number): Map<number, Item[]> => {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

import { type BlockRule, createBlocks } from './blocks.ts'
import type { Fingerprint } from './document.ts'
import { sharedBetween } from './fingerprint.ts'
import type { Edge } from './group.ts'
import { createGroups, type Groups } from './groups.ts'

/** A text, known by its fingerprint: documents with equal texts are one already. */
interface SourceText {
  readonly node: string
  readonly fingerprint: Fingerprint
}

/** Texts shorter than this are too alike by chance, in shingles. */
const leastShingles = 30
/** The share of the shorter text that a copy has in common with its source. */
const copied = 0.8
/** How many of a text's least hashes it is looked up by. */
const lookups = 8
/** A shingle that more texts than this have is a set phrase and says nothing. */
const mostTexts = 32

/** The node that holds together all documents of one text. */
const textNode = ({ whole, shingles }: Fingerprint): string => `~text ${whole} ${shingles}`

/** One agency report in several outlets: another headline, a paragraph cut. `shared` remembers pairs: a block is looked at anew with each text. */
const wireCopies = (shared: (a: SourceText, b: SourceText) => number): BlockRule<SourceText, readonly Edge[]> => ({
  limit: mostTexts,
  keys: ({ fingerprint }) => (fingerprint.shingles < leastShingles ? [] : fingerprint.least.slice(0, lookups).map(String)),
  resolve: (texts) =>
    texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => {
        const share = shared(a, b)
        return share < copied ? [] : [wireCopy(a.node, b.node, share)]
      }),
    ),
})

const remembered = (): ((a: SourceText, b: SourceText) => number) => {
  const shares = new Map<string, number>()
  return (a, b) => {
    const pair = `${a.node} ${b.node}`
    const known = shares.get(pair) ?? sharedBetween(a.fingerprint, b.fingerprint)
    if (shares.size > 200_000) shares.clear()
    shares.set(pair, known)
    return known
  }
}

const wireCopy = (a: string, b: string, share: number): Edge => ({
  a,
  b,
  strength: Math.round(share * 100) / 100,
  rule: 'identity/document/shingles',
  says: `${Math.round(share * 100)} % of the shorter text's five-word shingles are shared`,
})

/** A document and its text. */
const sameText = (stream: string, fingerprint: Fingerprint): Edge => ({
  a: stream,
  b: textNode(fingerprint),
  strength: 1,
  rule: 'identity/document/same-text',
  says: 'the same text, spelling and spacing aside',
})

/** Documents that are one source. */
export interface Sources {
  put(stream: string, fingerprint: Fingerprint | null): void
  settle(): void
  readonly groups: Groups
}

export const createSources = (): Sources => {
  const groups = createGroups()
  const texts = createBlocks(wireCopies(remembered()))
  const known = new Map<string, Fingerprint>()
  const streams = new Map<string, Set<string>>()
  return {
    groups,
    put(stream, fingerprint) {
      const before = known.get(stream)
      if (before && fingerprint && textNode(before) === textNode(fingerprint)) return
      if (before) {
        const node = textNode(before)
        groups.unlink(sameText(stream, before))
        streams.get(node)?.delete(stream)
        if (streams.get(node)?.size === 0) {
          streams.delete(node)
          texts.put(node, null)
        }
      }
      if (!fingerprint) {
        known.delete(stream)
        return
      }
      known.set(stream, fingerprint)
      groups.link(sameText(stream, fingerprint))
      const node = textNode(fingerprint)
      const here = streams.get(node)
      if (here) here.add(stream)
      else {
        streams.set(node, new Set([stream]))
        texts.put(node, { node, fingerprint })
      }
    },
    settle() {
      texts.settle((before, after) => {
        for (const edge of after ?? []) groups.link(edge)
        for (const edge of before ?? []) groups.unlink(edge)
      })
    },
  }
}

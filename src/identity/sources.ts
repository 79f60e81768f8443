import type { BlockRule } from './blocks.ts'
import type { Fingerprint } from './document.ts'
import { sharedBetween } from './fingerprint.ts'
import type { Edge } from './group.ts'

/** A text, known by its fingerprint: documents with equal texts are one already. */
export interface SourceText {
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
export const mostTexts = 64

/** The node that holds together all documents of one text. */
export const textNode = ({ whole, shingles }: Fingerprint): string => `~text ${whole} ${shingles}`

/** One agency report in several outlets: another headline, a paragraph cut. */
export const wireCopies: BlockRule<SourceText, readonly Edge[]> = {
  limit: mostTexts,
  keys: ({ fingerprint }) => (fingerprint.shingles < leastShingles ? [] : fingerprint.least.slice(0, lookups).map(String)),
  resolve: (texts) =>
    texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => {
        const share = sharedBetween(a.fingerprint, b.fingerprint)
        return share < copied ? [] : [wireCopy(a.node, b.node, share)]
      }),
    ),
}

const wireCopy = (a: string, b: string, share: number): Edge => ({
  a,
  b,
  strength: Math.round(share * 100) / 100,
  rule: 'identity/document/shingles',
  says: `${Math.round(share * 100)} % of the shorter text's five-word shingles are shared`,
})

/** A document and its text. */
export const sameText = (stream: string, fingerprint: Fingerprint): Edge => ({
  a: stream,
  b: textNode(fingerprint),
  strength: 1,
  rule: 'identity/document/same-text',
  says: 'the same text, spelling and spacing aside',
})

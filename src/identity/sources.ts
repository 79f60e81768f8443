import { createCopies } from './copies.ts'
import type { Fingerprint } from './document.ts'
import type { Edge } from './group.ts'
import { createGroups, type Groups } from './groups.ts'

/** The node that holds together all documents of one text. */
const textNode = ({ whole, shingles }: Fingerprint): string => `~text ${whole} ${shingles}`

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
  readonly groups: Groups
}

export const createSources = (): Sources => {
  const groups = createGroups()
  const copies = createCopies(groups)
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
          copies.put(node, null)
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
        copies.put(node, fingerprint)
      }
    },
  }
}

import { hash } from 'node:crypto'

/** Hashes of RFC 6962, section 2.1, with SHA-256: leaves and nodes are told apart by their first byte. */
export const hashBytes = 32

export const emptyRoot: Buffer = hash('sha256', '', 'buffer')

const leafScratch = Buffer.alloc(1 + 65_536)
const nodeScratch = Buffer.alloc(1 + 2 * hashBytes)
nodeScratch[0] = 1

/** SHA-256(0x00 || entry). */
export const leafHash = (entry: Uint8Array): Buffer => {
  if (entry.length >= leafScratch.length) return hash('sha256', Buffer.concat([Buffer.of(0), entry]), 'buffer')
  leafScratch.set(entry, 1)
  return hash('sha256', leafScratch.subarray(0, 1 + entry.length), 'buffer')
}

/** SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  nodeScratch.set(left, 1)
  nodeScratch.set(right, 1 + hashBytes)
  return hash('sha256', nodeScratch, 'buffer')
}

/**
 * The Merkle tree hash over nodes that stand side by side: perfect subtrees of one size, of which the last may be
 * smaller. Over leaf hashes this is MTH of RFC 6962.
 */
export const rootOver = (nodes: readonly Uint8Array[]): Buffer => {
  if (nodes.length === 0) return emptyRoot
  if (nodes.length === 1) return Buffer.from(nodes[0] as Uint8Array)
  const split = splitOf(nodes.length)
  return nodeHash(rootOver(nodes.slice(0, split)), rootOver(nodes.slice(split)))
}

/** The largest power of two that is smaller than `count`. */
export const splitOf = (count: number): number => {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

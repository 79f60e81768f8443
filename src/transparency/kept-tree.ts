import { Fault } from '../kernel/fault.ts'
import type { EventStore } from '../store/event-store.ts'
import { linesOf } from '../store/lines-of.ts'
import type { TreeHead } from './checkpoint.ts'
import { type GrowingTree, growingTree } from './growing-tree.ts'
import { hashBytes, leafHash } from './hashes.ts'
import type { TileFolder } from './tile-folder.ts'
import { hashesAt, tileOfTree, tileWidth } from './tile-path.ts'

/**
 * The tree as it was signed, ready to grow: from the tiles at its right edge where they lead to the signed root and
 * end with the event that the log holds there, else from the log itself, writing every tile anew. Fault:
 * `checkpoint-mismatch` when the log does not lead to the signed root either.
 */
export const treeAt = async (head: TreeHead | undefined, store: EventStore, tiles: TileFolder): Promise<GrowingTree> => {
  const size = head?.size ?? 0
  if (size > (await store.tip()) + 1) return shorter(size, await store.tip())
  const kept = edgeTree(size, tiles)
  if (!head) return kept ?? growingTree(tiles.write)
  if (kept?.root().equals(head.root) && (await lastLeafStands(size, store, tiles))) return kept
  const tree = growingTree(tiles.write)
  await growTo(tree, size, store)
  if (!tree.root().equals(head.root)) return otherRoot(head)
  for (const [tile, hashes] of tree.partial()) tiles.write(tile, hashes)
  return tree
}

/** Adds the events up to `size` from the exact bytes of their lines. */
export const growTo = async (tree: GrowingTree, size: number, store: EventStore): Promise<void> => {
  if (tree.size >= size) return
  for await (const lines of linesOf(store, { from: tree.size, to: size - 1 })) for (const line of lines) tree.add(leafHash(line))
}

const edgeTree = (size: number, tiles: TileFolder): GrowingTree | undefined => {
  const levels: Buffer[] = []
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const tile = tileOfTree(level, Math.floor(hashesAt(level, size) / tileWidth), size)
    const hashes = tile ? tiles.read(tile) : Buffer.alloc(0)
    if (!hashes) return undefined
    levels.push(hashes)
  }
  return growingTree(tiles.write, { size, levels })
}

const lastLeafStands = async (size: number, store: EventStore, tiles: TileFolder): Promise<boolean> => {
  if (size === 0) return true
  const tile = tileOfTree(0, Math.floor((size - 1) / tileWidth), size)
  const hashes = tile && tiles.read(tile)
  for await (const [line] of linesOf(store, { from: size - 1, to: size - 1 }))
    return line !== undefined && hashes !== undefined && leafHash(line).equals(hashes.subarray(-hashBytes))
  return false
}

const shorter = (size: number, tip: number): never => {
  throw new Fault('checkpoint-mismatch', {
    attempted: 'go on from the signed checkpoint',
    found: `the log ends at position ${tip}`,
    expected: `the ${size} events that were signed`,
    cure: 'Restore the log from a copy that holds them all; nothing is signed until then.',
    position: tip + 1,
  })
}

const otherRoot = ({ size }: TreeHead): never => {
  throw new Fault('checkpoint-mismatch', {
    attempted: 'go on from the signed checkpoint',
    found: `the first ${size} events are not those that were signed`,
    cure: 'Run `chancery verify` to see which, and restore them; nothing is signed until then.',
  })
}

import { hashesIn } from './growing-tree.ts'
import { nodeHash, rootOver, splitOf } from './hashes.ts'
import { hashesAt, type Tile, tileOfTree, tileWidth } from './tile-path.ts'

/** Answers the hashes of a tile, at least as many as its width says. */
export type TileReader = (tile: Tile) => Promise<Buffer>

/** Inclusion and consistency proofs of RFC 6962, sections 2.1.1 and 2.1.2, made from the tiles of a tree of one size. */
export const proofsOf = (size: number, read: TileReader) => {
  const tiles = new Map<string, Promise<Buffer[]>>()
  const hashesOf = (tile: Tile): Promise<Buffer[]> => {
    const key = `${tile.level}/${tile.index}`
    const known = tiles.get(key) ?? read(tile).then((bytes) => hashesIn(bytes.subarray(0, tile.width * 32)))
    tiles.set(key, known)
    return known
  }

  /** Hash over the leaves `[from, to)`, a subtree of the tree as RFC 6962 splits it. */
  const subtree = async (from: number, to: number): Promise<Buffer> => {
    let level = 0
    while (hashesAt(level + 1, to - from) > 0 && from % tileWidth ** (level + 1) === 0) level++
    const unit = tileWidth ** level
    const first = from / unit
    const last = Math.floor(to / unit)
    const nodes: Buffer[] = []
    for (let index = Math.floor(first / tileWidth); index * tileWidth < last; index++) {
      const tile = tileOfTree(level, index, size)
      if (!tile) break
      const hashes = await hashesOf(tile)
      nodes.push(...hashes.slice(Math.max(0, first - index * tileWidth), last - index * tileWidth))
    }
    if (last * unit < to) nodes.push(await subtree(last * unit, to))
    return rootOver(nodes)
  }

  const inclusion = async (index: number, from: number, to: number): Promise<Buffer[]> => {
    if (to - from === 1) return []
    const middle = from + splitOf(to - from)
    return index < middle
      ? [...(await inclusion(index, from, middle)), await subtree(middle, to)]
      : [...(await inclusion(index, middle, to)), await subtree(from, middle)]
  }

  const consistency = async (older: number, from: number, to: number, whole: boolean): Promise<Buffer[]> => {
    if (older === to) return whole ? [] : [await subtree(from, to)]
    const middle = from + splitOf(to - from)
    return older <= middle
      ? [...(await consistency(older, from, middle, whole)), await subtree(middle, to)]
      : [...(await consistency(older, middle, to, false)), await subtree(from, middle)]
  }

  return {
    root: () => subtree(0, size),
    /** From the sibling of the leaf up to the child of the root. */
    inclusion: (index: number) => inclusion(index, 0, size),
    /** Between the tree of `older` leaves and this one. */
    consistency: (older: number) => (older === 0 ? Promise.resolve([]) : consistency(older, 0, size, true)),
  }
}

/** The root that an inclusion proof leads to, or undefined when it has not the length that index and size demand. */
export const rootOfInclusion = (index: number, size: number, leaf: Uint8Array, proof: readonly Uint8Array[]): Buffer | undefined => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined
  const walk = (at: number, count: number, depth: number): Buffer | undefined => {
    if (count === 1) return depth === 0 ? Buffer.from(leaf) : undefined
    const sibling = proof[depth - 1]
    if (!sibling) return undefined
    const split = splitOf(count)
    const child = at < split ? walk(at, split, depth - 1) : walk(at - split, count - split, depth - 1)
    return child && (at < split ? nodeHash(child, sibling) : nodeHash(sibling, child))
  }
  return walk(index, size, proof.length)
}

/** Whether a consistency proof leads from the older root to the newer one (RFC 6962, section 2.1.2). */
export const isConsistent = (
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean => {
  if (older.size > newer.size) return false
  if (older.size === 0) return proof.length === 0
  if (older.size === newer.size) return proof.length === 0 && Buffer.compare(older.root, newer.root) === 0
  /** Roots of the older and the newer tree below a node, from as many hashes of the proof as `depth` says. */
  const walk = (count: number, size: number, whole: boolean, depth: number): readonly [Buffer, Buffer] | undefined => {
    if (count === size) {
      if (whole) return depth === 0 ? [Buffer.from(older.root), Buffer.from(older.root)] : undefined
      const node = proof[0]
      return depth === 1 && node ? [Buffer.from(node), Buffer.from(node)] : undefined
    }
    const sibling = proof[depth - 1]
    if (!sibling || depth < 1) return undefined
    const split = splitOf(size)
    const below = count <= split ? walk(count, split, whole, depth - 1) : walk(count - split, size - split, false, depth - 1)
    if (!below) return undefined
    return count <= split ? [below[0], nodeHash(below[1], sibling)] : [nodeHash(sibling, below[0]), nodeHash(sibling, below[1])]
  }
  const roots = walk(older.size, newer.size, true, proof.length)
  return roots?.[0].equals(older.root) === true && roots[1].equals(newer.root)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growingTree } from '../../src/transparency/growing-tree.ts'
import { emptyRoot, leafHash, nodeHash, rootOver, splitOf } from '../../src/transparency/hashes.ts'
import { type Tile, tileAt, tileOfTree, tilePath } from '../../src/transparency/tile-path.ts'
import { isConsistent, proofsOf, rootOfInclusion } from '../../src/transparency/tree-proofs.ts'

/** The entries and roots that Certificate Transparency published for RFC 6962. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  Buffer.from(hex, 'hex'),
)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** MTH as RFC 6962 defines it, word for word. */
const mth = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0] as Buffer
  const k = splitOf(leaves.length)
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)))

/** A tree in memory with all its tiles, as the files would hold them. */
const planted = (leaves: readonly Buffer[]) => {
  const tiles = new Map<string, Buffer>()
  const widest = new Map<string, Buffer>()
  const keep = (tile: Tile, hashes: Buffer): void => {
    tiles.set(tilePath(tile), Buffer.from(hashes))
    widest.set(`${tile.level}/${tile.index}`, Buffer.from(hashes))
  }
  const tree = growingTree(keep)
  for (const leaf of leaves) tree.add(leaf)
  for (const [tile, hashes] of tree.partial()) keep(tile, hashes)
  const read = async (tile: Tile): Promise<Buffer> => {
    // A tree of an earlier size is read from the tiles of a later one, cut to its width.
    const found = widest.get(`${tile.level}/${tile.index}`)
    if (!found) throw new Error(`no tile ${tilePath(tile)}`)
    return found.subarray(0, tile.width * 32)
  }
  return { tree, tiles, at: (size: number) => proofsOf(size, read) }
}

describe('the tree of RFC 6962', () => {
  test('has the published roots', () => {
    const tree = growingTree()
    expect(tree.root().toString('hex')).toBe(roots[0])
    for (const [index, entry] of entries.entries()) {
      tree.add(leafHash(entry))
      expect(tree.root().toString('hex')).toBe(roots[index + 1])
    }
  })

  test('has the published proof of the first of eight', async () => {
    const { at } = planted(entries.map(leafHash))
    expect((await at(8).inclusion(0)).map((hash) => hash.toString('hex'))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
  })

  test('has the proofs of the examples in section 2.1.3', async () => {
    const leaves = leavesOf(7)
    const { at } = planted(leaves)
    const [a, b, c, d, e, f, j] = leaves as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
    const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)]
    const [k, l] = [nodeHash(g, h), nodeHash(i, j)]
    expect(await at(7).inclusion(0)).toEqual([b, h, l])
    expect(await at(7).inclusion(3)).toEqual([c, g, l])
    expect(await at(7).inclusion(4)).toEqual([f, j, k])
    expect(await at(7).inclusion(6)).toEqual([i, k])
    expect(await at(7).consistency(3)).toEqual([c, d, g, l])
    expect(await at(7).consistency(4)).toEqual([l])
    expect(await at(7).consistency(6)).toEqual([i, j, k])
  })

  test('any size: the growing tree, the tiles and the definition agree', async () => {
    const leaves = leavesOf(1_000)
    const { at } = planted(leaves)
    const tree = growingTree()
    for (let size = 0; size <= 600; size++) {
      if (size % 37 === 0 || (size > 250 && size < 262) || (size > 508 && size < 520)) {
        const expected = mth(leaves.slice(0, size))
        expect(tree.root()).toEqual(expected)
        expect(rootOver(leaves.slice(0, size))).toEqual(expected)
        if (size > 0) expect(await at(size).root()).toEqual(expected)
      }
      tree.add(leaves[size] as Buffer)
    }
  })

  test('three levels of tiles', async () => {
    const leaves = leavesOf(66_000)
    const { at, tiles, tree } = planted(leaves)
    expect([...tiles.keys()].filter((path) => !path.startsWith('tile/0/'))).toEqual(['tile/1/000', 'tile/1/001.p/1', 'tile/2/000.p/1'])
    expect(tree.root()).toEqual(mth(leaves))
    for (const index of [0, 255, 256, 65_535, 65_536, 65_999]) {
      const proof = await at(66_000).inclusion(index)
      expect(rootOfInclusion(index, 66_000, leaves[index] as Buffer, proof)).toEqual(tree.root())
    }
    const older = { size: 65_537, root: mth(leaves.slice(0, 65_537)) }
    expect(isConsistent(older, { size: 66_000, root: tree.root() }, await at(66_000).consistency(65_537))).toBe(true)
  })

  test('every inclusion proof verifies, and none does with another leaf, index, size or hash', async () => {
    const leaves = leavesOf(600)
    const { at } = planted(leaves)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), async (size, seed, other) => {
        const index = seed % size
        const proof = await at(size).inclusion(index)
        const root = mth(leaves.slice(0, size))
        const leaf = leaves[index] as Buffer
        expect(rootOfInclusion(index, size, leaf, proof)).toEqual(root)
        expect(rootOfInclusion(index, size, leafHash(Buffer.from('forged')), proof)).not.toEqual(root)
        if (other % size !== index) expect(rootOfInclusion(other % size, size, leaf, proof)).not.toEqual(root)
        expect(rootOfInclusion(index, size, leaf, [...proof, root])).toBeUndefined()
        expect(rootOfInclusion(size, size, leaf, proof)).toBeUndefined()
        if (proof.length > 0) {
          expect(rootOfInclusion(index, size, leaf, proof.slice(1))).not.toEqual(root)
          const bent = proof.map((hash) => Buffer.from(hash))
          const at = other % bent.length
          ;(bent[at] as Buffer)[other % 32] = ((bent[at] as Buffer)[other % 32] as number) ^ 1
          expect(rootOfInclusion(index, size, leaf, bent)).not.toEqual(root)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('every consistency proof verifies, and none does between other trees', async () => {
    const leaves = leavesOf(600)
    const { at } = planted(leaves)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), async (size, seed, other) => {
        const older = { size: 1 + (seed % size), root: mth(leaves.slice(0, 1 + (seed % size))) }
        const newer = { size, root: mth(leaves.slice(0, size)) }
        const proof = await at(size).consistency(older.size)
        expect(isConsistent(older, newer, proof)).toBe(true)
        const forged = leafHash(Buffer.from(String(other)))
        expect(isConsistent({ ...older, root: forged }, newer, proof)).toBe(false)
        expect(isConsistent(older, { ...newer, root: forged }, proof)).toBe(false)
        expect(isConsistent(older, newer, [...proof, forged])).toBe(false)
        if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(1))).toBe(false)
        expect(isConsistent({ ...older, size: size + 1 }, newer, proof)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('nothing is a beginning of everything', async () => {
    expect(isConsistent({ size: 0, root: emptyRoot }, { size: 3, root: mth(leavesOf(3)) }, [])).toBe(true)
    expect(isConsistent({ size: 0, root: emptyRoot }, { size: 3, root: mth(leavesOf(3)) }, [emptyRoot])).toBe(false)
  })
})

describe('tiles of C2SP tlog-tiles', () => {
  test('have the paths of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 2, index: 0, width: 17 })).toBe('tile/2/000.p/17')
    expect(tilePath({ level: 'entries', index: 999, width: 1 })).toBe('tile/entries/999.p/1')
    expect(tilePath({ level: 0, index: 1_000, width: 256 })).toBe('tile/0/x001/000')
  })

  test('are found again by their path, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 63 }),
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(tileAt(tilePath({ level, index, width }))).toEqual({ level, index, width })
        },
      ),
    )
    for (const path of [
      'tile/00/000',
      'tile/64/000',
      'tile/0/0',
      'tile/0/x000/001',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/01',
      'tile/0/001/',
      'tile/a/000',
      'tile/0/000~',
    ])
      expect(tileAt(path)).toBeUndefined()
  })

  test('a tree of 70,000 has the tiles that the specification counts', () => {
    const widths = (level: number) => {
      const found: number[] = []
      for (let index = 0; ; index++) {
        const tile = tileOfTree(level, index, 70_000)
        if (!tile) return found
        found.push(tile.width)
      }
    }
    expect([widths(0).filter((width) => width === 256).length, widths(0).at(-1)]).toEqual([273, 112])
    expect(widths(1)).toEqual([256, 17])
    expect(widths(2)).toEqual([1])
    expect(widths(3)).toEqual([])
  })
})

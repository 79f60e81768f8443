import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCopies, mostTexts } from '../../src/identity/copies.ts'
import type { Fingerprint } from '../../src/identity/document.ts'
import type { Edge } from '../../src/identity/group.ts'

describe('copies of a text', () => {
  it('are the same whatever the order in which texts came and went', () => {
    const stocked = fc.uniqueArray(fc.nat(11), { minLength: 6, maxLength: 11 })
    fc.assert(
      fc.property(fc.array(stocked, { minLength: 2, maxLength: 12 }), fc.array(fc.nat(11)), (all, gone) => {
        const texts = all.map((least, i) => ({ node: `t${i}`, fingerprint: fingerprint(least) }))
        const [there, back] = [watched(), watched()]
        for (const { node, fingerprint: of } of texts) there.copies.put(node, of)
        for (const i of gone) there.copies.put(`t${i}`, null)
        for (const { node, fingerprint: of } of texts.toReversed()) if (!gone.includes(Number(node.slice(1)))) back.copies.put(node, of)
        expect(there.pairs()).toEqual(back.pairs())
      }),
    )
  })

  it('are found by a hash in common that few texts have', () => {
    const { copies, pairs } = watched()
    copies.put('a', fingerprint([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    copies.put('b', fingerprint([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    copies.put('c', fingerprint([11, 12, 13]))
    expect(pairs()).toEqual(['a b'])
  })

  it('come apart when all that they have in common has become a set phrase, and together again when it is one no longer', () => {
    const { copies, pairs } = watched()
    for (const node of ['a', 'b']) copies.put(node, fingerprint([1, 2, 3, 4, 5, 6, 7, 8]))
    const many = Array.from({ length: mostTexts - 1 }, (_, i) => ({ node: `x${i}`, least: [1, 2, 3, 4, 5, 6, 7, 8, ...beyond(i)] }))
    for (const { node, least } of many) copies.put(node, fingerprint(least))
    expect(pairs()).toEqual([])
    copies.put('x0', null)
    expect(pairs()).toContain('a b')
  })

  it('need a text of some length', () => {
    const { copies, pairs } = watched()
    for (const node of ['a', 'b']) copies.put(node, { ...fingerprint([1, 2, 3]), shingles: 29 })
    expect(pairs()).toEqual([])
  })
})

/** Hashes of a text's own, so that it is no copy of the others. */
const beyond = (text: number): number[] => Array.from({ length: 60 }, (_, i) => 1000 + 100 * text + i)

const fingerprint = (least: readonly number[]): Fingerprint => ({
  least: [...least].sort((a, b) => a - b),
  shingles: 40,
  whole: least.reduce((sum, hash) => sum * 31 + hash, 7),
})

const watched = () => {
  const edges = new Set<string>()
  const nameOf = ({ a, b }: Edge) => `${a} ${b}`
  const copies = createCopies({ link: (edge) => edges.add(nameOf(edge)), unlink: (edge) => edges.delete(nameOf(edge)) })
  return { copies, pairs: () => [...edges].sort() }
}

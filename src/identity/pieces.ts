/**
 * Blocks that fall into pieces. Members of a block that do not touch, not even by way of others, say nothing about each
 * other: they are resolved apart, and one more member costs what its own piece has, however large its block has grown.
 * Pieces depend on the members alone, never on the order in which they came.
 */
export interface PieceRule<Member, Result> {
  blockOf(member: Member): string
  /** Where the member lies: two of which neither band is null, and which share none, never touch. Null: it may touch any. */
  bandsOf(member: Member): readonly number[] | null
  /** Whether the two may bear on one another: symmetric, and true whenever in doubt. */
  touches(a: Member, b: Member): boolean
  /** Sees the members of one piece in the order of their ids. */
  resolve(members: readonly Member[]): Result
}

export interface Pieces<Member, Result> {
  /** Adds a member, or with `null` takes it out. A member's id stands for all of its content. */
  put(id: string, member: Member | null): void
  /** Resolves what was touched; calls `changed` once for each block, with the results that are gone and those that are new. */
  settle(changed: (before: readonly Result[], after: readonly Result[]) => void): void
}

interface Piece<Member, Result> {
  readonly members: Map<string, Member>
  /** Bands of its members; null as soon as one of them may touch any. */
  bands: Set<number> | null
  /** Null until it is resolved. */
  result: Result | null
}

type Block<Member, Result> = Set<Piece<Member, Result>>

export const createPieces = <Member, Result>(rule: PieceRule<Member, Result>): Pieces<Member, Result> => {
  const members = new Map<string, Member>()
  const pieceOf = new Map<string, Piece<Member, Result>>()
  const blocks = new Map<string, Block<Member, Result>>()
  /** Ids that came or went since the last call, by block. */
  const touched = new Map<string, Set<string>>()

  const touch = (block: string, id: string) => {
    const here = touched.get(block)
    if (here) here.add(id)
    else touched.set(block, new Set([id]))
  }
  /** Puts a member with all that it touches; answers the pieces that went into the one that holds it now. */
  const place = (id: string, member: Member, block: Block<Member, Result>): Piece<Member, Result>[] => {
    const bands = rule.bandsOf(member)
    const near = [...block].filter((piece) => mayMeet(piece.bands, bands) && anyOf(piece.members, (other) => rule.touches(member, other)))
    const largest = near.reduce<Piece<Member, Result> | null>((a, b) => (a && a.members.size >= b.members.size ? a : b), null)
    const whole: Piece<Member, Result> = { members: largest?.members ?? new Map(), bands: bands && new Set(bands), result: null }
    for (const piece of near) {
      block.delete(piece)
      if (piece.bands === null) whole.bands = null
      else for (const band of piece.bands) whole.bands?.add(band)
      for (const [other, one] of piece.members) {
        whole.members.set(other, one)
        pieceOf.set(other, whole)
      }
    }
    whole.members.set(id, member)
    pieceOf.set(id, whole)
    block.add(whole)
    return near
  }
  const renew = (block: Block<Member, Result>, ids: Iterable<string>): Result[] => {
    const gone: Piece<Member, Result>[] = []
    const homeless = new Set<string>()
    for (const id of ids) {
      if (members.has(id)) homeless.add(id)
      const piece = pieceOf.get(id)
      // Without the member, what it held together may fall apart.
      if (!piece || !block.delete(piece)) continue
      gone.push(piece)
      for (const other of piece.members.keys()) if (members.has(other)) homeless.add(other)
    }
    for (const { members: once } of gone) for (const id of once.keys()) pieceOf.delete(id)
    for (const id of [...homeless].sort()) gone.push(...place(id, members.get(id) as Member, block))
    return gone.flatMap(({ result }) => result ?? [])
  }
  return {
    put(id, member) {
      const before = members.get(id)
      if (before !== undefined) touch(rule.blockOf(before), id)
      if (member === null) members.delete(id)
      else {
        members.set(id, member)
        touch(rule.blockOf(member), id)
      }
    },
    settle(changed) {
      for (const [key, ids] of [...touched].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const block = blocks.get(key) ?? new Set()
        const before = renew(block, ids)
        const after: Result[] = []
        for (const piece of block) {
          if (piece.result !== null) continue
          piece.result = rule.resolve([...piece.members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member))
          after.push(piece.result)
        }
        if (block.size > 0) blocks.set(key, block)
        else blocks.delete(key)
        changed(before, after)
      }
      touched.clear()
    },
  }
}

const mayMeet = (a: ReadonlySet<number> | null, b: readonly number[] | null): boolean =>
  a === null || b === null || b.some((band) => a.has(band))

const anyOf = <Member>(members: ReadonlyMap<string, Member>, is: (member: Member) => boolean): boolean => {
  for (const member of members.values()) if (is(member)) return true
  return false
}

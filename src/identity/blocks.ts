/**
 * Work that is done block by block, and again only where something changed. A rule puts each member under keys; the
 * members under one key are resolved together by a pure function that sees them in the order of their ids. So the
 * result of a block depends on its members alone, never on the order in which they came.
 */
export interface BlockRule<Member, Result> {
  keys(member: Member): readonly string[]
  resolve(members: readonly Member[], key: string): Result
}

export interface Blocks<Member, Result> {
  /** Adds or replaces a member; `null` takes it out. */
  put(id: string, member: Member | null): void
  /** Resolves the touched blocks; calls `changed` with each old and new result (undefined: the block is gone or new). */
  settle(changed: (before: Result | undefined, after: Result | undefined, key: string) => void): void
  results(): Iterable<[key: string, result: Result]>
}

export const createBlocks = <Member, Result>(rule: BlockRule<Member, Result>): Blocks<Member, Result> => {
  const members = new Map<string, { member: Member; keys: readonly string[] }>()
  const blocks = new Map<string, Set<string>>()
  const results = new Map<string, Result>()
  const touched = new Set<string>()

  const leave = (id: string, keys: readonly string[]) => {
    for (const key of keys) {
      blocks.get(key)?.delete(id)
      touched.add(key)
    }
  }
  return {
    put(id, member) {
      const before = members.get(id)
      if (before) leave(id, before.keys)
      if (member === null) {
        members.delete(id)
        return
      }
      const keys = rule.keys(member)
      members.set(id, { member, keys })
      for (const key of keys) {
        const block = blocks.get(key)
        if (block) block.add(id)
        else blocks.set(key, new Set([id]))
        touched.add(key)
      }
    },
    settle(changed) {
      for (const key of [...touched].sort()) {
        const ids = blocks.get(key)
        const before = results.get(key)
        if (!ids || ids.size === 0) {
          blocks.delete(key)
          results.delete(key)
          if (before !== undefined) changed(before, undefined, key)
          continue
        }
        const inside = [...ids].sort().map((id) => (members.get(id) as { member: Member }).member)
        const after = rule.resolve(inside, key)
        results.set(key, after)
        changed(before, after, key)
      }
      touched.clear()
    },
    results: () => results,
  }
}

/** Links that state one thing about one key (a date of an engagement): in force in the log, against what should be. */
export interface Keyed<Value> {
  observe(id: string, key: string, value: Value): void
  retracted(id: string): void
  /** What to retract and what to append for the keys of one owner. Changes nothing. */
  difference(owner: string, desired: readonly { readonly key: string; readonly value: Value }[]): { retract: string[]; append: Value[] }
}

export const createKeyed = <Value>(ownerOf: (key: string) => string, same: (a: Value, b: Value) => boolean): Keyed<Value> => {
  const links = new Map<string, { readonly key: string; readonly value: Value }>()
  const byOwner = new Map<string, Set<string>>()
  return {
    observe(id, key, value) {
      links.set(id, { key, value })
      const owner = ownerOf(key)
      const known = byOwner.get(owner)
      if (known) known.add(id)
      else byOwner.set(owner, new Set([id]))
    },
    retracted(id) {
      const link = links.get(id)
      if (!link) return
      links.delete(id)
      byOwner.get(ownerOf(link.key))?.delete(id)
    },
    difference(owner, desired) {
      const retract: string[] = []
      const standing = new Set<string>()
      for (const id of byOwner.get(owner) ?? []) {
        const { key, value } = links.get(id) as { key: string; value: Value }
        const wanted = desired.find((one) => one.key === key)
        if (wanted && same(wanted.value, value) && !standing.has(key)) standing.add(key)
        else retract.push(id)
      }
      return { retract, append: desired.filter(({ key }) => !standing.has(key)).map(({ value }) => value) }
    },
  }
}

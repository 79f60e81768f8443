/** Values by id, several each; an id without values takes no room. */
export interface Shelf<Value> {
  put(id: string, value: Value): void
  take(id: string, value: Value): void
  at(id: string): Iterable<Value>
  has(id: string): boolean
  entries(): Iterable<[string, Value[]]>
  readonly size: number
}

export const createShelf = <Value>(): Shelf<Value> => {
  const values = new Map<string, Value[]>()
  const none: readonly Value[] = []
  return {
    put(id, value) {
      const here = values.get(id)
      if (here) here.push(value)
      else values.set(id, [value])
    },
    take(id, value) {
      const left = (values.get(id) ?? []).filter((other) => other !== value)
      if (left.length > 0) values.set(id, left)
      else values.delete(id)
    },
    at: (id) => values.get(id) ?? none,
    has: (id) => values.has(id),
    entries: () => values.entries(),
    get size() {
      return values.size
    },
  }
}

/**
 * Whether some id at these paths passes a test. Most events hold no id that a link replaced: finding that out must
 * cost less than replacing.
 */
export const someId = (paths: readonly (readonly string[])[]): ((data: unknown, test: (id: string) => boolean) => boolean) => {
  const plain = paths.filter((path) => path.length === 1).map(([key]) => key as string)
  const inside = [...new Set(paths.filter((path) => path.length > 1).map(([key]) => key as string))].map((key) => ({
    key,
    rest: someId(paths.filter((path) => path.length > 1 && path[0] === key).map((path) => path.slice(1))),
  }))
  const items = inside.find(({ key }) => key === '*')?.rest
  const isItem = plain.includes('*')
  return (data, test) => {
    if (data === null || typeof data !== 'object') return false
    if (Array.isArray(data)) {
      for (let at = 0; at < data.length; at++) {
        const item: unknown = data[at]
        if (isItem && typeof item === 'string' && test(item)) return true
        if (items?.(item, test)) return true
      }
      return false
    }
    for (let at = 0; at < plain.length; at++) {
      const id = (data as Record<string, unknown>)[plain[at] as string]
      if (typeof id === 'string' && test(id)) return true
    }
    for (let at = 0; at < inside.length; at++) {
      const { key, rest } = inside[at] as (typeof inside)[number]
      if (rest((data as Record<string, unknown>)[key], test)) return true
    }
    return false
  }
}

/** Whether the line at `start`, whose position takes `digits` digits, is of a wanted type: told from its bytes alone. */
export type TypeFilter = (bytes: Buffer, start: number, digits: number) => boolean

/** `{"position":` before the digits and `,"type":"` after them. */
const before = '{"position":'.length + ',"type":"'.length

/** No types: every line. */
export const typeFilter = (types: readonly string[] | undefined): TypeFilter => {
  if (!types) return () => true
  const byFirst = new Map<number, Buffer[]>()
  for (const type of new Set(types)) {
    const ending = Buffer.from(`${JSON.stringify(type).slice(1)},`)
    const first = ending[0] as number
    byFirst.set(first, [...(byFirst.get(first) ?? []), ending])
  }
  return (bytes, start, digits) => {
    const at = start + before + digits
    const candidates = byFirst.get(bytes[at] as number)
    return candidates?.some((ending) => standsAt(bytes, at, ending)) ?? false
  }
}

const standsAt = (bytes: Buffer, at: number, ending: Buffer): boolean => {
  for (let index = 1; index < ending.length; index++) if (bytes[at + index] !== ending[index]) return false
  return true
}

/** The type of the line at `start`, whose position takes `digits` digits, if it is a wanted one: told from its bytes alone. */
export type TypeFilter = (bytes: Buffer, start: number, digits: number) => string | undefined

/** `{"position":` before the digits and `,"type":"` after them. */
const before = '{"position":'.length + ',"type":"'.length

export const typeFilter = (types: readonly string[]): TypeFilter => {
  const byFirst: ({ type: string; ending: Buffer }[] | undefined)[] = new Array(256).fill(undefined)
  for (const type of new Set(types)) {
    const ending = Buffer.from(`${JSON.stringify(type).slice(1)},`)
    const first = ending[0] as number
    byFirst[first] = [...(byFirst[first] ?? []), { type, ending }]
  }
  return (bytes, start, digits) => {
    const at = start + before + digits
    const candidates = byFirst[bytes[at] as number]
    if (candidates !== undefined) for (const { type, ending } of candidates) if (standsAt(bytes, at, ending)) return type
    return undefined
  }
}

const standsAt = (bytes: Buffer, at: number, ending: Buffer): boolean => {
  for (let index = 1; index < ending.length; index++) if (bytes[at + index] !== ending[index]) return false
  return true
}

/** The steps of a JSON Pointer (RFC 6901); the leading `/` may be left out. */
export const splitPointer = (pointer: string): string[] =>
  pointer === '' || pointer === '/'
    ? []
    : pointer
        .replace(/^\//, '')
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

export const joinPointer = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What stands at a place; undefined where there is none. Only own properties count. */
export const valueAt = (value: unknown, steps: readonly string[]): unknown => {
  let here = value
  for (const step of steps) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string, unknown>)[step]
  }
  return here
}

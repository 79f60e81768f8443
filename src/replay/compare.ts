import type { View } from './view.ts'

/** A row that two views do not agree on, with the events behind both. */
export interface RowDifference {
  readonly key: string
  /** JSON Pointers of the values that differ; empty when only one view has the row. */
  readonly paths: readonly string[]
  /** Undefined: that view has no such row. */
  readonly a: unknown
  readonly b: unknown
  readonly lineage: { readonly a: readonly number[]; readonly b: readonly number[] }
}

/** Every row that differs between two versions of a view, or between one view at two points, by key. */
export const compareViews = (a: View, b: View): RowDifference[] => {
  const differences: RowDifference[] = []
  const [keysOfA, keysOfB] = [new Set(a.keys()), new Set(b.keys())]
  for (const key of [...new Set([...keysOfA, ...keysOfB])].sort()) {
    const [x, y] = [keysOfA.has(key) ? a.row(key) : undefined, keysOfB.has(key) ? b.row(key) : undefined]
    if (JSON.stringify(x) === JSON.stringify(y)) continue
    const paths = x === undefined || y === undefined ? [] : differingPaths(x, y)
    differences.push({
      key,
      paths,
      a: x,
      b: y,
      lineage: { a: x === undefined ? [] : a.lineage(key), b: y === undefined ? [] : b.lineage(key) },
    })
  }
  return differences
}

/** JSON Pointers (RFC 6901) of the smallest values that differ. */
export const differingPaths = (a: unknown, b: unknown, path = ''): string[] => {
  if (Object.is(a, b)) return []
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return [path]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.flatMap((key) => differingPaths(own(a, key), own(b, key), `${path}/${escapePointer(key)}`))
}

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const isTree = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'
const own = (tree: Record<string, unknown>, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined)

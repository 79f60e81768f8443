import { z } from 'zod'

/**
 * Where an id stands in an event's data and what it identifies. `*` stands for every item of an array:
 * `['visitors', '*', 'id']`. Marked in the schema: `z.string().meta({ identity: 'person' })`.
 */
export interface IdentityPath {
  readonly path: readonly string[]
  readonly identity: string
}

/** Every marked place in a schema, in the order of its keys. */
export const identityPaths = (schema: z.ZodType): IdentityPath[] => {
  const found: IdentityPath[] = []
  walk(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }) as JsonSchema, [], found)
  return found
}

/**
 * Replaces the ids of `data` at `paths`. Returns `data` itself when nothing changed: a copy is made only of what is
 * on the way to a replaced id.
 */
export const replaceIds = <Data>(data: Data, paths: readonly IdentityPath[], canonical: (id: string, identity: string) => string): Data => {
  let result: unknown = data
  for (const { path, identity } of paths) result = replaceAt(result, path, 0, (id) => canonical(id, identity))
  return result as Data
}

/** Calls `visit` with every id that stands in `data` at `paths`. */
export const visitIds = (data: unknown, paths: readonly IdentityPath[], visit: (id: string, identity: string) => void): void => {
  replaceIds(data, paths, (id, identity) => {
    visit(id, identity)
    return id
  })
}

interface JsonSchema {
  readonly identity?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

const walk = (schema: JsonSchema, path: readonly string[], found: IdentityPath[]): void => {
  if (schema.identity && !found.some((known) => known.path.join('/') === path.join('/'))) found.push({ path, identity: schema.identity })
  for (const [key, child] of Object.entries(schema.properties ?? {})) walk(child, [...path, key], found)
  if (schema.items) walk(schema.items, [...path, '*'], found)
  for (const option of [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(schema.oneOf ?? [])]) walk(option, path, found)
}

const replaceAt = (value: unknown, path: readonly string[], depth: number, canonical: (id: string) => string): unknown => {
  if (depth === path.length) return typeof value === 'string' ? canonical(value) : value
  if (value === null || typeof value !== 'object') return value
  const key = path[depth] as string
  if (key === '*') {
    if (!Array.isArray(value)) return value
    let copy: unknown[] | undefined
    for (let i = 0; i < value.length; i++) {
      const item = replaceAt(value[i], path, depth + 1, canonical)
      if (item !== value[i]) {
        copy ??= [...value]
        copy[i] = item
      }
    }
    return copy ?? value
  }
  if (!Object.hasOwn(value, key)) return value
  const before = (value as Record<string, unknown>)[key]
  const after = replaceAt(before, path, depth + 1, canonical)
  return after === before ? value : { ...value, [key]: after }
}

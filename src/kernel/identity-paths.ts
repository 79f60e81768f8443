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

/** What stands for an id: itself, when nothing else does. */
type Canonical = (id: string, identity: string) => string

/**
 * Replaces the ids of `data` at `paths`. Returns `data` itself when nothing changed: a copy is made only of what is on
 * the way to a replaced id.
 */
export const replaceIds = <Data>(data: Data, paths: readonly IdentityPath[], canonical: Canonical): Data => {
  const known = replacers.get(paths)
  const replace = known ?? replacerOf(paths)
  if (known === undefined) replacers.set(paths, replace)
  return replace(data, canonical) as Data
}

type Replacer = (value: unknown, canonical: Canonical) => unknown

const replacers = new WeakMap<readonly IdentityPath[], Replacer>()

/** Paths that begin alike are walked once: replay does this to every event. */
const replacerOf = (paths: readonly IdentityPath[]): Replacer => {
  const id = paths.find(({ path }) => path.length === 0)
  if (id) return (value, canonical) => (typeof value === 'string' ? canonical(value, id.identity) : value)
  const steps = [...new Set(paths.map(({ path }) => path[0] as string))].map((key) => ({
    key,
    replace: replacerOf(paths.filter(({ path }) => path[0] === key).map(({ path, identity }) => ({ path: path.slice(1), identity }))),
  }))
  const ofItems = steps.find(({ key }) => key === '*')?.replace
  return (value, canonical) => {
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value)) return withFields(value as Fields, steps, canonical)
    return ofItems ? withItems(value, ofItems, canonical) : value
  }
}

type Fields = Record<string, unknown>

const withFields = (value: Fields, steps: readonly { key: string; replace: Replacer }[], canonical: Canonical): Fields => {
  let copy: Fields | undefined
  for (let at = 0; at < steps.length; at++) {
    const { key, replace } = steps[at] as (typeof steps)[number]
    const before = value[key]
    if (before === undefined) continue
    const after = replace(before, canonical)
    if (after === before) continue
    copy ??= { ...value }
    copy[key] = after
  }
  return copy ?? value
}

const withItems = (value: readonly unknown[], replace: Replacer, canonical: Canonical): readonly unknown[] => {
  let copy: unknown[] | undefined
  for (let at = 0; at < value.length; at++) {
    const after = replace(value[at], canonical)
    if (after === value[at]) continue
    copy ??= [...value]
    copy[at] = after
  }
  return copy ?? value
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

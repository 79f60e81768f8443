import { optionalPackage } from '../../kernel/optional-package.ts'
import type { Place } from '../frame/page.ts'
import { correctionBodies } from './correction-body.ts'

/** The interface in OpenAPI 3.1: every page as data, the log, the transparency files, and writing. */
export const describe = async (places: readonly Place[]): Promise<object> => {
  const { OpenAPIHono, z } = await optionalPackage('@hono/zod-openapi', 'describe the interface', () => import('@hono/zod-openapi'))
  const app = new OpenAPIHono()
  const registry = app.openAPIRegistry
  const Fault = z.object({
    code: z.string(),
    attempted: z.string(),
    found: z.string(),
    expected: z.string().optional(),
    cure: z.string().optional(),
  })
  const failure = {
    description: 'What was attempted, found and expected, and the cure',
    content: { 'application/json': { schema: Fault } },
  }
  const text = (says: string) => z.string().optional().openapi({ description: says })
  const point = { asOf: text('a position, or a date or time: the ledger as it was then'), lang: text('en or vi') }
  const say = (path: string, method: 'get' | 'post', rest: object) =>
    registry.registerPath({ path, method, ...rest } as Parameters<typeof registry.registerPath>[0])

  for (const { path, load } of places) {
    const { says, query = {} } = await load()
    const named = path === '/' ? '/index' : path.replace('…', '')
    const names = [...named.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
    const request = {
      ...(names.length > 0
        ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string().openapi({ param: { name, in: 'path' } })]))) }
        : {}),
      query: z.object({ ...Object.fromEntries(Object.entries(query).map(([name, meaning]) => [name, text(meaning)])), ...point }),
    }
    const answer = (type: string, schema: object) => ({
      200: { description: says, content: { [type]: { schema } } },
      304: { description: 'Not changed since the given ETag' },
      default: failure,
    })
    say(`${named}.json`, 'get', {
      summary: says,
      request,
      responses: answer('application/json', z.object({ position: z.int(), asOf: z.string().nullable() }).loose()),
    })
    say(`${named}.csv`, 'get', { summary: says, request, responses: answer('text/csv', z.string()) })
  }
  const plain = (says: string, type: string) => ({
    200: { description: says, content: { [type]: { schema: z.string() } } },
    default: failure,
  })
  const range = z.object({
    from: text('first position'),
    to: text('last position'),
    type: text('only events of this kind; may be repeated'),
    stream: text('only this stream'),
    follow: text('go on with the log, as server-sent events'),
  })
  say('/events', 'get', {
    summary: 'The log, one stored event a line.',
    request: { query: range },
    responses: plain('NDJSON, or server-sent events', 'application/x-ndjson'),
  })
  say('/changes', 'get', {
    summary: 'Where the log ends, whenever it has grown.',
    responses: plain('server-sent events named tip', 'text/event-stream'),
  })
  say('/checkpoint', 'get', { summary: 'The signed checkpoint (C2SP tlog-checkpoint).', responses: plain('a signed note', 'text/plain') })
  say('/tile/{path}', 'get', {
    summary: 'Tiles of the Merkle tree and entry bundles (C2SP tlog-tiles).',
    request: { params: z.object({ path: z.string().openapi({ param: { name: 'path', in: 'path' } }) }) },
    responses: plain('bytes', 'application/octet-stream'),
  })
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const security = [{ token: [] }]
  say('/ingest', 'post', {
    summary: 'Takes in a document or a collection; only with --allow-writes.',
    security,
    request: {
      query: z.object({
        name: text('name'),
        title: text('title'),
        publisher: text('publisher'),
        published: text('EDTF date'),
        uri: text('address'),
      }),
    },
    responses: {
      201: {
        description: 'What became of each document',
        content: { 'application/json': { schema: z.object({ documents: z.array(z.object({}).loose()) }) } },
      },
      default: failure,
    },
  })
  for (const [verb, schema] of Object.entries(correctionBodies))
    say(`/correct/${verb}`, 'post', {
      summary: `Corrects: ${verb}; with preview only tells which rows would change. Only with --allow-writes.`,
      security,
      request: {
        query: z.object({ preview: text('anything: append nothing') }),
        body: { content: { 'application/json': { schema: schema as never } } },
      },
      responses: {
        201: { description: 'The events appended', content: { 'application/json': { schema: z.object({}).loose() } } },
        default: failure,
      },
    })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version: '1',
      description:
        'A ledger of diplomatic engagements. Reading needs nothing; every page is also JSON and CSV. Fields are added, never renamed or removed, within a version.',
    },
  })
}

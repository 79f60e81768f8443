import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { z } from 'zod'
import { Fault } from '../../kernel/fault.ts'
import { type Correction, type Ingested, inputsFrom, type Ledger } from '../../ledger.ts'
import { correctionBodies, isCorrectionVerb } from './correction-body.ts'

/** What writing asks of a ledger. */
export type Writable = Pick<Ledger, 'ingest' | 'correct'>

/** `POST /correct/<verb>`: appends a correction; with `?preview` only tells which rows would change. */
export const correct = async (context: Context, ledger: Writable): Promise<Response> => {
  const verb = context.req.param('verb') ?? ''
  if (!isCorrectionVerb(verb))
    throw new Fault('no-such-path', {
      attempted: `correct: ${verb.slice(0, 50)}`,
      found: 'no such verb',
      expected: Object.keys(correctionBodies).join(', '),
    })
  const { by, ...rest } = bodyOf(correctionBodies[verb], await jsonOf(context), `read the correction ${verb}`)
  const preview = context.req.query('preview') !== undefined
  const result = await ledger.correct({ verb, ...rest } as Correction, { by, preview })
  return context.json(result, preview ? 200 : 201)
}

/** `POST /ingest`: the body is one document or a collection, in any format that `chancery ingest` reads; what its text does not say in the query. */
export const ingest = async (context: Context, ledger: Writable): Promise<Response> => {
  const { req } = context
  const bytes = Buffer.from(await req.arrayBuffer())
  const mediaType = req.header('content-type')?.split(';')[0]?.trim()
  const metadata = Object.fromEntries(
    ['title', 'publisher', 'published', 'uri'].flatMap((name) => {
      const value = req.query(name)
      return value ? [[name, value.slice(0, 1_000)]] : []
    }),
  )
  const inputs = inputsFrom(['-'], {
    stdin: Readable.from([bytes]),
    metadata,
    ...(mediaType && mediaType !== 'application/x-www-form-urlencoded' ? { mediaType } : {}),
  })
  const documents: Ingested[] = []
  for await (const outcome of ledger.ingest(named(inputs, req.query('name')), { threads: 0 })) documents.push(outcome)
  const refused = documents.filter(({ outcome }) => outcome === 'refused')
  return context.json({ documents }, refused.length === documents.length ? 422 : 201)
}

async function* named(inputs: ReturnType<typeof inputsFrom>, name: string | undefined): ReturnType<typeof inputsFrom> {
  for await (const input of inputs)
    yield 'fault' in input || !name || input.name !== 'stdin' ? input : { ...input, name: name.slice(0, 200) }
}

/** The body as JSON. Faults: `invalid-input`. */
export const jsonOf = async ({ req }: Context): Promise<unknown> => {
  if (!/^application\/json\b/.test(req.header('content-type') ?? ''))
    throw new Fault('invalid-input', { attempted: 'read the correction', found: 'no JSON', expected: 'Content-Type: application/json' })
  try {
    return await req.json()
  } catch {
    throw new Fault('invalid-input', { attempted: 'read the correction', found: 'text that is not JSON', expected: 'one JSON object' })
  }
}

/** A body of the shape that is described. Faults: `invalid-input`. */
export const bodyOf = <Schema extends z.ZodType>(schema: Schema, body: unknown, attempted: string): z.output<Schema> => {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new Fault('invalid-input', {
    attempted,
    found: read.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `/${path.join('/')}: ${message}`)
      .join('; '),
    expected: 'the shape that /openapi.json describes',
  })
}

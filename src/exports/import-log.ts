import { z } from 'zod'
import type { NewEvent } from '../kernel/envelope.ts'
import { Fault, isFault } from '../kernel/fault.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { EventStore } from '../store/event-store.ts'
import { recordedEventOf } from './cloud-event.ts'

/** How far an import has come. */
export interface Imported {
  /** Lines read, and events that are now in the ledger: appended now or there before. */
  readonly lines: number
  readonly position: number
}

/**
 * Appends an exported log (NDJSON or CloudEvents, told by the line) append by append, in order, so that every event
 * keeps its id, stream and revision, and into an empty ledger its position too. `recorded` is when it is imported: who
 * wants the same bytes and proofs copies the folder. Repeating an import that broke off appends only what is missing.
 *
 * Data of known kinds is validated; texts are not in the log, so quotes are checked by `verify` once they are there.
 * Faults: `invalid-input` with the line, `invalid-event`, and those of the store; appends before the fault stand.
 */
export async function* importLog(store: EventStore, register: EventRegister, lines: AsyncIterable<string>): AsyncGenerator<Imported> {
  let held: Line[] = []
  let number = 0
  let position = -1
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    const line = parsed(text, number)
    const [first] = held
    if (first && line.stream !== first.stream) throw torn(number, first.stream, line.stream)
    checkData(line, register, number)
    held.push(line)
    if (line.more) continue
    position = (await appended(store, held, number)).position
    held = []
    yield { lines: number, position }
  }
  if (held.length > 0) throw torn(number, held[0]?.stream ?? '', 'the end of the file')
}

const Line = z.looseObject({
  type: z.string().min(1).max(200),
  stream: z.string().min(1).max(500),
  revision: z.int().min(0),
  version: z.int().min(1),
  id: z.uuid(),
  by: z.string().min(1),
  rule: z.string().optional(),
  cause: z.string().optional(),
  attribution: z.string().optional(),
  doubt: z.array(z.string()).optional(),
  more: z.literal(true).optional(),
  data: z.unknown(),
  evidence: z
    .array(z.looseObject({ start: z.int().min(0), end: z.int().min(0), quote: z.string(), field: z.string().optional() }))
    .optional(),
})
type Line = z.output<typeof Line>

const parsed = (text: string, number: number): Line => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw invalid(number, `it is not JSON (${(error as Error).message.slice(0, 200)})`, error)
  }
  const isCloudEvent = typeof value === 'object' && value !== null && 'specversion' in value
  const unwrapped = isCloudEvent ? recordedEventOf.safeParse(value) : { success: true as const, data: value }
  const result = unwrapped.success ? Line.safeParse(unwrapped.data) : unwrapped
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid(number, `${issue?.path.join('/') || 'the line'}: ${issue?.message}`, result.error)
}

const checkData = (line: Line, register: EventRegister, number: number): void => {
  const version = register.get(line.type)?.versions[line.version - 1]
  const result = version?.schema.safeParse(line.data)
  if (!result || result.success) return
  const [issue] = result.error.issues
  throw new Fault(
    'invalid-event',
    { attempted: `import line ${number}`, found: `${line.type} with /${issue?.path.join('/')}: ${issue?.message}`, line: number },
    result.error,
  )
}

const appended = async (store: EventStore, lines: readonly Line[], number: number) => {
  const [first] = lines as [Line]
  const expectedRevision = first.revision === 0 ? 'no-stream' : first.revision - 1
  try {
    return await store.append(first.stream, lines.map(newEvent), { expectedRevision })
  } catch (error) {
    if (!isFault(error, 'conflict', 'duplicate-id')) throw error
    throw new Fault(
      error.code,
      {
        ...error.facts,
        attempted: `import line ${number}`,
        cure: 'Import into an empty ledger, or into one that holds a beginning of this log.',
      },
      error,
    )
  }
}

const newEvent = (line: Line): NewEvent => {
  const { type, version, id, by, rule, cause, attribution, doubt, data, evidence } = line
  const optional = Object.fromEntries(
    Object.entries({ rule, cause, attribution, doubt, evidence }).filter(([, value]) => value !== undefined),
  )
  return { type, version, id, by, data, ...optional }
}

const invalid = (number: number, found: string, cause: unknown): Fault =>
  new Fault('invalid-input', { attempted: `import line ${number}`, found, expected: 'an event of an exported log', line: number }, cause)

const torn = (number: number, stream: string, found: string): Fault =>
  new Fault('invalid-input', {
    attempted: `import line ${number}`,
    found,
    expected: `the rest of an append to ${stream}`,
    cure: 'Export the log again.',
    line: number,
  })

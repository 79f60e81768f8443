import type { Context } from 'hono'
import { Fault, isFault } from '../../kernel/fault.ts'
import { wordsFor } from '../words/words.ts'
import { formatOf, routedPath } from './format.ts'
import { linker } from './links.ts'
import type { Reading } from './reading.ts'
import type { Room } from './room.ts'

/** Reads the address of a request. Faults: `invalid-input` for an address that cannot be decoded or an unknown point in time. */
export const openReading = async (room: Room, { req }: Context, reads: readonly string[] = []): Promise<Reading> => {
  const url = new URL(req.url)
  const asOf = url.searchParams.get('asOf') ?? undefined
  const lang = url.searchParams.get('lang')
  const tip = await room.ledger.tip()
  const past = asOf === undefined || asOf === '' ? null : Math.min(await room.ledger.positionAt(asOf.slice(0, 100)), tip)
  const at = past === null || past === tip ? null : String(Math.max(past, 0))
  const view = async (name: string) =>
    at === null ? room.ledger.view(name) : (await room.ledger.views({ asOf: at, names: reads.includes(name) ? reads : [name] })).get(name)
  return {
    ledger: room.ledger,
    format: formatOf(url.pathname),
    words: wordsFor(lang, req.header('accept-language')),
    link: linker({ ...(past === null || asOf === undefined ? {} : { asOf }), ...(lang ? { lang } : {}) }),
    asOf: past === null ? undefined : asOf,
    position: past ?? tip,
    tip,
    writable: room.writable,
    limits: room.limits,
    segments: segmentsOf(routedPath(req.url)),
    query: url.searchParams,
    saved: await room.saved.read(),
    checkpoint: (await room.ledger.transparency.checkpoint().catch(() => undefined)) ?? null,
    view,
    viewIfAny: (name) => view(name).catch(nullIfAbsent),
  }
}

const segmentsOf = (path: string): string[] => {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    throw new Fault('invalid-input', {
      attempted: 'read the address',
      found: 'a percent sign that begins no character',
      expected: 'percent-encoded UTF-8',
    })
  }
}

const nullIfAbsent = (error: unknown): null => {
  if (isFault(error, 'no-such-view')) return null
  throw error
}

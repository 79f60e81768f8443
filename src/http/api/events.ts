import type { Context } from 'hono'
import { stream, streamSSE } from 'hono/streaming'
import { lineOf, type RecordedEvent } from '../../kernel/envelope.ts'
import { Fault } from '../../kernel/fault.ts'
import type { ReadingLimits } from '../frame/limits.ts'
import type { Source } from '../frame/reading.ts'

/** Readers of `/events?follow` at one time. */
export interface Followers {
  count: number
}

/**
 * `GET /events`: the log as NDJSON, each line as it is stored; with `follow`, or for a client that accepts
 * `text/event-stream`, as server-sent events that go on with the log (`id` is the position, so a client resumes).
 */
export const events = (context: Context, ledger: Source, limits: ReadingLimits, followers: Followers): Response => {
  const { req } = context
  const number = (name: string): number | undefined => {
    const given = req.query(name)
    if (given === undefined || given === '') return undefined
    if (/^\d{1,15}$/.test(given)) return Number(given)
    throw new Fault('invalid-input', { attempted: `read ${name} in the address`, found: given.slice(0, 100), expected: 'a position' })
  }
  const types = req.queries('type')?.filter(Boolean)
  const name = req.query('stream')
  const last = req.header('last-event-id')
  const from = last !== undefined && /^\d{1,15}$/.test(last) ? Number(last) + 1 : number('from')
  const to = number('to')
  const options = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(types?.length ? { types } : {}),
    ...(name ? { stream: name } : {}),
  }
  const following = req.query('follow') !== undefined || (req.header('accept') ?? '').includes('text/event-stream')
  if (!following) {
    context.header('Content-Type', 'application/x-ndjson; charset=utf-8')
    return stream(context, async (out) => {
      const read = ledger.store.read(options)
      out.onAbort(() => {
        read.destroy()
      })
      let lines = ''
      for await (const event of read as AsyncIterable<RecordedEvent>) {
        lines += `${lineOf(event)}\n`
        if (lines.length < 65_536) continue
        await out.write(lines)
        lines = ''
      }
      if (lines) await out.write(lines)
    })
  }
  if (followers.count >= limits.followers)
    throw new Fault('closed', {
      attempted: 'follow the log',
      found: `${followers.count} readers follow it already`,
      expected: `at most ${limits.followers}`,
      cure: 'Ask again later.',
    })
  followers.count++
  return streamSSE(context, async (out) => {
    const read = ledger.store.read({ ...options, follow: true })
    out.onAbort(() => {
      read.destroy()
    })
    try {
      for await (const event of read as AsyncIterable<RecordedEvent>)
        await out.writeSSE({ id: String(event.position), event: event.type, data: lineOf(event) })
    } catch (error) {
      if (!out.aborted) throw error
    } finally {
      followers.count--
      read.destroy()
    }
  })
}

import type { Context } from 'hono'
import { pageLayout, waitingLayout } from '../html/layout.ts'
import type { Words } from '../words/words.ts'
import { csvOf } from './csv.ts'
import { openReading } from './open-reading.ts'
import { isElsewhere, type Page, type Route } from './page.ts'
import type { Reading } from './reading.ts'
import type { Room } from './room.ts'

/** Answers a page in the form its address asks for; 304 when the reader has it. Position and point in time are its tag. */
export const respond = async (room: Room, route: Route, context: Context): Promise<Response> => {
  const reading = await openReading(room, context, route.reads)
  const tag = `W/"${reading.tip}.${reading.position}.${reading.words.tag}.${reading.format}.${room.boot}.${stampOf(reading)}"`
  const headers = route.fleeting ? { 'Cache-Control': 'no-store' } : { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept-Language' }
  if (!route.fleeting && asksFor(context.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  if (reading.format === 'html' && !route.light && !(await isWithin(room.limits.patienceMs, room.opening)))
    return patience(room, reading, reading.words.opening)
  const making = route.make(reading)
  if (reading.format === 'html' && route.long && !(await isWithin(room.limits.soonMs, making)))
    return patience(room, reading, reading.words.working)
  const made = await making
  if (isElsewhere(made)) return context.redirect(made.elsewhere, 307)
  return new Response(await bodyOf(room, reading, made, context), {
    status: made.status ?? 200,
    headers: {
      ...headers,
      'Content-Type': typeOf[reading.format],
      ...(reading.format === 'html' ? { 'Content-Language': reading.words.tag } : {}),
    },
  })
}

/** Changes with what pages show beside the log. */
const stampOf = ({ saved, checkpoint }: Reading): string => `${saved.stamp}.${checkpoint?.split('\n')[1] ?? ''}`

/** Whether it is settled by then, be it well or not. */
const isWithin = (ms: number, what: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    what.then(
      () => true,
      () => true,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms).unref()),
  ])

/** The page that comes instead of one that is not ready; the browser asks again by itself. */
const patience = ({ assets }: Room, { words, tip }: Reading, why: Words['opening']): Response =>
  new Response(waitingLayout(words, why, tip, assets.styles).toString(), {
    status: 503,
    headers: { 'Content-Type': typeOf.html, 'Content-Language': words.tag, 'Retry-After': '2', Refresh: '2', 'Cache-Control': 'no-store' },
  })

const bodyOf = async (room: Room, reading: Reading, page: Page, { req }: Context): Promise<string> => {
  switch (reading.format) {
    case 'json':
      return `${JSON.stringify({ position: reading.position, asOf: reading.asOf ?? null, ...(page.json() as object) }, null, 2)}\n`
    case 'csv':
      return csvOf(page.table())
    case 'html':
      return pageLayout(room, reading, page, req.url).toString()
  }
}

const typeOf = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
}

const asksFor = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some((known) => known.trim() === tag || known.trim() === '*') ?? false

import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import { Fault } from '../kernel/fault.ts'
import type { Ledger } from '../ledger.ts'
import { changesOf } from './api/changes.ts'
import { events, type Followers } from './api/events.ts'
import { followChanges } from './api/follow.ts'
import { transparencyFile } from './api/tiles.ts'
import { bodyOf, correct, ingest, jsonOf } from './api/write.ts'
import { answerFault } from './frame/answer-fault.ts'
import { type Assets, loadAssets } from './frame/assets.ts'
import { brotli } from './frame/brotli.ts'
import { routedPath } from './frame/format.ts'
import { guarded, localOnly, type Writing } from './frame/guard.ts'
import { defaultLimits, type ReadingLimits } from './frame/limits.ts'
import { respond } from './frame/respond.ts'
import type { Room } from './frame/room.ts'
import { SavedView, savedViews } from './frame/saved-views.ts'
import { secure } from './frame/security.ts'
import { pagesOf } from './pages/index.ts'

export interface AppOptions {
  /** With it, documents and corrections are taken from whoever shows the token; without, the room is read-only. */
  readonly writing?: Writing
  readonly limits?: Partial<ReadingLimits>
  readonly assets?: Assets
  /** Settles when the views are open; a page that is asked for earlier says that it waits for them. */
  readonly opening?: Promise<unknown>
  /** Only hosts of this machine are answered. */
  readonly localOnly?: boolean
  /** Told of every error of ours; what a reader asked wrongly is not one. */
  readonly report?: (error: unknown) => void
}

export interface App {
  /** Web-standard: one request in, one response out. Never rejects. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** For tests and for exports: `request('/leaders.json')`. */
  readonly request: Hono['request']
  /** Ends what follows the log. */
  close(): void
}

/** The reading room over a ledger: pages, their data, the log, the transparency files, and, where allowed, writing. */
export const createApp = (ledger: Ledger, options: AppOptions = {}): App => {
  const limits = { ...defaultLimits, ...options.limits }
  const writing = options.writing ?? null
  const room: Room = {
    ledger,
    limits,
    assets: options.assets ?? loadAssets(),
    writable: writing !== null,
    boot: Date.now().toString(36),
    saved: savedViews(ledger.location),
    opening: options.opening ?? Promise.resolve(),
  }
  // Whoever waits for it hears of a failure; the pages that need the views tell of it.
  room.opening.catch(() => {})
  const changes = changesOf(ledger, () => ledger.tip())
  const followers: Followers = { count: 0 }
  const places = pagesOf(ledger)
  const app = new Hono({ getPath: ({ url }) => routedPath(url) })

  app.onError((error, context) => answerFault(context, error, room.assets.styles, options.report))
  app.notFound((context) =>
    answerFault(
      context,
      new Fault('no-such-path', {
        attempted: `answer ${context.req.method} ${new URL(context.req.url).pathname.slice(0, 200)}`,
        found: 'no page of that address',
        cure: 'Begin at /, or see /openapi.json.',
      }),
      room.assets.styles,
    ),
  )
  app.use(secure)
  app.use(shortAddresses(limits))
  if (options.localOnly) app.use(localOnly)
  app.use(compress())
  app.use(brotli)

  app.get('/changes', (context) => followChanges(context, ledger, changes, limits))
  app.get('/events', (context) => events(context, ledger, limits, followers))
  app.get('/openapi', async (context) => context.json(await (await import('./api/openapi.ts')).describe(places)))
  app.get('/health', (context) => context.text('ok\n'))
  for (const path of ['/checkpoint', '/vkey', '/tile/*'])
    app.get(path, async (context) => {
      const name = new URL(context.req.url).pathname.slice(1)
      const type = name.startsWith('tile/') ? 'application/octet-stream' : 'text/plain; charset=utf-8'
      const cache = name.startsWith('tile/') && !name.includes('.p/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return context.body(await transparencyFile(ledger, name), 200, { 'Content-Type': type, 'Cache-Control': cache })
    })
  app.get('/prove/:position{\\d{1,15}}', async (context) =>
    context.text(await ledger.transparency.prove(Number(context.req.param('position'))), 200, { 'Cache-Control': 'no-cache' }),
  )
  app.get('/assets/:name{.+}', async (context) => {
    const file = await room.assets.file(new URL(context.req.url).pathname.slice('/assets/'.length))
    if (!file) return context.notFound()
    return context.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=31536000, immutable' })
  })
  const limited = bodyLimit({ maxSize: limits.body, onError: () => Promise.reject(tooLarge(limits)) })
  app.post('/ingest', guarded(writing), limited, (context) => ingest(context, ledger))
  app.post('/saved', guarded(writing), limited, async (context) =>
    context.json(await room.saved.save(bodyOf(SavedView, await jsonOf(context), 'save the view')), 201),
  )
  app.post('/correct/:verb', guarded(writing), limited, (context) => correct(context, ledger))
  for (const { path: place, load } of places) {
    const path = place.replace(/\/\{\w+…\}/, '/*').replace(/\{(\w+)\}/g, ':$1')
    app.get(path, timeout(limits.answerMs, tookTooLong(limits)), async (context) => respond(room, await load(), context))
  }
  return { fetch: (request) => app.fetch(request), request: app.request, close: () => changes.close() }
}

const shortAddresses =
  ({ address }: ReadingLimits): Parameters<Hono['use']>[1] =>
  async ({ req }, next) => {
    if (req.url.length > address)
      throw new Fault('invalid-input', {
        attempted: 'read the address',
        found: `${req.url.length} characters`,
        expected: `at most ${address}`,
      })
    await next()
  }

const tooLarge = ({ body }: ReadingLimits): Fault =>
  new Fault('document-too-large', {
    attempted: 'read the body of the request',
    found: `more than ${Math.floor(body / 1024 / 1024)} MB`,
    expected: `at most ${Math.floor(body / 1024 / 1024)} MB`,
    cure: 'Use chancery ingest for large files.',
  })

const tookTooLong = ({ answerMs }: ReadingLimits) =>
  new HTTPException(503, {
    cause: new Fault('cancelled', {
      attempted: 'answer the request',
      found: `no answer after ${answerMs} ms`,
      cure: 'Ask for less: a filter, or fewer rows.',
    }),
  })

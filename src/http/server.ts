import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { Fault } from '../kernel/fault.ts'
import type { Ledger } from '../ledger.ts'
import { createApp } from './app.ts'
import type { Assets } from './frame/assets.ts'
import type { ReadingLimits } from './frame/limits.ts'

export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port?: number
  /** Loopback, unless told otherwise; then other machines can read the ledger. */
  readonly host?: string
  readonly allowWrites?: boolean
  /** For writing; a random one when absent. */
  readonly token?: string
  readonly limits?: Partial<ReadingLimits>
  /** Scripts and styles from elsewhere than the package. */
  readonly assets?: Assets
  readonly report?: (error: unknown) => void
}

export interface Served {
  readonly url: string
  /** What writing asks for; null when the server is read-only. */
  readonly token: string | null
  /** Answers what is under way, then stops. */
  close(): Promise<void>
}

/** Opens the reading room on a port. Faults: `not-allowed` for a port that is taken or forbidden. */
export const serve = async (ledger: Ledger, options: ServeOptions = {}): Promise<Served> => {
  const { port = 4173, host = '127.0.0.1', allowWrites = false, limits, report, assets } = options
  const opening = openUp(ledger)
  const token = allowWrites ? (options.token ?? randomBytes(24).toString('base64url')) : null
  const app = createApp(ledger, {
    localOnly: isLoopback(host),
    opening,
    ...(token === null ? {} : { writing: { token } }),
    limits: { page: rowsAtFirst, soonMs: 500, ...limits },
    ...(report ? { report } : {}),
    ...(assets ? { assets } : {}),
  })
  const server = await opened(app.fetch, host, port)
  await Promise.race([opening, new Promise<void>((resolve) => setTimeout(resolve, headStartMs).unref())])
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`,
    token,
    close: () =>
      new Promise((resolve) => {
        app.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Rows that a page comes with; its script brings the others while the browser is idle. */
const rowsAtFirst = 200

/** The first page should come at once: the address is told when the views are open, or after so long. */
const headStartMs = 2_000

/** Opens the views. Never rejects: pages tell what is wrong. */
const openUp = async (ledger: Ledger): Promise<void> => {
  try {
    await ledger.views()
  } catch {
    // Told on the page that needs them.
  }
}

/** A client that dawdles is let go: headers within 10 s, a request within 60 s, at most 16 KB of headers. */
const opened = (fetch: (request: Request) => Response | Promise<Response>, hostname: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = listen(
      {
        fetch,
        hostname,
        port,
        overrideGlobalObjects: false,
        serverOptions: { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 5_000 },
      },
      () => resolve(server as Server),
    )
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Fault(
          'not-allowed',
          {
            attempted: `listen on ${hostname}:${port}`,
            found: error.code === 'EADDRINUSE' ? 'another program listens there' : `the system refused (${error.code})`,
            cure: 'Choose another port: chancery serve --port 0',
          },
          error,
        ),
      ),
    )
  })

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

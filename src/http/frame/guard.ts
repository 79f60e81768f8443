import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { Fault } from '../../kernel/fault.ts'

export interface Writing {
  /** Who may write says so with `Authorization: Bearer <token>`: a header that no other site can make a browser send. */
  readonly token: string
}

/** Lets nobody write where writing is off, and nobody without the token where it is on. */
export const guarded =
  (writing: Writing | null): MiddlewareHandler =>
  async ({ req }, next) => {
    const attempted = `${req.method} ${new URL(req.url).pathname.slice(0, 100)}`
    if (!writing)
      throw new Fault('read-only', {
        attempted,
        found: 'this server is read-only',
        cure: 'Start it with: chancery serve --allow-writes',
      })
    const site = req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Fault('not-allowed', {
        attempted,
        found: `a request from another site (${site})`,
        expected: 'a request from this page or a program',
      })
    const given = /^Bearer (.+)$/.exec(req.header('authorization') ?? '')?.[1]
    if (given === undefined || !same(given, writing.token))
      throw new Fault('not-allowed', {
        attempted,
        found: given === undefined ? 'no token' : 'another token',
        expected: 'Authorization: Bearer, with the token that the server printed when it started',
      })
    await next()
  }

/** In constant time: both are hashed first, so that lengths tell nothing. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/

/**
 * A page of another name that resolves to this machine must not read the ledger (DNS rebinding): on loopback only
 * loopback's own names are answered.
 */
export const localOnly: MiddlewareHandler = async ({ req }, next) => {
  const host = req.header('host') ?? new URL(req.url).host
  if (!loopback.test(host))
    throw new Fault('not-allowed', {
      attempted: 'answer a request',
      found: `the host name ${host.slice(0, 100)}`,
      expected: 'localhost or 127.0.0.1',
    })
  await next()
}

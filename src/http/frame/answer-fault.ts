import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Fault } from '../../kernel/fault.ts'
import { faultBody } from '../html/error-page.ts'
import { bareLayout } from '../html/layout.ts'
import { wordsFor } from '../words/words.ts'
import { formatOf } from './format.ts'
import { faultOf, statusOf } from './status.ts'

/** Every error in one shape: JSON for programs, a page for people, the same words in both, with the right status. */
export const answerFault = (context: Context, error: unknown, styles: readonly string[], report?: (error: unknown) => void): Response => {
  const cause = error instanceof HTTPException && error.cause instanceof Fault ? error.cause : error
  const fault = faultOf(cause)
  const { req } = context
  const status =
    fault.code === 'no-such-path' && !['GET', 'HEAD', 'POST'].includes(req.method)
      ? 405
      : fault.code === 'not-allowed' && !req.header('authorization') && req.method === 'POST'
        ? 401
        : statusOf(fault)
  if (!(cause instanceof Fault)) report?.(error)
  const headers = {
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    ...(status === 503 ? { 'Retry-After': '5' } : {}),
  }
  if (!wantsPage(context)) return context.json(fault.toJSON(), status, headers)
  const words = wordsFor(new URL(req.url).searchParams.get('lang'), req.header('accept-language'))
  return context.html(bareLayout(words, words.errors.title, faultBody(fault, words), styles).toString(), status, headers)
}

const wantsPage = ({ req }: Context): boolean =>
  req.method === 'GET' && formatOf(new URL(req.url).pathname) === 'html' && (req.header('accept') ?? '').includes('text/html')

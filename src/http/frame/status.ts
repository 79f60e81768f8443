import { Fault, type FaultCode } from '../../kernel/fault.ts'

/** The HTTP status of a fault. What is not named here is ours: 500. */
const statuses: Partial<Record<FaultCode, 400 | 403 | 404 | 409 | 410 | 413 | 422 | 423 | 500 | 501 | 503 | 507>> = {
  'already-exists': 409,
  cancelled: 503,
  closed: 503,
  conflict: 409,
  'disk-full': 507,
  'document-empty': 422,
  'document-too-large': 413,
  'document-unreadable': 422,
  'duplicate-id': 409,
  'event-too-large': 413,
  'evidence-mismatch': 422,
  'invalid-correction': 422,
  'invalid-event': 422,
  'invalid-input': 400,
  locked: 423,
  'missing-dependency': 501,
  'no-such-document': 404,
  'no-such-event': 404,
  'no-such-path': 404,
  'no-such-row': 404,
  'no-such-view': 404,
  'not-allowed': 403,
  'read-only': 403,
  'text-withdrawn': 410,
  'unknown-event': 422,
}

export const statusOf = ({ code }: Fault) => statuses[code] ?? 500

/** An error of ours is told without its insides: paths and stacks are nobody's business. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault(
        'io-error',
        { attempted: 'answer the request', found: 'an error in chancery itself', cure: 'The server printed it; please report it.' },
        error,
      )

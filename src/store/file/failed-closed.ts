import { Fault } from '../../kernel/fault.ts'

/** After a failed sync nobody knows what is on the disk: nothing more is written until the ledger is opened again. */
export const failedClosed = (cause: unknown): Fault =>
  new Fault(
    'io-error',
    {
      attempted: 'append to the log',
      found: 'an earlier write failed, and what reached the disk is not known',
      cure: 'Close the ledger and open it again: what was acknowledged is kept, what was not is cut off.',
    },
    cause,
  )

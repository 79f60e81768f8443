import { Fault } from '../../kernel/fault.ts'

/** The log is not what it was when it was written: says where, and never guesses past it. */
export const corrupt = (path: string, position: number, found: string, cause?: unknown): Fault =>
  new Fault(
    'corrupt-log',
    {
      attempted: `read position ${position} of ${path}`,
      found,
      expected: 'the line that was appended',
      cure: 'Run `chancery verify` to see what is wrong, and restore the file from a copy.',
      path,
      position,
    },
    cause,
  )

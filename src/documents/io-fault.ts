import { Fault, type FaultCode } from '../kernel/fault.ts'

const codes: Readonly<Record<string, FaultCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'vanished',
}

/** What the operating system refused, as a fault. `attempted` follows “couldn't”. */
export const ioFault = (attempted: string, error: unknown): Fault => {
  if (error instanceof Fault) return error
  const { code = 'unknown error', message = String(error) } = error as NodeJS.ErrnoException
  return new Fault(codes[code] ?? 'io-error', { attempted, found: message, errno: code }, error)
}

/** Reading differs from writing: what is not there was never there, and what may not be read is not allowed. */
export const readFault = (attempted: string, path: string, error: unknown): Fault => {
  if (error instanceof Fault) return error
  const { code = 'unknown error', message = String(error) } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Fault('no-such-path', { attempted, found: `there is no ${path}`, cure: 'Check the spelling of the path.', path }, error)
  if (code === 'EACCES' || code === 'EPERM')
    return new Fault(
      'not-allowed',
      { attempted, found: `${path} may not be read by this user`, cure: 'Change its permissions.', path },
      error,
    )
  return new Fault('io-error', { attempted, found: message, errno: code, path }, error)
}

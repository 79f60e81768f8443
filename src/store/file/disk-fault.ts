import { Fault, type FaultCode } from '../../kernel/fault.ts'

const codes: Readonly<Record<string, FaultCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ESTALE: 'vanished',
}

const cures: Readonly<Partial<Record<FaultCode, string>>> = {
  'disk-full': 'Make room and try again; what was acknowledged before is safe.',
  'read-only': 'Give this user the right to write there, or open the ledger for reading only.',
  vanished: 'Put the folder back, or choose another with --ledger.',
  'io-error': 'Check the disk; copy the folder away before anything else.',
}

/** The typed fault behind an error of the operating system; faults pass unchanged. */
export const diskFault = (attempted: string, error: unknown): Fault => {
  if (error instanceof Fault) return error
  const { code: errno, path, message } = error as NodeJS.ErrnoException
  const code = codes[errno ?? ''] ?? 'io-error'
  const cure = cures[code]
  return new Fault(
    code,
    { attempted, found: message ?? String(error), ...(cure ? { cure } : {}), ...(errno ? { errno } : {}), ...(path ? { path } : {}) },
    error,
  )
}

/** Runs a step on the disk and types what goes wrong. */
export const onDisk = <Result>(attempted: string, step: () => Result): Result => {
  try {
    return step()
  } catch (error) {
    throw diskFault(attempted, error)
  }
}

import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import {
  formatSigningKey,
  formatVerifierKey,
  newSigningKey,
  parseSigningKey,
  parseVerifierKey,
  type SigningKey,
  type VerifierKey,
} from './keys.ts'
import { isKeyName } from './note.ts'
import { readIfThere, replaceFile } from './replace-file.ts'

/**
 * The keys of a ledger: `key`, private, readable by its owner only, and `vkey`, every public key it ever had, one a
 * line, the newest last. All have one name: the origin of the log. Until the first checkpoint is on disk the public
 * key waits in `vkey.new`: so a `vkey` without a checkpoint means that one was taken away, and a process that is killed
 * during its first signature leaves nothing that looks like it.
 */
export interface KeyRing {
  /** Public keys, oldest first; none before the first checkpoint. */
  publicKeys(): VerifierKey[]
  /** Whether this log has signed: a checkpoint must be there. */
  hasSigned(): boolean
  /** Called when a checkpoint is on disk. */
  signed(): void
  /** The key in force. Created when there is none. Faults: `corrupt-log`, `invalid-input`. */
  signingKey(name: string | undefined): SigningKey
  /** A new key under the same name; it is in force once `adopt` is called. */
  rotate(): { readonly old: SigningKey; readonly next: SigningKey; adopt(): void }
}

export const keyRing = (directory: string): KeyRing => {
  const keyPath = join(directory, 'key')
  const publicPath = join(directory, 'vkey')
  const waitingPath = join(directory, 'vkey.new')
  const hasSigned = (): boolean => existsSync(publicPath)

  const publicKeys = (): VerifierKey[] => {
    const lines = ((readIfThere(publicPath) ?? readIfThere(waitingPath))?.toString() ?? '').split('\n').filter((line) => line !== '')
    return lines.map((line) => parseVerifierKey(line) ?? damaged(publicPath, `“${line.slice(0, 60)}” is no public key`))
  }

  const publish = (key: SigningKey): void => {
    const known = publicKeys().map(formatVerifierKey)
    const own = formatVerifierKey(key)
    if (!known.includes(own)) replaceFile(hasSigned() ? publicPath : waitingPath, `${[...known, own].join('\n')}\n`)
  }

  const stored = (): SigningKey | undefined => {
    const text = readIfThere(keyPath)?.toString()
    return text === undefined ? undefined : (parseSigningKey(text.trimEnd()) ?? damaged(keyPath, 'it is no signing key'))
  }

  const create = (name: string | undefined): SigningKey => {
    if (publicKeys().length > 0) return missing(keyPath)
    const key = newSigningKey(name ?? `chancery.local/${crypto.randomUUID().slice(0, 13)}`)
    replaceFile(keyPath, `${formatSigningKey(key)}\n`, 0o600)
    return key
  }

  return {
    publicKeys,
    hasSigned,
    signed() {
      if (!hasSigned() && existsSync(waitingPath)) renameSync(waitingPath, publicPath)
    },
    signingKey(name) {
      if (name !== undefined && !isKeyName(name)) return badName(name)
      const key = stored() ?? create(name)
      if (name !== undefined && key.name !== name) return otherName(name, key.name)
      publish(key)
      return key
    },
    rotate() {
      const old = stored() ?? create(undefined)
      publish(old)
      const next = newSigningKey(old.name)
      return {
        old,
        next,
        adopt() {
          publish(next)
          replaceFile(keyPath, `${formatSigningKey(next)}\n`, 0o600)
        },
      }
    },
  }
}

const damaged = (path: string, found: string): never => {
  throw new Fault('corrupt-log', {
    attempted: `read ${path}`,
    found,
    expected: 'the file as it was written',
    cure: 'Restore it from a copy.',
    path,
  })
}

const missing = (path: string): never => {
  throw new Fault('read-only', {
    attempted: 'sign a checkpoint',
    found: `${path} is missing, though this log has signed before`,
    expected: 'the key that signed before',
    cure: 'Put the key back. A copy without it can be read and verified, not signed.',
    path,
  })
}

const badName = (name: string): never => {
  throw new Fault('invalid-input', {
    attempted: 'name the log',
    found: `“${name}”`,
    expected: 'a name without spaces and plus signs, such as example.org/ledger',
  })
}

const otherName = (name: string, found: string): never => {
  throw new Fault('invalid-input', {
    attempted: `sign as ${name}`,
    found: `the log is named ${found}`,
    expected: 'the name that it got with its first checkpoint',
    cure: 'Leave the name out.',
  })
}

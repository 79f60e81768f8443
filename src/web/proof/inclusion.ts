/**
 * Proof that an event stands in the log (C2SP tlog-proof, RFC 9162 section 2.1.3.2), checked in the browser with
 * nothing of the server's but the words it sent: three questions, three answers.
 */
export interface Checked {
  /** The line says that it is at this position, and this is its hash. */
  readonly leaf: boolean
  /** From that leaf the proof leads to the root that the checkpoint names. */
  readonly root: boolean
  /** The checkpoint bears the signature of the key that the log shows; null where the browser knows no Ed25519. */
  readonly signed: boolean | null
  readonly size: number
}

export const checkProof = async (text: string, verifierKeys: readonly string[], position: number): Promise<Checked> => {
  const gap = text.indexOf('\n\n')
  const [version, extra = '', index = '', ...path] = text.slice(0, gap).split('\n')
  const note = text.slice(gap + 2)
  const [origin, size = '', root = ''] = note.split('\n')
  const line = bytesOf(extra.replace(/^extra /, ''))
  const at = Number(index.replace(/^index /, ''))
  const said = JSON.parse(new TextDecoder().decode(line)) as { position?: number }
  const leaf = await hash(Uint8Array.of(0), line)
  const reached = await rootFrom(leaf, at, Number(size), path.map(bytesOf))
  return {
    leaf: version === 'c2sp.org/tlog-proof@v1' && at === position && said.position === position,
    root: reached !== null && same(reached, bytesOf(root)),
    signed: await isSigned(note, origin ?? '', verifierKeys),
    size: Number(size),
  }
}

/** The root that leaf and proof lead to; null when the proof has the wrong length for the place. */
export const rootFrom = async (leaf: Bytes, index: number, size: number, path: readonly Bytes[]): Promise<Bytes | null> => {
  if (index >= size) return null
  let [at, last, node] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      node = await hash(Uint8Array.of(1), sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
    } else node = await hash(Uint8Array.of(1), node, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? node : null
}

/** A note ends with lines `— name base64(key id, signature)`; a verifier key is `name+id+base64(kind, key)`. */
const isSigned = async (note: string, origin: string, verifierKeys: readonly string[]): Promise<boolean | null> => {
  const gap = note.lastIndexOf('\n\n')
  const text = new TextEncoder().encode(note.slice(0, gap + 1))
  for (const key of verifierKeys) {
    const [name = '', id = '', ...rest] = key.split('+')
    const raw = bytesOf(rest.join('+'))
    if (name !== origin || raw[0] !== 1) continue
    for (const line of note.slice(gap + 2).split('\n')) {
      const [, signer, encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
      const signature = bytesOf(encoded)
      if (signer !== name || hex(signature.subarray(0, 4)) !== id) continue
      try {
        const imported = await crypto.subtle.importKey('raw', raw.slice(1), 'Ed25519', false, ['verify'])
        if (await crypto.subtle.verify('Ed25519', imported, signature.slice(4), text)) return true
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotSupportedError') return null
        throw error
      }
    }
  }
  return false
}

type Bytes = Uint8Array<ArrayBuffer>

const hash = async (...parts: Bytes[]): Promise<Bytes> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

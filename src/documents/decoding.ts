import { Fault } from '../kernel/fault.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { optionalPackage } from '../kernel/optional-package.ts'
import { vietnameseShare } from './vietnamese-share.ts'

export interface Decoded {
  readonly text: string
  /** `utf-8`, `windows-1258` … */
  readonly encoding: string
  readonly findings: readonly Finding[]
}

/**
 * Bytes to text, without byte-order mark, not normalised. In this order: a byte-order mark; strict UTF-8, because
 * nothing else looks like it by accident; what was declared, unless something else reads much more like Vietnamese;
 * the old Vietnamese encodings; what statistics say. All but the first three are told as `decoding-guessed`.
 * What is no text at all is the fault `document-unreadable`.
 */
export const decode = async (bytes: Uint8Array, origin: string, declared?: string): Promise<Decoded> => {
  const marked = byteOrderMark(bytes)
  if (marked) return { text: strictly(marked.encoding, bytes.subarray(marked.length), origin), encoding: marked.encoding, findings: [] }
  const wide = wideWithoutMark(bytes)
  if (wide) return { text: strictly(wide, bytes, origin), encoding: wide, findings: [guessed(wide, declared)] }
  if (isBinary(bytes)) throw unreadable(origin, 'it is binary data, not text')
  const text = attempt('utf-8', bytes)
  if (text !== null) {
    const contradicts = declared !== undefined && !isUtf8(declared) && /[^\0-\x7f]/.test(text.slice(0, 1_000_000))
    return { text, encoding: 'utf-8', findings: contradicts ? [guessed('utf-8', declared)] : [] }
  }
  return guess(bytes, origin, declared)
}

const guess = async (bytes: Uint8Array, origin: string, declared: string | undefined): Promise<Decoded> => {
  const sample = bytes.subarray(0, 65_536)
  const candidates = await Promise.all(vietnameseEncodings.map(async (encoding) => ({ encoding, text: await decodeAs(encoding, sample) })))
  const ranked = candidates
    .map(({ encoding, text }) => ({ encoding, share: text === null ? 0 : vietnameseShare(text) }))
    .sort((a, b) => b.share - a.share)
  const best = ranked[0]
  const stated = declared === undefined || isUtf8(declared) ? null : await decodeAs(declared, bytes)
  if (stated !== null && (best === undefined || best.share < 0.2 || vietnameseShare(stated.slice(0, 65_536)) >= best.share / 2))
    return { text: stated, encoding: (declared as string).toLowerCase(), findings: [] }
  const encoding = best && best.share >= 0.2 ? best.encoding : await byStatistics(sample)
  const text = encoding === null ? null : await decodeAs(encoding, bytes)
  if (encoding === null || text === null)
    throw unreadable(origin, 'its character encoding could not be recognised', 'Save it as UTF-8, then try again.')
  return { text, encoding, findings: [guessed(encoding, declared)] }
}

const vietnameseEncodings = ['windows-1258', 'tcvn', 'viscii']

/** Encodings that browsers do not know, by the names in use for them. */
const labels: Readonly<Record<string, string>> = {
  tcvn: 'tcvn',
  tcvn3: 'tcvn',
  'tcvn-5712': 'tcvn',
  'tcvn5712-1': 'tcvn',
  'x-viet-tcvn5712': 'tcvn',
  viscii: 'viscii',
  'x-viscii': 'viscii',
  csviscii: 'viscii',
}

/** Null when the bytes are not that, or when nobody knows the encoding. */
const decodeAs = async (encoding: string, bytes: Uint8Array): Promise<string | null> => {
  const old = labels[encoding.toLowerCase()]
  if (!old) return attempt(encoding, bytes)
  const { default: iconv } = await optionalPackage('iconv-lite', `read ${encoding}`, () => import('iconv-lite'))
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), old, { stripBOM: false })
  return text.includes('\uFFFD') ? null : text
}

const byStatistics = async (sample: Uint8Array): Promise<string | null> => {
  const { default: chardet } = await optionalPackage('chardet', 'recognise a character encoding', () => import('chardet'))
  const found = chardet.analyse(sample).find(({ name }) => attempt(name, sample) !== null || isKnown(name))
  return found && found.confidence >= 30 && isKnown(found.name) ? found.name.toLowerCase() : null
}

const byteOrderMark = (bytes: Uint8Array): { encoding: string; length: number } | null => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** UTF-16 without a mark: in every script with spaces, one byte of many units is zero, always on the same side. */
const wideWithoutMark = (bytes: Uint8Array): string | null => {
  const length = Math.min(bytes.length, 4_096) & ~1
  if (length < 4 || bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1
  const [even, odd] = zeros as [number, number]
  if (odd > length / 8 && even === 0) return 'utf-16le'
  return even > length / 8 && odd === 0 ? 'utf-16be' : null
}

const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++
  }
  return controls > sample.length / 20
}

const attempt = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const strictly = (encoding: string, bytes: Uint8Array, origin: string): string => {
  const text = attempt(encoding, bytes)
  if (text === null) throw unreadable(origin, `it begins as ${encoding} but is not`, 'Save it as UTF-8, then try again.')
  return text
}

const isKnown = (encoding: string): boolean => {
  try {
    return Boolean(new TextDecoder(encoding))
  } catch {
    return false
  }
}

const isUtf8 = (label: string): boolean => /^(utf-?8|unicode-1-1-utf-8)$/i.test(label)

const guessed = (encoding: string, declared: string | undefined): Finding =>
  finding(
    'decoding-guessed',
    undefined,
    `the character encoding was taken to be ${encoding}${declared === undefined ? '; none was declared' : `, although ${declared} was declared`}`,
  )

const unreadable = (origin: string, found: string, cure?: string): Fault =>
  new Fault('document-unreadable', { attempted: `read ${origin}`, found, expected: 'text', ...(cure ? { cure } : {}) })

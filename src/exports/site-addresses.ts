import { createHash } from 'node:crypto'

/**
 * Which page of the site an address leads to, without question and fragment; null: there is none.
 *
 * A server makes a page for every value of every row, and each again as JSON and as CSV. As files that would be a
 * thousand for every article, nearly all alike. The site has one page of evidence for each row and each engagement, to
 * which all their values lead, and data for lists only: it holds the rows whole.
 */
export const pageOf = (path: string): string | null => {
  if (needsServer.test(path)) return null
  const [room = '', ...segments] = path.slice(1).split('/')
  if (isData(path) && !lists.test(path)) return null
  if (room !== 'why' || segments.length <= 2) return path
  const engagement = segments.slice(2).map(decoded).find(isEngagement)
  return engagement ? `/engagements/${engagement}` : `/why/${segments[0]}/${segments[1]}`
}

/** Needs a server, or goes on for ever. */
const needsServer = /^\/(search|events|changes|prove|ingest|correct|health|review)(\/|\.|$)/

/** A list of rows: `/leaders.csv`, `/views/visits.json`. */
const lists = /^\/(\w[\w-]*|views\/[^/]+)\.(json|csv)$/

const isData = (path: string): boolean => /\.(json|csv)$/.test(path) && !path.startsWith('/assets/')

/** An invitation that no visit followed goes by the id of its event. */
const isEngagement = (segment: string): boolean =>
  /^(?:[0-9a-f]{12}\/[vmafr]@\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(segment)

/**
 * A name for the file of an address: pages end with `.html`; characters that file systems dislike are written with
 * `=` and their code; long names keep their beginning and a digest.
 */
export const fileOf = (address: string): string => {
  if (address === '/') return 'index.html'
  const segments = address.slice(1).split('/').map(nameOf)
  const last = segments[segments.length - 1] as string
  const isFile = address.startsWith('/assets/') || /\.(json|csv)$/.test(address) || /^\/(checkpoint|vkey|tile\/.*)$/.test(address)
  return [...segments.slice(0, -1), isFile ? last : `${last}.html`].join('/')
}

const nameOf = (segment: string): string => {
  const plain = decoded(segment).replace(/[^\p{L}\p{M}\p{N}@._-]/gu, (character) => `=${(character.codePointAt(0) ?? 0).toString(16)}`)
  const safe = /^\.+$/.test(plain) ? plain.replaceAll('.', '=2e') : plain
  if (Buffer.byteLength(safe) <= 120) return safe
  return `${safe.slice(0, 30)}-${createHash('sha256').update(segment).digest('hex').slice(0, 16)}`
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

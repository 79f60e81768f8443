import { posix } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import { fileOf, pageOf } from './site-addresses.ts'
import { filed } from './site-links.ts'

export interface SiteOptions {
  /** Answers an address of the reading room, as a server would: `/leaders`. */
  readonly ask: (path: string) => Response | Promise<Response>
  /** Puts a file of the site, by its path below the site's folder. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>
  /** Where to begin. */
  readonly from?: readonly string[]
  /** So many files are written at most; beyond them the site would be served better than copied. */
  readonly most?: number
  readonly signal?: AbortSignal
}

export interface SiteFile {
  readonly address: string
  readonly file: string
  readonly bytes: number
}

/**
 * The reading room as static pages, which any web server or a file manager can show: every page that can be reached
 * without a question in its address, one page of evidence for each row, lists as JSON and CSV too, with its styles and
 * without its scripts. Links become relative, so that the folder can lie anywhere. What needs a server (search, filters,
 * writing) leads to the page without them. Faults: `document-too-large` when the site has more files than `most`, and those of `write`.
 */
export async function* exportSite({ ask, write, from = ['/'], most = 100_000, signal }: SiteOptions): AsyncGenerator<SiteFile> {
  const seen = new Set(from)
  const queue = [...from]
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    if (signal?.aborted) return
    if (seen.size > most)
      throw new Fault('document-too-large', {
        attempted: 'export the site',
        found: `more than ${most} files`,
        cure: 'Serve the ledger instead: chancery serve',
      })
    const answer = await answerTo(ask, address)
    if (!answer) continue
    const file = fileOf(address)
    const bytes =
      answer.page === null ? answer.bytes : new TextEncoder().encode(filed(answer.page, (target) => linkTo(file, target, queue, seen)))
    await write(file, bytes)
    yield { address, file, bytes: bytes.length }
  }
}

/** Follows what moved, so that a former id leads to a page too. Null for what is not there. */
const answerTo = async (ask: SiteOptions['ask'], address: string): Promise<{ page: string | null; bytes: Uint8Array } | null> => {
  let at = address
  for (let moves = 0; moves < 5; moves++) {
    const answer = await ask(at)
    const moved = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    if (moved) at = moved
    else if (answer.status !== 200) return null
    else if (answer.headers.get('content-type')?.startsWith('text/html')) return { page: await answer.text(), bytes: new Uint8Array() }
    else return { page: null, bytes: new Uint8Array(await answer.arrayBuffer()) }
  }
  return null
}

/** The relative way from a file to an address, which is put into the queue. Null: no file of the site. */
const linkTo = (file: string, target: string, queue: string[], seen: Set<string>): string | null => {
  if (!target.startsWith('/') || target.startsWith('//')) return null
  const [, path = '/', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(target) ?? []
  const page = pageOf(path)
  if (page === null) return null
  if (!seen.has(page)) {
    seen.add(page)
    queue.push(page)
  }
  // The place within a page that another one stands for is not there.
  return encodeURI(posix.relative(posix.dirname(file), fileOf(page))).replaceAll('?', '%3F') + (page === path ? fragment : '')
}

export { fileOf } from './site-addresses.ts'

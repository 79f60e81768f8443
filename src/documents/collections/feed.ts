import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import { decode } from '../decoding.ts'
import type { Input, Refusal } from '../document.ts'
import { collected } from './collected.ts'
import type { Collection, CollectionFile } from './collection.ts'
import { type FeedItem, feedItems } from './feed-items.ts'

/**
 * RSS, RDF, Atom and JSON feeds that were saved as files: one document an item. An item's bytes are the small HTML
 * page made of its title, content, date and address, so that the same item is the same document in every later copy of
 * the feed, and a browser can show it.
 */
export const feed: Collection = {
  name: 'feed',
  mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json'],
  endings: ['rss', 'atom', 'rdf'],
  resembles: (head) =>
    /^(ï»¿)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(rss|feed|rdf:RDF)[\s>]|^\s*\{[\s\S]*"https?:\/\/jsonfeed\.org\/version/i.test(
      Buffer.from(head).toString('latin1'),
    ),
  async *documents(file) {
    const bytes = await collected(file.chunks, file.origin)
    const { text } = await decode(bytes, file.origin, declaredIn(bytes))
    const { parseFeed } = await optionalPackage('feedsmith', `read ${file.origin}`, () => import('feedsmith'))
    const items = itemsOf(() => parseFeed(text), file.origin)
    for (const [at, item] of items.entries()) yield offered(file, item, at + 1)
  },
}

const itemsOf = (parse: () => unknown, origin: string): FeedItem[] => {
  try {
    return feedItems(parse())
  } catch (error) {
    throw new Fault(
      'document-unreadable',
      { attempted: `read ${origin}`, found: `the feed is broken (${(error as Error).message})`, expected: 'RSS, RDF, Atom or a JSON feed' },
      error,
    )
  }
}

const offered = (file: CollectionFile, item: FeedItem, number: number): Input | Refusal => {
  const origin = `${file.origin}#${number}`
  if (!item.html.trim() && !item.title)
    return { origin, fault: new Fault('document-empty', { attempted: `read ${origin}`, found: 'the item has neither title nor content' }) }
  const bytes = Buffer.from(pageOf(item), 'utf8')
  return {
    origin,
    name: item.id ?? item.uri ?? `${file.name}-${number}`,
    metadata: file.metadata,
    mediaType: 'text/html; charset=utf-8',
    load: async () => bytes,
  }
}

const pageOf = ({ title, html, published, publisher, uri }: FeedItem): string =>
  [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8">',
    ...(title ? [`<title>${escaped(title)}</title>`] : []),
    ...(published ? [`<meta property="article:published_time" content="${escaped(published)}">`] : []),
    ...(publisher ? [`<meta property="og:site_name" content="${escaped(publisher)}">`] : []),
    ...(uri ? [`<link rel="canonical" href="${escaped(uri)}">`] : []),
    '</head><body>',
    ...(title ? [`<h1>${escaped(title)}</h1>`] : []),
    `<article>${html}</article>`,
    '</body></html>',
    '',
  ].join('\n')

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)

const declaredIn = (bytes: Uint8Array): string | undefined =>
  /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]

/** What the four kinds of feed have in common. `html` is the fullest form of the item that the feed holds. */
export interface FeedItem {
  readonly id?: string
  readonly title?: string
  readonly html: string
  readonly published?: string
  readonly publisher?: string
  readonly uri?: string
}

type Loose = { readonly [key: string]: unknown }

/** Items of a parsed feed; of a feed of 10,000 only so many are offered. */
export const feedItems = (parsed: unknown): FeedItem[] => {
  const { format, feed } = parsed as { format: string; feed: Loose }
  const items = (format === 'atom' ? feed.entries : feed.items) ?? []
  return (items as Loose[]).map((item) => itemOf(item, textOf(feed.title)))
}

const itemOf = (item: Loose, publisher: string | undefined): FeedItem => {
  const found = {
    id: textOf(item.guid) ?? textOf(item.id) ?? textOf(item['rdf:about']),
    title: textOf(item.title),
    published:
      textOf(item.pubDate) ??
      textOf(item.published) ??
      textOf(item.date_published) ??
      textOf((item.dc as Loose)?.date) ??
      textOf(item.updated),
    publisher,
    uri: textOf(item.link) ?? textOf(item.url) ?? linked(item.links),
  }
  const html =
    textOf((item.content as Loose)?.encoded) ??
    textOf(item.content_html) ??
    textOf(item.content) ??
    textOf(item.content_text) ??
    textOf(item.description) ??
    textOf(item.summary) ??
    ''
  return { ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), html }
}

/** Feeds say the same thing as a string, as a list, as `{ value }` or as a date. */
const textOf = (value: unknown): string | undefined => {
  const [first] = [value].flat()
  if (typeof first === 'string') return first.trim() || undefined
  if (first instanceof Date) return Number.isNaN(first.getTime()) ? undefined : first.toISOString()
  return typeof first === 'object' && first !== null && 'value' in first ? textOf(first.value) : undefined
}

const linked = (links: unknown): string | undefined => {
  const all = [links].flat() as ({ href?: string; rel?: string } | undefined)[]
  return (all.find((link) => link?.rel === 'alternate' || link?.rel === undefined) ?? all[0])?.href
}

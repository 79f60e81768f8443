import { type Finding, finding } from '../../kernel/finding.ts'
import { type FoundMetadata, metadataFrom } from '../metadata.ts'
import { publishedFrom } from '../published.ts'
import { type DomDocument, lineOfText } from './dom.ts'
import { linkedArticle } from './json-ld.ts'

/**
 * What a page says of itself. Date: linked data, meta elements, `time` elements, the address, the date line under the
 * heading, in this order; when the first two name different days, that is a finding. Title: linked data, Open Graph,
 * the heading, the window title. Nothing is taken from the clock or from when the file was saved.
 */
export const pageMetadata = (document: DomDocument, uri: string | undefined): ReturnType<typeof metadataFrom> => {
  const linked = linkedArticle(document)
  const meta = metaOf(document)
  const address = uri ?? absolute(attribute(document, 'link[rel="canonical"]', 'href')) ?? absolute(meta('og:url')) ?? absolute(linked.url)
  const stated = [linked.published, meta(...publicationNames)].filter((date) => date !== undefined)
  const found: FoundMetadata = {
    title:
      linked.headline ??
      meta('og:title', 'twitter:title', 'dc.title') ??
      headingOf(document) ??
      windowTitle(document, meta('og:site_name')),
    publisher: linked.publisher ?? meta('og:site_name', 'dc.publisher', 'article:publisher_name', 'application-name'),
    published:
      stated.find((date) => publishedFrom(date) !== null) ??
      timeElement(document) ??
      dateInAddress(address) ??
      dateLine(document) ??
      stated[0],
    uri: address,
  }
  const { metadata, findings } = metadataFrom(found)
  return { metadata, findings: [...findings, ...conflicting(stated)] }
}

const publicationNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'date',
]

/** Content of the first `meta` under any of these names, tried in order, whatever attribute holds the name. */
const metaOf = (document: DomDocument): ((...names: string[]) => string | undefined) => {
  const byName = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = element.getAttribute('content')?.trim()
    if (name && content && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), content)
  }
  return (...names) => names.map((name) => byName.get(name)).find((content) => content !== undefined)
}

export const headingOf = (document: DomDocument): string | undefined =>
  [...document.querySelectorAll('h1')].map(lineOfText).find((line) => line !== '')

const windowTitle = (document: DomDocument, site: string | undefined): string | undefined => {
  const title = lineOfText(document.querySelector('title'))
  const cut = site && new RegExp(`\\s*[|–—-]\\s*${site.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`, 'iu')
  return (cut ? title.replace(cut, '') : title) || undefined
}

/** A time that is marked as the publication; else the only one of the page, for a page with many is a list. */
const timeElement = (document: DomDocument): string | undefined => {
  const marked = document.querySelector(
    'time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"][datetime], [itemprop="datePublished"]',
  )
  const times = marked ? [marked] : [...document.querySelectorAll('time')].filter((_, __, all) => all.length === 1)
  return times
    .map((time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? lineOfText(time))
    .find((written) => publishedFrom(written) !== null)
}

/** `…/2023/08/21/…`, `…/2023-08-21-…` or `…-20230821…`. */
const dateInAddress = (uri: string | undefined): string | undefined => {
  const path = uri?.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '') ?? ''
  const match =
    /(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?!\d)/.exec(path)
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : undefined
}

/** `Thứ hai, 21/8/2023, 07:15 (GMT+7)` in an element that is named for a date. */
const dateLine = (document: DomDocument): string | undefined =>
  [...document.querySelectorAll('[class*="date"], [class*="time"], [class*="ngay"], [class*="publish"]')]
    .map(lineOfText)
    .find((line) => line.length < 80 && publishedFrom(line) !== null)

/** Browsers write where a page was saved from into a comment before it. */
export const savedFrom = (html: string): string | undefined =>
  absolute(/<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 3_000))?.[1])

const attribute = (document: DomDocument, selector: string, name: string): string | undefined =>
  document.querySelector(selector)?.getAttribute(name) ?? undefined

const absolute = (address: string | undefined): string | undefined =>
  address && /^https?:\/\/[^\s]+$/i.test(address.trim()) ? address.trim() : undefined

const conflicting = (stated: readonly string[]): Finding[] => {
  const days = new Set(stated.map(publishedFrom).filter((day) => day !== null))
  return days.size > 1
    ? [finding('conflicting-reports', undefined, `the page gives several dates of publication: ${[...days].join(', ')}`)]
    : []
}

/** What every link of a page carries on, so that a reader stays at a point of the log and in a language. */
export interface Carried {
  readonly asOf?: string
  readonly lang?: string
}

export type Query = Readonly<Record<string, string | number | undefined | null>>

/** An address inside the reading room: `link(['leaders', id], { year: 2009 })`. Every segment may hold any character. */
export type Link = (segments: readonly string[], query?: Query, fragment?: string) => string

export const linker = (carried: Carried): Link => {
  const always = queryOf({ ...carried })
  return (segments, query, fragment) =>
    `${pathOf(segments)}${query ? queryOf({ ...query, ...carried }) : always}${fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`}`
}

export const pathOf = (segments: readonly string[]): string => `/${segments.map(segmentOf).join('/')}`

/** Characters that read well stay (`@`, `:`, `,`); an ending that would name a format is hidden. */
const segmentOf = (segment: string): string => (/^[\w-]*$/.test(segment) ? segment : encoded(segment))

const encoded = (segment: string): string =>
  encodeURIComponent(segment)
    .replace(/%40/g, '@')
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',')
    .replace(/\.(json|csv)$/, '%2E$1')

export const queryOf = (query: Query): string => {
  const parts = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return parts.length === 0
    ? ''
    : `?${parts.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** Path below a row as segments of an address: `/visitors/0/name` → `['visitors', '0', 'name']`. */
export const segmentsOfPointer = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

export const pointerOf = (segments: readonly string[]): string =>
  segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

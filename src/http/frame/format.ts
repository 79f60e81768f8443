/** Every page is a page, a JSON value and a table: the ending of its address says which one is meant. */
export type Format = 'html' | 'json' | 'csv'

const ending = /\.(json|csv)$/

export const formatOf = (path: string): Format => (ending.exec(path)?.[1] as Format | undefined) ?? 'html'

export const withoutFormat = (path: string): string => path.replace(ending, '')

/** The path that is routed: still percent-encoded where a segment holds `/` or `%`, without its ending. */
export const routedPath = (url: string): string => {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const path = start < 0 ? '/' : (url.slice(start).split(/[?#]/, 1)[0] as string)
  const bare = withoutFormat(path)
  return bare === '' || bare === '/index' ? '/' : bare
}

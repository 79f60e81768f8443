import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import { type DomDocument, walk } from './dom.ts'

export interface Page {
  readonly document: DomDocument
  readonly elements: number
  readonly depth: number
}

/** Pages of the press have up to some 10,000 elements, 40 deep. */
const mostElements = 300_000
const deepest = 512

/** Parses a page. Nothing in it runs and nothing is fetched: the parser only builds a tree. */
export const pageOf = async (html: string, origin: string): Promise<Page> => {
  const opened = openedAtOnce(html)
  if (opened > 5_000) throw refused(origin, `${opened} tags open at once`, `at most ${deepest}`)
  const { parseHTML } = await optionalPackage('linkedom', `read ${origin}`, () => import('linkedom'))
  const document = parseHTML(rooted(html)).document as unknown as DomDocument
  const root = document.documentElement
  let elements = 0
  let depth = 0
  if (root)
    for (const step of walk(root)) {
      elements++
      depth = Math.max(depth, step.depth)
    }
  if (depth > deepest) throw refused(origin, `tags nested ${depth} deep`, `at most ${deepest}`)
  if (elements > mostElements) throw refused(origin, `${elements} elements`, `at most ${mostElements}`)
  return { document, elements, depth }
}

/**
 * The parser finds the body only where an author wrote every tag that may be left out, and in order; so all three are
 * written anew. Metadata is found wherever it stands.
 */
const rooted = (html: string): string =>
  `<!DOCTYPE html><html><head></head><body>${html.replace(/<!doctype\b[^>]{0,500}>|<\/?(?:html|head|body)\b[^>]{0,5000}>/gi, '')}</body></html>`

/**
 * How many tags are open at the deepest place, roughly: parsers take quadratic time over nesting, so this is counted
 * first. Tags that never close, or that the next of their kind closes, do not count.
 */
const openedAtOnce = (html: string): number => {
  let open = 0
  let most = 0
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (light.has((name as string).toLowerCase())) continue
    open = close ? Math.max(0, open - 1) : open + 1
    if (open > most) most = open
  }
  return most
}

const light = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot colgroup'.split(' '),
)

const refused = (origin: string, found: string, expected: string): Fault =>
  new Fault('document-too-large', {
    attempted: `read ${origin}`,
    found: `it has ${found}`,
    expected,
    cure: 'Save the article alone, as text.',
  })

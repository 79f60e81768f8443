import { optionalPackage } from '../../kernel/optional-package.ts'
import { type DomElement, lineOfText } from './dom.ts'
import { removeFurniture } from './furniture.ts'
import type { Page } from './page.ts'
import { headingOf } from './page-metadata.ts'
import { renderedText } from './rendered-text.ts'

/** Beyond these the judgement of what is the article would take minutes; then the whole page without furniture is read. */
const judged = { elements: 30_000, depth: 150 }

/**
 * The article of a page: heading, lead, body, as paragraphs. What is menu, comment, advertisement or invitation to
 * read on is left out. The tree is used up.
 */
export const articleText = async (page: Page, origin: string, title: string | undefined): Promise<string> => {
  removeFurniture(page.document)
  const heading = headingOf(page.document) ?? title
  const lead = leadOf(page)
  const whole = page.document.body ? renderedText(page.document.body) : ''
  const body = (await judgedBody(page, origin)) ?? whole
  // A judgement that drops most of a small page has mistaken a short article for furniture.
  const text = body.length < 250 && whole.length < 5 * body.length + 1_000 ? whole : body
  return [heading, lead].reduceRight<string>((rest, line) => (line && !holds(rest, line) ? `${line}\n\n${rest}` : rest), text).trim()
}

const judgedBody = async (page: Page, origin: string): Promise<string | null> => {
  if (page.elements > judged.elements || page.depth > judged.depth) return null
  const { Readability } = await optionalPackage('@mozilla/readability', `read ${origin}`, () => import('@mozilla/readability'))
  const options = { serializer: (node: unknown) => node, charThreshold: 200, disableJSONLD: true }
  const found = new Readability(page.document as never, options as never).parse() as { content: DomElement } | null
  return found ? renderedText(found.content) : null
}

/** The paragraph between heading and body, which many pages keep outside the body. */
const leadOf = ({ document }: Page): string | undefined =>
  [...document.querySelectorAll('.sapo, .lead, .lede, .chapeau, .detail-sapo, .article-sapo, .standfirst, [itemprop="description"]')]
    .map(lineOfText)
    .find((line) => line.length > 20)

const holds = (text: string, line: string): boolean => flat(text).includes(flat(line))
const flat = (text: string): string => text.replace(/\s+/gu, ' ').normalize('NFC')

import { type DomElement, type DomNode, isElement, isTextNode } from './dom.ts'

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD UL'.split(
    ' ',
  ),
)
const lines = new Set(['BR', 'LI', 'TR'])
const cells = new Set(['TD', 'TH'])
const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'IMG'])

/**
 * The words as a reader sees them: paragraphs with a blank line between, list items and table rows on lines of their
 * own, cells with a tab between. White space collapses as on a screen; soft hyphens and zero-width spaces, which
 * nobody sees, go, so that a word is one word.
 */
export const renderedText = (root: DomElement): string => {
  let text = ''
  let gap: '' | ' ' | '\t' | '\n' | '\n\n' = ''
  const separate = (by: typeof gap): void => {
    if (rank(by) > rank(gap)) gap = by
  }
  const write = (node: DomNode): void => {
    const words = (node.textContent ?? '').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    const shown = words.replace(/\s+/gu, ' ')
    if (shown.startsWith(' ')) separate(' ')
    if (shown.trim() === '') return
    text += (text === '' ? '' : gap) + shown.trim()
    gap = shown.endsWith(' ') ? ' ' : ''
  }
  const visit = (node: DomNode): void => {
    if (isTextNode(node)) write(node)
    if (!isElement(node) || silent.has(node.tagName)) return
    if (cells.has(node.tagName)) {
      const cell = renderedText(node)
      if (cell !== '') text += (text === '' ? '' : gap) + cell
      gap = text === '' ? '' : '\t'
      return
    }
    const edge = blocks.has(node.tagName) ? '\n\n' : lines.has(node.tagName) ? '\n' : ''
    separate(edge)
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child)
    separate(edge)
  }
  for (let child = root.firstChild; child; child = child.nextSibling) visit(child)
  return text
}

const rank = (gap: string): number => ['', ' ', '\t', '\n', '\n\n'].indexOf(gap)

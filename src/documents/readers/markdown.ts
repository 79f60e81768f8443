import { decode } from '../decoding.ts'
import { metadataFrom } from '../metadata.ts'
import type { Reader } from './reader.ts'

/**
 * Markdown as its reader sees it: marks of emphasis, headings, links and quotations go, their words stay; lines that
 * only the editor broke are joined, so that sentences stay whole. `title`, `date`, `publisher` and `url` of a front
 * matter are metadata.
 */
export const markdown: Reader = {
  name: 'markdown',
  version: '1.0.0',
  mediaTypes: ['text/markdown'],
  endings: ['md', 'markdown'],
  weighs: 'textBytes',
  async read({ bytes, origin, charset }) {
    const decoded = await decode(bytes, origin, charset)
    const { matter, body } = frontMatter(decoded.text.replace(/\r\n?/g, '\n'))
    const text = shownText(body)
    const heading = /^#\s+(.+?)\s*#*$/m.exec(body)?.[1]
    const { metadata, findings } = metadataFrom({
      title: matter.get('title') ?? (heading && inline(heading)),
      publisher: matter.get('publisher') ?? matter.get('site'),
      published: matter.get('published') ?? matter.get('date'),
      uri: matter.get('url') ?? matter.get('uri') ?? matter.get('source'),
    })
    return { text, metadata, findings: [...decoded.findings, ...findings] }
  },
}

/** `key: value` lines between two lines of `---` at the very top. */
const frontMatter = (text: string): { matter: ReadonlyMap<string, string>; body: string } => {
  const match = /^---\n([\s\S]{0,20000}?)\n---(?:\n|$)/.exec(text)
  if (!match) return { matter: new Map(), body: text }
  const lines = (match[1] as string).matchAll(/^([A-Za-z_-]+):[ \t]*(.+)$/gm)
  const matter = new Map([...lines].map(([, key, value]) => [(key as string).toLowerCase(), unquoted((value as string).trim())]))
  return { matter, body: text.slice(match[0].length) }
}

const unquoted = (value: string): string => (/^(["']).*\1$/.test(value) ? value.slice(1, -1) : value)

const shownText = (body: string): string => {
  const paragraphs: string[] = []
  let lines: string[] = []
  let fenced = false
  const end = (): void => {
    if (lines.length > 0) paragraphs.push(inline(lines.join('\n')))
    lines = []
  }
  for (const line of body.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) {
      end()
      fenced = !fenced
    } else if (fenced) paragraphs.push(line)
    else if (line.trim() === '' || ruler.test(line)) end()
    else if (/^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) continue
    else {
      const shown = line.replace(/^(\s*>)+\s?/, '')
      const starts = /^\s*(#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/.test(shown)
      if (starts) end()
      lines.push(shown.replace(/^\s*(#{1,6}\s+|[-*+]\s+)/, '').replace(/\s+#+\s*$/, ''))
      if (/^\s*(#{1,6}\s|\|)/.test(shown)) end()
    }
  }
  end()
  return paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n\n')
}

const ruler = /^\s*([-*_=])(\s*\1){2,}\s*$/

/** One paragraph without its marks; a line break that the editor made becomes a space. */
const inline = (paragraph: string): string =>
  paragraph
    .replace(/(?: {2,}|\\)\n/g, '\u0000')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/!\[([^\]\n]{0,1000})\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{0,1000})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])/g, '$1')
    .replace(/<(https?:\/\/[^>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^>\n]{0,500}>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])([*_])(?=\S)([^\n*_]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/`([^`\n]{1,2000})`/g, '$1')
    .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
    .replace(/\s*\|\s*/g, '\t')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .replace(/\u0000/g, '\n')
    .trim()

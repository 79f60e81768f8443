import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import { pageOf } from '../html/page.ts'
import { renderedText } from '../html/rendered-text.ts'
import { metadataFrom } from '../metadata.ts'
import { contentOf, entriesOf } from '../packed/zip.ts'
import { begins } from '../refused-formats.ts'
import type { Reader } from './reader.ts'

const limits = { entries: 5_000, bytes: 200_000_000 }

/**
 * Word documents: paragraphs and tables in reading order, without the marks of footnotes, which would cut sentences;
 * the notes themselves follow at the end. Pictures and embedded files are never opened.
 */
export const docx: Reader = {
  name: 'docx',
  version: '1.0.0',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  endings: ['docx'],
  weighs: 'packedBytes',
  signature: (bytes) => begins(bytes, [0x50, 0x4b, 0x03, 0x04]) && listsDocument(bytes),
  async read({ bytes, origin }) {
    const title = inspected(bytes, origin)
    const { default: mammoth } = await optionalPackage('mammoth', `read ${origin}`, () => import('mammoth'))
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, externalFileAccess: false, styleMap: ["p[style-name='Title'] => h1:fresh"] },
    )
    const { document } = await pageOf(`<html><body>${value}</body></html>`, origin)
    for (const mark of [
      ...document.querySelectorAll(
        'sup a[id^="footnote-ref"], sup a[id^="endnote-ref"], a[href^="#footnote-ref"], a[href^="#endnote-ref"], img',
      ),
    ])
      mark.remove()
    return { text: document.body ? renderedText(document.body) : '', ...metadataFrom({ title }) }
  },
}

const listsDocument = (bytes: Uint8Array): boolean => {
  try {
    return entriesOf(bytes, '', { entries: 0xffff, bytes: Number.MAX_SAFE_INTEGER }).some(({ name }) => name === 'word/document.xml')
  } catch {
    return false
  }
}

/** Looks the package over before anybody inflates it whole; gives the title from its core properties. */
const inspected = (bytes: Uint8Array, origin: string): string | undefined => {
  const entries = entriesOf(bytes, origin, limits)
  if (!entries.some(({ name }) => name === 'word/document.xml')) throw refused(origin, 'there is no Word document in it')
  let title: string | undefined
  for (const entry of entries) {
    const content = contentOf(bytes, entry, origin)
    if (!/\.(xml|rels)$/.test(entry.name)) continue
    const xml = content.toString('utf8')
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw refused(origin, `${entry.name} in it declares entities, which Word never does`)
    if (entry.name === 'docProps/core.xml') title = /<dc:title>([^<]{1,2000})<\/dc:title>/.exec(xml)?.[1]
  }
  return title && unescaped(title)
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const unescaped = (xml: string): string => xml.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity)

const refused = (origin: string, found: string): Fault =>
  new Fault('document-unreadable', {
    attempted: `read ${origin}`,
    found,
    expected: 'a Word document (.docx)',
    cure: 'Save it again from Word, or as text.',
  })

import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import { metadataFrom } from '../metadata.ts'
import { type Line, linesOf, type Run } from '../packed/pdf-lines.ts'
import { paragraphsOf } from '../packed/pdf-paragraphs.ts'
import type { Reader } from './reader.ts'

const mostPages = 3_000

/** The text layer of a PDF, as paragraphs. What has none (a scan) or is locked says so. Its scripts never run. */
export const pdf: Reader = {
  name: 'pdf',
  version: '1.0.0',
  mediaTypes: ['application/pdf'],
  endings: ['pdf'],
  weighs: 'packedBytes',
  signature: (bytes) => Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').includes('%PDF-'),
  async read({ bytes, origin, limits }) {
    const { getDocumentProxy } = await optionalPackage('unpdf', `read ${origin}`, () => import('unpdf'))
    const until = Date.now() + limits.timeMs
    // The parser takes its buffer away, so it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 }).catch((error: Error) => {
      throw error.name === 'PasswordException' ? locked(origin, error) : broken(origin, error)
    })
    try {
      if (document.numPages > mostPages) throw tooLong(origin, `${document.numPages} pages`, `at most ${mostPages} pages`)
      const pages: Line[][] = []
      let units = 0
      for (let number = 1; number <= document.numPages; number++) {
        if (Date.now() > until)
          throw tooLong(origin, `${document.numPages} pages, of which ${number - 1} took all the time there is`, 'less')
        const page = await document.getPage(number)
        const { items } = await page.getTextContent()
        const lines = linesOf(
          items.filter((item): item is typeof item & Run => 'str' in item),
          number,
        )
        page.cleanup()
        units += lines.reduce((sum, { text }) => sum + text.length, 0)
        if (units > limits.units) throw tooLong(origin, `more than ${limits.units} characters of text`, 'less')
        pages.push(lines)
      }
      if (units === 0) throw scanned(origin, document.numPages)
      const info = (await document.getMetadata().catch(() => null))?.info as { Title?: unknown } | undefined
      const title =
        typeof info?.Title === 'string' && !/^(untitled|microsoft word -|\s*$)|\.(docx?|pdf|indd|qxd)$/i.test(info.Title)
          ? info.Title
          : undefined
      return { text: paragraphsOf(pages).join('\n\n'), ...metadataFrom({ title }) }
    } catch (error) {
      throw error instanceof Fault ? error : broken(origin, error)
    } finally {
      await document.destroy()
    }
  },
}

const unreadable = (origin: string, found: string, cure: string, cause?: unknown): Fault =>
  new Fault('document-unreadable', { attempted: `read ${origin}`, found, expected: 'a PDF with text', cure }, cause)

const locked = (origin: string, cause: unknown): Fault =>
  unreadable(origin, 'it is encrypted and opens only with a password', 'Save it without a password, then try again.', cause)

const broken = (origin: string, cause: unknown): Fault =>
  unreadable(origin, `it is not a whole PDF (${(cause as Error).message})`, 'Open it in a PDF program and save it again.', cause)

const scanned = (origin: string, pages: number): Fault =>
  unreadable(
    origin,
    `there is no text layer on its ${pages === 1 ? 'page' : `${pages} pages`}: it is a scan`,
    'Run it through OCR (ocrmypdf), then try again.',
  )

const tooLong = (origin: string, found: string, expected: string): Fault =>
  new Fault('document-too-large', { attempted: `read ${origin}`, found: `it has ${found}`, expected, cure: 'Split it into articles.' })

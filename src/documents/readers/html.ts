import { optionalPackage } from '../../kernel/optional-package.ts'
import { decode } from '../decoding.ts'
import { articleText } from '../html/article.ts'
import { pageOf } from '../html/page.ts'
import { pageMetadata, savedFrom } from '../html/page-metadata.ts'
import type { Reader } from './reader.ts'

/** Saved web pages: the article's words, and what the page says of itself. */
export const html: Reader = {
  name: 'html',
  version: '1.0.0',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  endings: ['html', 'htm', 'xhtml'],
  weighs: 'textBytes',
  resembles: (bytes) => /^(\uFEFF|ï»¿)?\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|article)[\s>]/i.test(latin1(bytes)),
  async read({ bytes, origin, charset, uri }) {
    const decoded = await decode(bytes, origin, charset ?? (await declaredIn(bytes, origin)))
    const page = await pageOf(decoded.text, origin)
    const { metadata, findings } = pageMetadata(page.document, uri ?? savedFrom(decoded.text))
    return { text: await articleText(page, origin, metadata.title), metadata, findings: [...decoded.findings, ...findings] }
  },
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')

/** What the page's first 1,024 bytes declare. Browsers do not know TCVN3 and VISCII, pages of the time do. */
const declaredIn = async (bytes: Uint8Array, origin: string): Promise<string | undefined> => {
  const old = /charset\s*=\s*["']?(x-viet-tcvn[\w-]*|tcvn[\w-]*|x-viscii|viscii)/i.exec(latin1(bytes))
  if (old) return old[1]
  const { default: sniff } = await optionalPackage('html-encoding-sniffer', `read ${origin}`, () => import('html-encoding-sniffer'))
  const undeclared = 'x-user-defined'
  const encoding = sniff(bytes, { defaultEncoding: undeclared })
  return encoding === undeclared ? undefined : encoding
}

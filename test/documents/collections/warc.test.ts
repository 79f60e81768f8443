import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { article } from '../texts.ts'
import { documentsOfFile } from './documents-of-file.ts'

const [title, ...body] = article.split('\n\n') as [string, ...string[]]
const html = `<!DOCTYPE html><html><body><h1>${title}</h1>${body.map((text) => `<p>${text}</p>`).join('')}</body></html>`

const recordOf = async (
  url: string,
  content: Uint8Array,
  headers: Record<string, string>,
  statusline = 'HTTP/1.1 200 OK',
  gzip = false,
): Promise<Uint8Array> => {
  const record = WARCRecord.create(
    { url, date: '2024-06-01T00:00:00Z', type: 'response', httpHeaders: headers, statusline },
    (async function* () {
      yield content
    })(),
  )
  return WARCSerializer.serialize(record, { gzip })
}

const page = (url: string, gzip = false) =>
  recordOf(url, Buffer.from(html), { 'Content-Type': 'text/html; charset=utf-8' }, undefined, gzip)

describe('web archives', () => {
  it('give one document per successful page', async () => {
    const records = [
      await page('https://example.org/2024/05/12/a.html'),
      await recordOf('https://example.org/logo.png', Buffer.from([0x89, 0x50]), { 'Content-Type': 'image/png' }),
      await recordOf('https://example.org/gone', Buffer.from(html), { 'Content-Type': 'text/html' }, 'HTTP/1.1 404 Not Found'),
      await recordOf('https://example.org/b', gzipSync(html), { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }),
    ]
    const documents = await documentsOfFile('a.warc', Buffer.concat(records))
    expect(documents).toMatchObject([
      {
        name: 'https://example.org/2024/05/12/a.html',
        text: article,
        metadata: { uri: 'https://example.org/2024/05/12/a.html', published: '2024-05-12', title },
      },
      { name: 'https://example.org/b', text: article, metadata: { uri: 'https://example.org/b' } },
    ])
    expect(documents[1]).not.toHaveProperty('metadata.published')
  })

  it('are read gzipped, record by record', async () => {
    const records = [await page('https://example.org/a', true), await page('https://example.org/b', true)]
    expect(await documentsOfFile('a.warc.gz', Buffer.concat(records))).toMatchObject([
      { name: 'https://example.org/a' },
      { name: 'https://example.org/b' },
    ])
  })

  it('give what is whole of one that is damaged, and say that it is', async () => {
    const whole = await page('https://example.org/a')
    expect(await documentsOfFile('a.warc', Buffer.concat([whole, Buffer.from('WARC/1.0\r\nnonsense')]))).toMatchObject([
      { name: 'https://example.org/a' },
    ])
    const cut = await documentsOfFile('a.warc', Buffer.concat([whole, whole.subarray(0, -200)]))
    expect(cut).toMatchObject([{ name: 'https://example.org/a' }, '!document-unreadable'])
    const picture = await recordOf('https://example.org/logo.png', Buffer.alloc(5_000, 1), { 'Content-Type': 'image/png' })
    expect(await documentsOfFile('a.warc', Buffer.concat([whole, picture.subarray(0, -4_000)]))).toMatchObject([
      { name: 'https://example.org/a' },
      '!document-unreadable',
    ])
  })
})

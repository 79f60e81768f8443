import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { inputsFrom } from '../../src/documents/inputs.ts'
import { extractAll } from '../../src/intake/extract-all.ts'
import { inThisThread } from '../../src/intake/preparation.ts'
import type { Prepared } from '../../src/intake/prepared.ts'
import type { Claim } from '../../src/kernel/claim.ts'
import { loadExtractor } from '../../src/preparing.ts'
import { madeDocx, wordParagraph } from '../documents/made-docx.ts'
import { laidOut, madePdf } from '../documents/made-pdf.ts'

/** An article written for this test: a visit, talks, calls, a count of signings with a list, a sum, days without a year. */
const title = 'Chủ tịch nước Võ Văn Thưởng hội đàm với Tổng thống Mông Cổ Ukhnaagiin Khurelsukh'
const body = [
  'Chiều 1/11, Tổng thống Mông Cổ Ukhnaagiin Khurelsukh đến Hà Nội, bắt đầu chuyến thăm cấp Nhà nước tới Việt Nam từ ngày 1 đến 5/11 theo lời mời của Chủ tịch nước Võ Văn Thưởng.',
  'Ngay sau lễ đón tại Phủ Chủ tịch, Chủ tịch nước Võ Văn Thưởng đã hội đàm với Tổng thống Ukhnaagiin Khurelsukh. Kết thúc hội đàm, hai nhà lãnh đạo chứng kiến lễ ký năm văn kiện hợp tác, trong đó có Hiệp định về miễn thị thực cho công dân hai nước.',
  'Sáng 2/11, Tổng thống Mông Cổ hội kiến Thủ tướng Phạm Minh Chính và Chủ tịch Quốc hội Vương Đình Huệ.',
  'Năm 2022, kim ngạch thương mại hai nước đạt 85 triệu USD. Việt Nam và Mông Cổ thiết lập quan hệ ngoại giao ngày 17/11/1954.',
]
const published = '2023-11-02'
const stated = { title, publisher: 'Bản tin Đối ngoại', published }

/** The article as each format holds it, with what surrounds it there. */
const files: Readonly<Record<string, () => Promise<string | Uint8Array> | string | Uint8Array>> = {
  'article.txt': () => [title, ...body].join('\n\n'),
  'article.md': () =>
    `# ${title}\n\n${body.map((paragraph) => paragraph.replace('hội đàm', '**hội đàm**').replace(/(.{40}\S*) /g, '$1\n')).join('\n\n')}\n`,
  'article.html': () => page,
  'article.pdf': () => madePdf(laidOut([title, ...body], { perPage: 9 })),
  'article.docx': () => madeDocx(wordParagraph(title, 'Title') + body.map((paragraph) => wordParagraph(paragraph)).join('')),
  'article.ndjson': () => `${JSON.stringify({ id: 'article', text: [title, ...body].join('\n\n'), published })}\n`,
  'feed.xml': () =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title><item><title>${title}</title><pubDate>Thu, 02 Nov 2023 07:00:00 +0700</pubDate><description><![CDATA[${inParagraphs}]]></description></item></channel></rss>`,
  'archive.warc': async () =>
    WARCSerializer.serialize(
      WARCRecord.create(
        {
          url: 'https://example.org/tin/10294',
          date: '2024-06-01T00:00:00Z',
          type: 'response',
          httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' },
          statusline: 'HTTP/1.1 200 OK',
        },
        (async function* () {
          yield Buffer.from(page)
        })(),
      ),
      { gzip: false },
    ),
}
const inParagraphs = body.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
const page = `<!DOCTYPE html><html lang="vi"><head><title>${title} | Bản tin Đối ngoại</title>
<meta property="article:published_time" content="2023-11-02T07:00:00+07:00"></head><body>
<nav><a href="/">Trang chủ</a> <a href="/the-thao">Thể thao</a></nav><main><h1>${title}</h1>${inParagraphs}</main>
<aside><h3>Tin liên quan</h3><a href="/x">Tổng thống Nga thăm Trung Quốc, ký mười văn kiện</a></aside>
<section id="binh-luan"><p>Bạn đọc A: Thủ tướng Lào cũng vừa thăm Nhật Bản.</p></section></body></html>`

let folder: string
const read = new Map<string, Prepared>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-article-'))
  for (const [name, make] of Object.entries(files)) await writeFile(join(folder, name), await make())
  for (const name of ['article.txt', 'article.md', 'article.pdf', 'article.docx'])
    await writeFile(join(folder, `${name}.article.json`), JSON.stringify(stated))
  for await (const extracted of extractAll(inputsFrom([folder]), inThisThread(await loadExtractor()))) {
    if (extracted.outcome === 'refused') throw extracted.fault
    read.set(extracted.origin.slice(folder.length + 1).replace(/#\d+$/, ''), extracted)
  }
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** What a claim says, wherever it stands: ids by the order in which they turn up, quotes without their places. */
const sayings = (claims: readonly Claim[]): unknown[] => {
  const seen = new Map<string, string>()
  const anonymous = (id: string): string => {
    if (!seen.has(id)) seen.set(id, `${id.split('/')[1]?.[0]}-${seen.size}`)
    return seen.get(id) as string
  }
  return claims.map(({ type, rule, doubt, data, evidence }) => ({
    type,
    rule,
    doubt,
    data: JSON.parse(JSON.stringify(data).replace(/[0-9a-f]{12}\/[a-z]@\d+/g, anonymous)),
    quotes: evidence.map(({ quote, field }) => [field, quote.replace(/\s+/g, ' ')]),
  }))
}

describe('one article, read and extracted', () => {
  test('tells of the visit, the talks, the calls, the signings and the sum', () => {
    const types = read.get('article.txt')?.extraction.claims.map(({ type }) => type)
    expect(types).toEqual(expect.arrayContaining(['VisitStarted', 'MeetingHeld', 'AgreementSigned', 'FigureReported']))
    expect(types?.filter((type) => type === 'MeetingHeld').length).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.keys(files))('%s says the same as the plain text', (name) => {
    const claims = read.get(name)?.extraction.claims ?? []
    expect(sayings(claims)).toEqual(sayings(read.get('article.txt')?.extraction.claims ?? []))
  })

  test.each(Object.keys(files))('%s: every quote is the slice of the text that its reader gives', (name) => {
    const { document, extraction } = read.get(name) as Prepared
    const quotes = extraction.claims.flatMap(({ evidence }) => evidence)
    expect(quotes.length).toBeGreaterThan(0)
    for (const { start, end, quote } of quotes) expect(document.text.slice(start, end)).toBe(quote)
    expect(document.metadata.published).toBe(published)
  })
})

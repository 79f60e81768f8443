import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../../src/documents/document.ts'
import { readDocument } from '../../../src/documents/reading.ts'
import { article, inputOf, toneMarked } from '../texts.ts'

const [title, ...body] = article.split('\n\n') as [string, ...string[]]
const paragraphs = body.map((text) => `<p>${text}</p>`).join('\n')
const pageOf = (head: string, inside = `<h1>${title}</h1>${paragraphs}`): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${inside}</body></html>`
const read = (content: string | Uint8Array, more = {}): Promise<SourceDocument> => readDocument(inputOf(content, 'page.html', more))
const codesOf = ({ findings }: SourceDocument): string[] => findings.map(({ code }) => code)

describe('a saved page', () => {
  const page = readFileSync(new URL('../../fixtures/documents/article.html', import.meta.url))

  it('gives the article: no menu, no comments, no invitations, nothing hidden, tables in order', async () => {
    const { text } = await read(page)
    expect(text).toBe(`${article}\n\nVăn kiện\tBên ký\nHiệp định vận tải đường bộ\tBộ Giao thông`)
  })

  it('gives what the page says of itself, without doubt', async () => {
    const document = await read(page)
    expect(document.metadata).toEqual({
      title,
      publisher: 'Bản tin Đối ngoại',
      published: '2024-05-12',
      uri: 'https://example.org/doi-ngoai/thu-tuong-mong-co-tham-viet-nam-10293.html',
    })
    expect(document).toMatchObject({ findings: [], mediaType: 'text/html', reader: 'html@1.0.0' })
  })

  it('never runs what it finds', async () => {
    await read(page)
    expect(globalThis).not.toHaveProperty('ran')
  })

  it('is recognised without a name', async () => {
    expect(await readDocument(inputOf(page, '-'))).toMatchObject({ reader: 'html@1.0.0' })
  })
})

describe('pages of other kinds', () => {
  it('reads one that is mostly comments', async () => {
    const comments = Array.from(
      { length: 200 },
      (_, at) =>
        `<div class="comment-item"><p>Bạn đọc số ${at}: Tổng thống Nga thăm Trung Quốc, hai bên ký mười văn kiện, rất đáng chú ý.</p></div>`,
    )
    const { text } = await read(
      pageOf(
        '',
        `<h1>${title}</h1><div class="content">${paragraphs}</div><div class="comments"><h3>Ý kiến</h3>${comments.join('')}</div>`,
      ),
    )
    expect(text).toBe(article)
  })

  it('reads one whose article is short', async () => {
    const { text } = await read(
      pageOf('', '<nav>Trang chủ</nav><h1>Tin vắn</h1><p>Ngày 12/5, hai bên hội đàm.</p><footer>Bản quyền</footer>'),
    )
    expect(text).toBe('Tin vắn\n\nNgày 12/5, hai bên hội đàm.')
  })

  it('reads a fragment without head or body', async () => {
    expect((await read(`<p>${body[0]}</p><p>${body[1]}</p>`)).text).toBe(`${body[0]}\n\n${body[1]}`)
  })

  it('reads a page whose author left out what may be left out', async () => {
    const { text, metadata } = await read(`<!doctype html><meta charset="utf-8"><title>${title}</title><body>${paragraphs}`)
    expect([text, metadata]).toEqual([article, { title }])
  })

  it('puts the title before an article that has no heading of its own', async () => {
    expect((await read(pageOf(`<title>${title}</title>`, paragraphs))).text).toBe(article)
  })

  it('keeps a lead that stands outside the body', async () => {
    const rest = body.slice(1).map((text) => `<p>${text} ${text}</p>`)
    const { text } = await read(
      pageOf('', `<h1>${title}</h1><h2 class="sapo">${body[0]}</h2><div class="box"><div class="detail">${rest.join('')}</div></div>`),
    )
    expect(text.startsWith(`${title}\n\n${body[0]}\n\n`)).toBe(true)
  })

  it('shows words as a screen does: white space, soft hyphens, entities, breaks', async () => {
    const { text } = await read(
      pageOf(
        '',
        '<p>Thủ\n   tướng&nbsp;thăm Ka&shy;zakh\u200bstan &amp; Nga.<br>Hai   bên <i>hội</i> <b>đàm</b>.</p><ul><li>Một</li><li>Hai</li></ul>',
      ),
    )
    expect(text).toBe('Thủ tướng thăm Kazakhstan & Nga.\nHai bên hội đàm.\n\nMột\nHai')
  })
})

describe('dates of publication', () => {
  const json = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  it.each([
    [
      'linked data',
      json({
        '@graph': [
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          { '@type': ['NewsArticle'], datePublished: '2024-05-12T08:00:00+07:00' },
        ],
      }),
      '',
    ],
    ['meta', '<meta name="pubdate" content="2024-05-12T08:00:00+07:00">', ''],
    ['Dublin Core', '<meta name="DC.date.issued" content="2024-05-12">', ''],
    ['a time element', '', '<time datetime="2024-05-12T08:00">Chủ nhật</time>'],
    [
      'a marked one among many',
      '',
      '<time>2020-01-01</time><time itemprop="datePublished" datetime="2024-05-12">x</time><time>2021-01-01</time>',
    ],
    ['the address', '<link rel="canonical" href="https://example.org/2024/05/12/tham.html">', ''],
    ['the address in one number', '<meta property="og:url" content="https://example.org/tham-20240512083000.htm">', ''],
    ['the line under the heading', '', '<span class="article-date">Chủ nhật, 12/5/2024, 18:05 (GMT+7)</span>'],
  ])('come from %s', async (_, head, inside) => {
    const document = await read(pageOf(head, `<h1>${title}</h1>${inside}${paragraphs}`))
    expect(document.metadata.published).toBe('2024-05-12')
    expect(document.findings).toEqual([])
  })

  it('are absent where no date is, or too many', async () => {
    expect((await read(pageOf(''))).metadata).not.toHaveProperty('published')
    expect((await read(pageOf('', `<time>2020-01-01</time><time>2021-01-01</time>${paragraphs}`))).metadata).not.toHaveProperty('published')
    expect((await read(pageOf('<meta property="article:modified_time" content="2024-05-14">'))).metadata).not.toHaveProperty('published')
  })

  it('are told to conflict when the page gives two', async () => {
    const document = await read(
      pageOf(`${json({ '@type': 'Article', datePublished: '2024-05-12' })}<meta name="date" content="2024-05-13">`),
    )
    expect(document.metadata.published).toBe('2024-05-12')
    expect(codesOf(document)).toEqual(['conflicting-reports'])
  })

  it('that nobody understands are told', async () => {
    const document = await read(pageOf('<meta name="date" content="vừa xong">'))
    expect(document.metadata).not.toHaveProperty('published')
    expect(codesOf(document)).toEqual(['metadata-ignored'])
  })

  it('and addresses come from where a browser saved the page, and from who hands it in', async () => {
    const saved = `<!DOCTYPE html>\n<!-- saved from url=(0043)https://example.org/2024/05/12/tham.html -->\n<html><body><h1>${title}</h1>${paragraphs}</body></html>`
    expect((await read(saved)).metadata).toMatchObject({ uri: 'https://example.org/2024/05/12/tham.html', published: '2024-05-12' })
    expect((await read(pageOf(''), { metadata: { uri: 'https://example.org/2024/05/12/x' } })).metadata).toMatchObject({
      published: '2024-05-12',
    })
  })

  it('survive linked data that is broken or strange', async () => {
    for (const text of [
      '{',
      '[]',
      'null',
      '"x"',
      '{"@type":7}',
      '{"@graph":{"@graph":[null,3]}}',
      '{"@type":"Article","publisher":[null],"headline":4}',
    ])
      expect((await read(pageOf(`<script type="application/ld+json">${text}</script>`))).text).toBe(article)
  })
})

describe('encodings of pages', () => {
  const old = (charset: string) => pageOf(`<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`)

  it('are read as declared in the page', async () => {
    for (const [encoding, label] of [
      ['tcvn', 'x-viet-tcvn5712'],
      ['viscii', 'viscii'],
    ] as const) {
      const document = await read(iconv.encode(old(label), encoding))
      expect([document.text, document.findings]).toEqual([article, []])
    }
    const windows = await read(iconv.encode(toneMarked(old('windows-1258')), 'windows-1258'))
    expect([windows.text.normalize('NFC'), windows.findings]).toEqual([article, []])
  })

  it('are read as the sender declared', async () => {
    const document = await read(iconv.encode(toneMarked(pageOf('')), 'windows-1258'), { mediaType: 'text/html; charset="windows-1258"' })
    expect([document.text.normalize('NFC'), document.findings]).toEqual([article, []])
  })

  it('are guessed when the declaration is wrong, with doubt', async () => {
    expect(codesOf(await read(old('iso-8859-1')))).toEqual(['decoding-guessed'])
    const windows = await read(iconv.encode(toneMarked(old('utf-8')), 'windows-1258'))
    expect([windows.text.normalize('NFC'), codesOf(windows)]).toEqual([article, ['decoding-guessed']])
  })
})

describe('hostile pages', () => {
  it('are refused when tags are nested without end', async () => {
    await expect(read(pageOf('', `${'<div>'.repeat(100_000)}x`))).rejects.toMatchObject({ code: 'document-too-large' })
  })

  it('are read all the same when they are deep or long', async () => {
    expect((await read(pageOf('', `${'<div>'.repeat(300)}${paragraphs}`))).text).toContain(body[0])
    const long = Array.from({ length: 40_000 }, (_, at) => `<p>Đoạn ${at}.</p>`).join('')
    expect((await read(pageOf('', long))).text.split('\n\n')).toHaveLength(40_000)
  })

  it('do no harm with unclosed, misplaced and unknown tags', async () => {
    for (const inside of [
      '<p><table><p>a<b>b',
      '</div></body><p>x',
      '<!-- never closed',
      '<script>never closed',
      '<svg><p>x</svg>',
      '<p '.repeat(1_000),
      '&#0;&#xD800;&bogus;',
    ])
      await read(pageOf('', `${paragraphs}${inside}`)).then(({ text }) => expect(text).toContain(body[0]))
  })
})

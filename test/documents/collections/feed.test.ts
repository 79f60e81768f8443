import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { isRefusal, type SourceDocument } from '../../../src/documents/document.ts'
import { inputsFrom } from '../../../src/documents/inputs.ts'
import { documentsOfFile } from './documents-of-file.ts'

const item = `<item><title>Thủ tướng thăm Mông Cổ</title><link>https://example.org/1</link><guid>tin-1</guid>
<pubDate>Sun, 12 May 2024 18:05:00 +0700</pubDate><description>Tóm tắt.</description>
<content:encoded><![CDATA[<p>Chiều 12/5, hai bên <b>hội đàm</b>.</p><script>x()</script>]]></content:encoded></item>`
const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bản tin Đối ngoại</title><link>https://example.org</link><description>x</description>
${item}<item><title>Tin &amp; bài</title><description>&lt;p&gt;Một câu.&lt;/p&gt;</description></item></channel></rss>`
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bản tin</title><id>x</id><updated>2024-05-13T00:00:00Z</updated>
<entry><title>Hội đàm</title><id>tin-2</id><link rel="alternate" href="https://example.org/2"/><published>2024-05-12T18:05:00+07:00</published><updated>2024-05-13T00:00:00Z</updated>
<content type="html">&lt;p&gt;Hai bên hội đàm.&lt;/p&gt;</content></entry></feed>`
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bản tin',
  items: [
    {
      id: 'tin-3',
      url: 'https://example.org/3',
      title: 'Ký kết',
      content_html: '<p>Hai bên ký ba văn kiện.</p>',
      date_published: '2024-05-12T18:05:00+07:00',
    },
  ],
})

describe('feeds saved as files', () => {
  it.each([['feed.rss'], ['feed.xml']])('give one document an item: %s', async (name) => {
    const documents = await documentsOfFile(name, rss)
    expect(documents).toMatchObject([
      {
        name: 'tin-1',
        text: 'Thủ tướng thăm Mông Cổ\n\nChiều 12/5, hai bên hội đàm.',
        reader: 'html@1.0.0',
        findings: [],
        metadata: {
          title: 'Thủ tướng thăm Mông Cổ',
          published: '2024-05-12',
          publisher: 'Bản tin Đối ngoại',
          uri: 'https://example.org/1',
        },
      },
      { name: expect.stringMatching(/^feed-2$/), text: 'Tin & bài\n\nMột câu.', metadata: { title: 'Tin & bài' } },
    ])
  })

  it('give the same document for the same item in a later copy of the feed', async () => {
    const [first] = await documentsOfFile('a.rss', rss)
    const [, second] = await documentsOfFile(
      'b.rss',
      rss.replace(item, `<item><title>Mới</title><description>Tin mới.</description></item>${item}`),
    )
    expect((second as SourceDocument).sha256).toBe((first as SourceDocument).sha256)
  })

  it('are read as Atom and as JSON', async () => {
    for (const [name, content, id] of [
      ['a.atom', atom, 'tin-2'],
      ['a.xml', atom, 'tin-2'],
      ['a.json', jsonFeed, 'tin-3'],
    ] as const)
      expect(await documentsOfFile(name, content), name).toMatchObject([
        { name: id, metadata: { published: '2024-05-12', publisher: 'Bản tin' } },
      ])
  })

  it('are recognised on standard input', async () => {
    const names: string[] = []
    for await (const input of inputsFrom(['-'], { stdin: Readable.from([Buffer.from(rss)]) }))
      names.push(isRefusal(input) ? '!' : input.name)
    expect(names).toEqual(['tin-1', 'stdin-2'])
  })

  it('are refused when broken, and an item without anything is', async () => {
    expect(await documentsOfFile('a.rss', '<rss><channel>')).toEqual(['!document-unreadable'])
    expect(
      await documentsOfFile(
        'a.rss',
        rss.replace('<title>Tin &amp; bài</title><description>&lt;p&gt;Một câu.&lt;/p&gt;</description>', '<guid>x</guid>'),
      ),
    ).toMatchObject([{ name: 'tin-1' }, '!document-empty'])
  })
})

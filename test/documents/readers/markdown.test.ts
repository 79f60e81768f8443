import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/documents/reading.ts'
import { article, inputOf } from '../texts.ts'

const read = (content: string) => readDocument(inputOf(content, 'x.md'))

describe('reading Markdown', () => {
  it.each([
    ['Thủ tướng **thăm** *chính thức* __Mông Cổ__.', 'Thủ tướng thăm chính thức Mông Cổ.'],
    ['Hai bên\nhội đàm\ntại Hà Nội.', 'Hai bên hội đàm tại Hà Nội.'],
    ['Xem [thông cáo](https://example.org/a_(b)) và [bản tin][1].', 'Xem thông cáo) và bản tin.'],
    ['# Tiêu đề #\nĐoạn đầu.', 'Tiêu đề\n\nĐoạn đầu.'],
    ['- Một\n- Hai\n  tiếp\n1. Ba', 'Một\n\nHai tiếp\n\n1. Ba'],
    ['> Trích\n> dẫn.', 'Trích dẫn.'],
    ['| Văn kiện | Bên ký |\n|---|:--:|\n| Hiệp định | Bộ |', 'Văn kiện\tBên ký\n\nHiệp định\tBộ'],
    ['Trước.\n\n---\n\n![ảnh](a.png)\n\nSau.<!-- ẩn -->', 'Trước.\n\nSau.'],
    ['3 * 4 * 5 và snake_case_name giữ nguyên.', '3 * 4 * 5 và snake_case_name giữ nguyên.'],
    ['Giá 5\\*, không in đậm.', 'Giá 5*, không in đậm.'],
    ['```\n# mã\n```', '# mã'],
  ])('%j → %j', async (content, text) => {
    expect((await read(content)).text).toBe(text)
  })

  it('takes metadata from the front matter, and the heading as title', async () => {
    const { metadata, text } = await read(
      `---\ndate: 2024-05-12T18:00:00+07:00\npublisher: "Bản tin"\nurl: https://example.org/a\n---\n# Thăm *Mông Cổ*\n\n${article}`,
    )
    expect(metadata).toEqual({ title: 'Thăm Mông Cổ', published: '2024-05-12', publisher: 'Bản tin', uri: 'https://example.org/a' })
    expect(text.startsWith('Thăm Mông Cổ\n\n')).toBe(true)
  })

  it('leaves prose without marks alone: property', async () => {
    const word = fc.constantFrom('Thủ', 'tướng', 'đã', 'thăm', '12/5,', 'Nội.', '(KTS)', '“Việt”', '7%')
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(word, { minLength: 1 }).map((words) => words.join(' ')),
          { minLength: 1 },
        ),
        async (paragraphs) => {
          const text = paragraphs.join('\n\n')
          expect((await read(text)).text).toBe(text)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is not held up by marks that never close', async () => {
    const hostile = [
      `${'['.repeat(50_000)}`,
      `${'**a '.repeat(20_000)}`,
      `${'_'.repeat(50_000)}`,
      `${'`'.repeat(50_000)}a`,
      '<!--'.repeat(20_000),
      `${'> '.repeat(20_000)}x`,
    ]
    for (const content of hostile)
      await read(`a ${content} b`).catch((error: { code: string }) => expect(error.code).toBe('document-empty'))
  })
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/documents/reading.ts'
import { laidOut, madePdf } from '../made-pdf.ts'
import { article, inputOf } from '../texts.ts'

const textOf = async (pdf: Buffer): Promise<string> => (await readDocument(inputOf(pdf, 'x.pdf'))).text

describe('reading PDF', () => {
  it('joins lines, so that sentences are whole', async () => {
    const document = await readDocument(
      inputOf(madePdf(laidOut(article.split('\n\n'), { width: 40 }), { title: 'Thăm Việt Nam' }), 'x.pdf'),
    )
    expect(document).toMatchObject({
      text: article,
      mediaType: 'application/pdf',
      reader: 'pdf@1.0.0',
      metadata: { title: 'Thăm Việt Nam' },
    })
  })

  it('reads a PDF whatever its name says, and leaves its bytes alone', async () => {
    const bytes = madePdf(laidOut([article]))
    const before = Buffer.from(bytes)
    expect(await readDocument(inputOf(bytes, 'x.txt'))).toMatchObject({ reader: 'pdf@1.0.0' })
    expect(bytes).toEqual(before)
  })

  it('joins words that a hyphen divides at the end of a line, and keeps the hyphens of names', async () => {
    const lines = ['Bộ trưởng gặp bà Anne-', 'Marie, cố vấn về inter-', 'national trade, và ông Lý Hiển', 'Long.'].map((text, at) => ({
      text,
      y: 700 - at * 16,
    }))
    expect(await textOf(madePdf([lines]))).toBe('Bộ trưởng gặp bà Anne-Marie, cố vấn về international trade, và ông Lý Hiển Long.')
  })

  it('carries a sentence over the end of a page, past what stands on every page', async () => {
    const page = (number: number, first: string, second: string) => [
      { text: 'Tạp chí Đông Á', y: 820, size: 8 },
      { text: first, y: 700 },
      { text: second, y: 684 },
      { text: `Trang ${number}/3`, y: 30, size: 8 },
    ]
    const text = await textOf(
      madePdf([
        page(1, 'Chủ tịch nước đã hội đàm với', 'Tổng thống. Hai bên nhất trí nâng cấp'),
        page(2, 'quan hệ và ký bảy văn kiện.', 'Chiều cùng ngày, hai nhà lãnh đạo'),
        page(3, 'dự lễ ký kết.', 'Đoàn rời Hà Nội.'),
      ]),
    )
    expect(text).toBe(
      'Chủ tịch nước đã hội đàm với Tổng thống. Hai bên nhất trí nâng cấp quan hệ và ký bảy văn kiện.\n\nChiều cùng ngày, hai nhà lãnh đạo dự lễ ký kết.\n\nĐoàn rời Hà Nội.',
    )
  })

  it('keeps a heading apart by its size', async () => {
    const text = await textOf(
      madePdf([
        [
          { text: 'Hội đàm tại', y: 720, size: 20 },
          { text: 'Ulan Bator', y: 696, size: 20 },
          { text: 'Hai bên hội đàm.', y: 676 },
        ],
      ]),
    )
    expect(text).toBe('Hội đàm tại Ulan Bator\n\nHai bên hội đàm.')
  })

  it('reads 300 pages', async () => {
    const paragraphs = Array.from({ length: 1_500 }, (_, at) => `Đoạn số ${at} của báo cáo. ${article.split('\n\n')[1 + (at % 3)]}`)
    const pages = laidOut(paragraphs, { perPage: 17 })
    expect(pages.length).toBeGreaterThanOrEqual(300)
    const text = await textOf(madePdf(pages))
    expect(text.match(/Đoạn số \d+ của báo cáo/g)).toHaveLength(1_500)
    expect(text.split('\n\n').at(-1)).toBe(paragraphs.at(-1))
  })

  it.each([
    ['an encrypted one', madePdf(laidOut([article]), { encrypted: true }), /encrypted.*password/],
    ['a scan', madePdf([[], []]), /no text layer on its 2 pages.*OCR/],
    ['one cut short', madePdf(laidOut([article])).subarray(0, 300), /not a whole PDF/],
    ['what only begins as one', Buffer.from('%PDF-1.7\nhello'), /not a whole PDF/],
  ])('says what is wrong with %s', async (_, bytes, message) => {
    await expect(textOf(bytes)).rejects.toMatchObject({ code: 'document-unreadable', message: expect.stringMatching(message) })
  })

  it('stops when the time or the length is used up', async () => {
    const input = inputOf(madePdf(laidOut([article])), 'x.pdf')
    await expect(readDocument(input, { limits: { timeMs: -1 } })).rejects.toMatchObject({ code: 'document-too-large' })
    await expect(readDocument(input, { limits: { units: 50 } })).rejects.toMatchObject({ code: 'document-too-large' })
  })
})

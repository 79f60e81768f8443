import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/documents/reading.ts'
import { madeDocx, wordParagraph } from '../made-docx.ts'
import { laidOut, madePdf } from '../made-pdf.ts'
import { article, inputOf } from '../texts.ts'

const paragraphs = article.split('\n\n')
const [title, ...body] = paragraphs as [string, ...string[]]

describe('one article in six formats', () => {
  it.each([
    ['txt', async () => article],
    [
      'md',
      async () =>
        `# ${title}\n\n${body.map((paragraph) => paragraph.replace(/(.{30}\S*) /g, '$1\n').replace('hội đàm', '**hội đàm**')).join('\n\n')}\n`,
    ],
    [
      'html',
      async () =>
        `<html><head><title>${title}</title></head><body><h1>${title}</h1>${body.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</body></html>`,
    ],
    ['pdf', async () => madePdf(laidOut(paragraphs))],
    ['docx', async () => madeDocx(wordParagraph(title, 'Title') + body.map((paragraph) => wordParagraph(paragraph)).join(''))],
    ['json', async () => JSON.stringify({ id: 'x', text: article })],
  ])('.%s gives the same text', async (ending, make) => {
    const { text, reader } = await readDocument(inputOf(await make(), `article.${ending}`))
    expect(text).toBe(article)
    expect(reader).toMatch(/^[a-z]+@\d+\.\d+\.\d+$/)
  })
})

import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/documents/reading.ts'
import { lying, madeDocx, wordFootnotes, wordParagraph, wordTable } from '../made-docx.ts'
import { article, inputOf } from '../texts.ts'

const paragraphs = article.split('\n\n').map((text) => wordParagraph(text))
const textOf = async (docx: Buffer): Promise<string> => (await readDocument(inputOf(docx, 'x.docx'))).text

describe('reading DOCX', () => {
  it('gives the paragraphs', async () => {
    const document = await readDocument(inputOf(await madeDocx(paragraphs.join('')), 'no-ending'))
    expect(document).toMatchObject({
      text: article,
      reader: 'docx@1.0.0',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
  })

  it('gives tables in reading order, between the paragraphs where they stand', async () => {
    const table = wordTable([
      ['Văn kiện', 'Bên ký'],
      ['Hiệp định vận tải', 'Bộ Giao thông'],
    ])
    const text = await textOf(await madeDocx(`${wordParagraph('Trước bảng.')}${table}${wordParagraph('Sau bảng.')}`))
    expect(text).toBe('Trước bảng.\n\nVăn kiện\tBên ký\nHiệp định vận tải\tBộ Giao thông\n\nSau bảng.')
  })

  it('takes the mark of a footnote out of its sentence and puts the note at the end', async () => {
    const body =
      '<w:p><w:r><w:t>Hai bên ký hiệp định</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> tại Hà Nội.</w:t></w:r></w:p>'
    const text = await textOf(await madeDocx(body, wordFootnotes(['Hiệp định chưa có hiệu lực.'])))
    expect(text).toMatch(/^Hai bên ký hiệp định tại Hà Nội\.\n\nHiệp định chưa có hiệu lực\.\s*$/)
  })

  it('takes the title of the properties', async () => {
    const core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Thăm &amp; làm việc</dc:title></cp:coreProperties>'
    const document = await readDocument(inputOf(await madeDocx(paragraphs.join(''), { 'docProps/core.xml': core }), 'x.docx'))
    expect(document.metadata).toEqual({ title: 'Thăm & làm việc' })
  })

  it('never opens what is embedded', async () => {
    const inner = await madeDocx(wordParagraph('Văn bản bên trong.'))
    expect(await textOf(await madeDocx(paragraphs.join(''), { 'word/embeddings/inner.docx': inner }))).toBe(article)
  })
})

describe('archives that mean harm', () => {
  it.each([
    ['a directory that tells of 250 MB', async () => lying(await madeDocx(paragraphs.join('')), 250_000_000), 'document-too-large'],
    [
      'a directory that tells of less than there is',
      async () => lying(await madeDocx(wordParagraph('a'.repeat(5_000_000))), 100),
      'document-unreadable',
    ],
    [
      'a directory that tells of nothing',
      async () => lying(await madeDocx(wordParagraph('a'.repeat(5_000_000))), 0),
      'document-unreadable',
    ],
    [
      'a directory that tells of more than there is',
      async () => lying(await madeDocx(paragraphs.join('')), 1_000_000),
      'document-unreadable',
    ],
    ['an archive cut short', async () => (await madeDocx(paragraphs.join(''))).subarray(0, -30), 'document-unreadable'],
    [
      'ten thousand files',
      async () => madeDocx(paragraphs.join(''), Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`word/${at}.bin`, '']))),
      'document-too-large',
    ],
    [
      'entities that multiply',
      async () =>
        madeDocx('', {
          'word/document.xml': `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>`,
        }),
      'document-unreadable',
    ],
    [
      'tags nested without end',
      async () => madeDocx(`${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`),
      'document-unreadable',
    ],
  ])('refuses %s', async (_, make, code) => {
    await expect(textOf(await make())).rejects.toMatchObject({ code })
  })

  it('refuses an archive of documents, saying what to do', async () => {
    const zip = new JSZip()
    zip.file('a.docx', await madeDocx(paragraphs.join('')))
    zip.file('b.txt', article)
    const bytes = await zip.generateAsync({ type: 'nodebuffer' })
    await expect(readDocument(inputOf(bytes, 'all.zip'))).rejects.toMatchObject({
      code: 'document-unreadable',
      facts: { cure: 'Unpack it and give the files or the folder.' },
    })
    await expect(readDocument(inputOf(bytes, 'all.docx'))).rejects.toMatchObject({ code: 'document-unreadable' })
  })
})

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/documents/reading.ts'
import { codeOf } from './archive-contract.ts'
import { article, inputOf } from './texts.ts'

describe('reading plain text', () => {
  it('keeps bytes and text, and names its reader', async () => {
    const document = await readDocument(inputOf(`\uFEFF${article}\r\n`, 'folder/visit.v2.txt', { metadata: { published: '2024-05-12' } }))
    expect(document).toMatchObject({
      mediaType: 'text/plain',
      name: 'visit.v2',
      text: `${article}\r\n`,
      reader: 'text@1.0.0',
      metadata: { published: '2024-05-12' },
      findings: [],
    })
    expect(document.sha256).toBe(createHash('sha256').update(document.bytes).digest('hex'))
  })

  it('never moves a character: property', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (written) => {
        fc.pre(/\S/u.test(written) && !/[\0-\x1f\uFEFF]/.test(written))
        const { text } = await readDocument(inputOf(Buffer.from(written, 'utf8'), 'x.txt'))
        expect(text).toBe(written)
      }),
    )
  })

  it('says what is empty', async () => {
    for (const content of ['', '\uFEFF', ' \r\n\t\u00a0']) expect(await codeOf(readDocument(inputOf(content)))).toBe('document-empty')
  })

  it('refuses what is too large, naming the limit', async () => {
    const input = inputOf(Buffer.alloc(20_000_000, 'a'))
    await expect(readDocument(input)).rejects.toMatchObject({
      code: 'document-too-large',
      message: expect.stringMatching(/20 MB, expected at most 10 MB/),
    })
    expect(await codeOf(readDocument(inputOf('aaaa'), { limits: { units: 3 } }))).toBe('document-too-large')
    expect(await codeOf(readDocument(inputOf('aaaa'), { limits: { textBytes: 3 } }))).toBe('document-too-large')
    expect(await codeOf(readDocument(inputOf('aaa'), { limits: { textBytes: 3, units: 3 } }))).toBe('no fault')
  })

  it('refuses formats that it knows not to know, with what helps', async () => {
    for (const [name, bytes] of [
      ['old.doc', [0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]],
      ['letter.rtf', [...Buffer.from('{\\rtf1 text}')]],
      ['sheet.xlsx', [0x50, 0x4b, 3, 4, 0]],
      ['photo.txt', [0xff, 0xd8, 0xff, 0xe0]],
      ['pages.gz', [0x1f, 0x8b, 8]],
    ] as const)
      await expect(readDocument(inputOf(Uint8Array.from(bytes), name))).rejects.toMatchObject({
        code: 'document-unreadable',
        facts: { cure: expect.any(String) },
      })
  })

  it('replaces a lone surrogate, which no file could hold, by one unit', async () => {
    const { text } = await readDocument(
      inputOf('{"id":"1","text":"a\\ud800b\\udc00c \\ud83d\\ude00"}', 'x', { mediaType: 'application/json' }),
    )
    expect(text).toBe('a\uFFFDb\uFFFDc 😀')
  })

  it('passes on what loading says', async () => {
    const failing = { ...inputOf(''), load: () => Promise.reject(new Error('the disk is gone')) }
    await expect(readDocument(failing)).rejects.toThrow('the disk is gone')
  })
})

describe('reading records', () => {
  const line = JSON.stringify({
    id: 7,
    text: article,
    title: ' Thủ tướng\n thăm ',
    published: '12/05/2024 17:30',
    source: { name: 'Bản tin' },
  })

  it('takes text and metadata by the mapping', async () => {
    const document = await readDocument(
      inputOf(line, 'all.ndjson#3', { mediaType: 'application/json', fields: { publisher: '/source/name' } }),
    )
    expect(document).toMatchObject({
      text: article,
      mediaType: 'application/json',
      reader: 'record@1.0.0',
      metadata: { title: 'Thủ tướng thăm', published: '2024-05-12', publisher: 'Bản tin' },
    })
  })

  it('lets the caller overrule the record', async () => {
    const document = await readDocument(inputOf(line, 'x.json', { metadata: { published: '2024-05' } }))
    expect(document.metadata).toMatchObject({ published: '2024-05', title: 'Thủ tướng thăm' })
  })

  it('leaves out a date that nobody understands, and says so', async () => {
    const document = await readDocument(inputOf('{"text":"Tin ngắn.","published":"hôm nọ"}', 'x.json'))
    expect(document.metadata).toEqual({})
    expect(document.findings.map(({ code }) => code)).toEqual(['metadata-ignored'])
  })

  it('refuses a record without text', async () => {
    for (const content of ['{"id":"1"}', '{"text":3.5e400', '[1]', 'null', '{"text":null}', '{"__proto__":{"text":"x"}}'])
      expect(await codeOf(readDocument(inputOf(content, 'x.json'))), content).toBe('document-unreadable')
  })
})

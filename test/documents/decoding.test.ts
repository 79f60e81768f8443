import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/documents/decoding.ts'
import { codeOf } from './archive-contract.ts'
import { article, toneMarked } from './texts.ts'

const guessedOf = async (bytes: Uint8Array, declared?: string) => {
  const { text, encoding, findings } = await decode(bytes, 'a file', declared)
  return { text, encoding, codes: findings.map(({ code }) => code) }
}

describe('decoding', () => {
  it('reads UTF-8 as it is, without normalising', async () => {
    const mixed = `${article.normalize('NFD')}\r\n${article}`
    expect(await guessedOf(Buffer.from(mixed))).toEqual({ text: mixed, encoding: 'utf-8', codes: [] })
  })

  it('strips a byte-order mark, once', async () => {
    expect(await guessedOf(Buffer.from('\uFEFF\uFEFFa'))).toEqual({ text: '\uFEFFa', encoding: 'utf-8', codes: [] })
  })

  it('reads UTF-16 in both orders, with a mark without doubt, without one with doubt', async () => {
    const little = Buffer.from(article, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await guessedOf(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual({ text: article, encoding: 'utf-16le', codes: [] })
    expect(await guessedOf(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual({ text: article, encoding: 'utf-16be', codes: [] })
    expect(await guessedOf(little)).toEqual({ text: article, encoding: 'utf-16le', codes: ['decoding-guessed'] })
    expect(await guessedOf(big)).toEqual({ text: article, encoding: 'utf-16be', codes: ['decoding-guessed'] })
  })

  it('recognises the old Vietnamese encodings, and says that it guessed', async () => {
    const windows = await guessedOf(iconv.encode(toneMarked(article), 'windows-1258'))
    expect(windows).toMatchObject({ encoding: 'windows-1258', codes: ['decoding-guessed'] })
    expect(windows.text).toBe(toneMarked(article))
    for (const encoding of ['tcvn', 'viscii'])
      expect(await guessedOf(iconv.encode(article, encoding))).toEqual({ text: article, encoding, codes: ['decoding-guessed'] })
  })

  it('recognises them from one short sentence', async () => {
    const sentence = 'Thủ tướng đã đến Hà Nội.'
    for (const encoding of ['tcvn', 'viscii']) expect((await guessedOf(iconv.encode(sentence, encoding))).text).toBe(sentence)
    expect((await guessedOf(iconv.encode(toneMarked(sentence), 'windows-1258'))).text.normalize('NFC')).toBe(sentence)
  })

  it('believes a declaration that fits, without doubt', async () => {
    const bytes = iconv.encode(toneMarked(article), 'windows-1258')
    expect(await guessedOf(bytes, 'windows-1258')).toMatchObject({ encoding: 'windows-1258', codes: [] })
    expect(await guessedOf(iconv.encode(article, 'tcvn'), 'x-viet-tcvn5712')).toMatchObject({ text: article, codes: [] })
    expect(await guessedOf(iconv.encode('Le président a été reçu à Hanoï.', 'latin1'), 'iso-8859-1')).toMatchObject({
      text: 'Le président a été reçu à Hanoï.',
      codes: [],
    })
  })

  it('does not believe one that the bytes contradict', async () => {
    expect(await guessedOf(Buffer.from(article), 'iso-8859-1')).toEqual({ text: article, encoding: 'utf-8', codes: ['decoding-guessed'] })
    const windows = iconv.encode(toneMarked(article), 'windows-1258')
    for (const wrong of ['utf-8', 'windows-1252', 'tcvn3', 'no-such-encoding'])
      expect(await guessedOf(windows, wrong), wrong).toMatchObject({ encoding: 'windows-1258', codes: ['decoding-guessed'] })
  })

  it('recognises other scripts by statistics', async () => {
    const russian = 'Премьер-министр прибыл с официальным визитом во Вьетнам. Стороны подписали три документа о сотрудничестве.'
    expect(await guessedOf(iconv.encode(russian, 'windows-1251'))).toMatchObject({ text: russian, codes: ['decoding-guessed'] })
  })

  it('refuses what is no text', async () => {
    const noise = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + ((at * at) % 251)) & 0xff))
    expect(await codeOf(decode(noise, 'noise'))).toBe('document-unreadable')
    expect(await codeOf(decode(Buffer.from('text with a \0 in it'), 'nul'))).toBe('document-unreadable')
    expect(await codeOf(decode(Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'half a surrogate pair'))).toBe('document-unreadable')
    expect(await codeOf(decode(Buffer.from([0xef, 0xbb, 0xbf, 0xc3, 0x28]), 'a mark, then no UTF-8'))).toBe('document-unreadable')
  })
})

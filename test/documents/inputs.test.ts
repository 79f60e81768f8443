import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/documents/document.ts'
import { type InputOptions, inputsFrom } from '../../src/documents/inputs.ts'
import { readDocument } from '../../src/documents/reading.ts'

const folders: string[] = []
const folderWith = async (files: Record<string, string | Uint8Array>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'inputs-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** `name` of what was offered, `!code` of what was refused. */
const offered = async (paths: string[], options?: InputOptions): Promise<string[]> => {
  const names: string[] = []
  for await (const input of inputsFrom(paths, options)) names.push(isRefusal(input) ? `!${input.fault.code}` : input.name)
  return names
}

const documentsOf = async (paths: string[], options?: InputOptions) => {
  const documents = []
  for await (const input of inputsFrom(paths, options)) if (!isRefusal(input)) documents.push(await readDocument(input))
  return documents
}

describe('files and folders', () => {
  it('walks in order of name, through folders, past what is no document', async () => {
    const folder = await folderWith({
      'b.txt': 'b',
      'a.txt': 'a',
      'sub/deep/c.txt': 'c',
      '.hidden.txt': 'x',
      '.git/d.txt': 'x',
      'a.article.json': '{}',
      'article.json': '{}',
      'README.md': 'about these files',
      'page.html': '<p>e</p>',
      'page_files/f.html': 'part of the page',
      'page_files/logo.png': 'x',
      'style.css': 'x',
    })
    expect(await offered([folder])).toEqual(['a', 'b', 'page', 'c'])
    expect(await offered([join(folder, 'README.md')])).toEqual(['README'])
  })

  it('goes on after a path that is missing', async () => {
    const folder = await folderWith({ 'a.txt': 'a' })
    expect(await offered([join(folder, 'nowhere'), join(folder, 'a.txt'), join(folder, 'a.txt', 'below')])).toEqual([
      '!no-such-path',
      'a',
      '!no-such-path',
    ])
  })

  it('goes on after a file that vanishes between finding and loading', async () => {
    const folder = await folderWith({ 'a.txt': 'a' })
    for await (const input of inputsFrom([folder])) {
      await rm(join(folder, 'a.txt'))
      if (!isRefusal(input)) await expect(readDocument(input)).rejects.toMatchObject({ code: 'no-such-path' })
    }
  })

  it('follows links, but not in circles', async () => {
    const folder = await folderWith({ 'real/a.txt': 'a', 'z.txt': 'z' })
    await symlink(folder, join(folder, 'real', 'loop'))
    await symlink(join(folder, 'z.txt'), join(folder, 'b-link.txt'))
    await symlink(join(folder, 'gone'), join(folder, 'c-broken.txt'))
    expect(await offered([folder])).toEqual(['b-link', '!no-such-path', 'a', 'z'])
  })

  it('treats document strings as names, whatever they are', async () => {
    const folder = await folderWith({ '__proto__.txt': 'a', 'constructor.txt': 'b', '2009.txt': 'c', 'không dấu.txt': 'd' })
    expect((await documentsOf([folder])).map(({ name }) => name)).toEqual(['2009', '__proto__', 'constructor', 'không dấu'])
  })
})

describe('metadata from beside', () => {
  it('comes from the folder, then the file, then the caller', async () => {
    const folder = await folderWith({
      'a.txt': 'a',
      'b.txt': 'b',
      'article.json': '{ "publisher": "Bản tin", "published": "2023" }',
      'a.article.json': '\uFEFF{ "title": "A", "published": "2023-08-21" }',
      'b.txt.article.json': '{ "title": "B" }',
    })
    const documents = await documentsOf([folder], { metadata: { uri: 'https://example.org/x' } })
    expect(documents.map(({ metadata }) => metadata)).toEqual([
      { publisher: 'Bản tin', title: 'A', published: '2023-08-21', uri: 'https://example.org/x' },
      { publisher: 'Bản tin', title: 'B', published: '2023', uri: 'https://example.org/x' },
    ])
    expect((await documentsOf([join(folder, 'a.txt')], { metadata: { published: '2024' } }))[0]?.metadata.published).toBe('2024')
  })

  it('refuses the one file whose sidecar is wrong', async () => {
    const folder = await folderWith({
      'a.txt': 'a',
      'a.article.json': '{ "publishd": "2023" }',
      'b.txt': 'b',
      'b.article.json': '{ "published": "21/8/2023" }',
      'c.txt': 'c',
      'c.article.json': 'not JSON',
      'd.txt': 'd',
    })
    expect(await offered([folder])).toEqual(['!invalid-input', '!invalid-input', '!invalid-input', 'd'])
  })
})

describe('NDJSON', () => {
  const lines = [
    '{"id":"one","text":"Một."}',
    '{"id":2,"text":"Hai.\\n"}\r',
    '',
    'broken',
    '{"text":"Ba."}',
    '["no object"]',
    '{"id":"last","text":"Bốn."}',
  ]

  it('is one document a line, its bytes the line without its LF', async () => {
    const folder = await folderWith({ 'all.ndjson': lines.join('\n') })
    expect(await offered([folder])).toEqual(['one', '2', '!document-unreadable', 'all-5', '!document-unreadable', 'last'])
    const documents = await documentsOf([folder])
    expect(documents.map(({ text }) => text)).toEqual(['Một.', 'Hai.\n', 'Ba.', 'Bốn.'])
    expect(documents.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([lines[0], lines[1], lines[4], lines[6]])
    expect(documents.map(({ reader }) => reader)).toEqual(Array(4).fill('record@1.0.0'))
  })

  it('does not care how the stream is cut', async () => {
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
      const names = await offered(['-'], { stdin: Readable.from(chunks), mediaType: 'application/x-ndjson' })
      expect(names).toEqual(['one', '2', '!document-unreadable', 'stdin-5', '!document-unreadable', 'last'])
    }
  })

  it('takes the fields it is told', async () => {
    const folder = await folderWith({
      'a.jsonl': '{"url":"https://example.org/1","body":{"plain":"Một."},"when":"2023-08-21T07:00:00+07:00"}',
    })
    const [document] = await documentsOf([folder], { fields: { id: 'url', text: '/body/plain', published: 'when', uri: 'url' } })
    expect(document).toMatchObject({
      name: 'https://example.org/1',
      text: 'Một.',
      metadata: { published: '2023-08-21', uri: 'https://example.org/1' },
    })
  })

  it('refuses a line beyond the limit and goes on', async () => {
    const folder = await folderWith({ 'a.ndjson': `{"id":"long","text":"${'a'.repeat(10_000_001)}"}\n{"id":"short","text":"b"}\n` })
    expect(await offered([folder])).toEqual(['!document-too-large', 'short'])
  })
})

describe('CSV', () => {
  it('is one document a row, with quoted line ends and Vietnamese', async () => {
    const folder = await folderWith({
      'a.csv': '\uFEFFid,text,published\r\n1,"Một, ""và""\nhai.",21/8/2023\r\n2,Ba.,\r\n3,too,many,cells\r\n4,Bốn.,2023\r\n',
    })
    expect(await offered([folder])).toEqual(['1', '2', '!document-unreadable', '4'])
    const documents = await documentsOf([folder])
    expect(documents.map(({ text }) => text)).toEqual(['Một, "và"\nhai.', 'Ba.', 'Bốn.'])
    expect(documents.map(({ metadata }) => metadata)).toEqual([{ published: '2023-08-21' }, {}, { published: '2023' }])
  })

  it('finds the separator, and columns of any name', async () => {
    for (const separator of [';', '\t']) {
      const folder = await folderWith({ 'a.csv': [`Mã${separator}Nội dung`, `x${separator}Một, hai.`].join('\n') })
      const [document] = await documentsOf([folder], { fields: { id: 'Mã', text: 'Nội dung' } })
      expect(document).toMatchObject({ name: 'x', text: 'Một, hai.' })
    }
  })

  it('says of a table cut short that it is', async () => {
    const folder = await folderWith({ 'a.csv': 'id,text\n1,Một.\n2,"never closed' })
    expect(await offered([folder])).toEqual(['1', '!document-unreadable'])
  })
})

describe('standard input', () => {
  it('is one document, unless it is NDJSON', async () => {
    expect(await offered(['-'], { stdin: Readable.from([Buffer.from('Một bài báo.')]) })).toEqual(['stdin'])
    expect(
      await offered(['-'], { stdin: Readable.from([Buffer.from('{"id":"a","text":"x"}\n{"id":"b",'), Buffer.from('"text":"y"}\n')]) }),
    ).toEqual(['a', 'b'])
    const [document] = await documentsOf(['-'], { stdin: Readable.from([Buffer.from('{\n  "text": "Một."\n}\n')]) })
    expect(document).toMatchObject({ text: 'Một.', name: 'stdin' })
  })

  it('is refused when there is none', async () => {
    expect(await offered(['-'])).toEqual(['!invalid-input'])
  })
})

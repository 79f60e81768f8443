import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileArchive } from '../../src/documents/file-archive.ts'
import { archiveContract, codeOf, documentOf } from './archive-contract.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  folders.push(folder)
  return join(folder, 'documents')
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

archiveContract('files', async () => fileArchive(await newFolder()))

describe('the archive as a folder', () => {
  const page = documentOf('<p>Hai bên hội đàm.</p>', 'Hai bên hội đàm.')
  const shelf = page.sha256.slice(0, 2)

  it('keeps bytes and text under the digest, and nothing temporary', async () => {
    const folder = await newFolder()
    await fileArchive(folder).put(page)
    expect((await readdir(join(folder, shelf))).sort()).toEqual([page.sha256, `${page.sha256}.txt`])
    expect(await readFile(join(folder, shelf, page.sha256))).toEqual(page.bytes)
    expect(await readFile(join(folder, shelf, `${page.sha256}.txt`), 'utf8')).toMatch(/^chancery-text [0-9a-f]{64}\nHai bên hội đàm\.$/)
  })

  it('leaves only the marker of a withdrawn document', async () => {
    const folder = await newFolder()
    const archive = fileArchive(folder)
    await archive.put(page)
    await archive.withdraw(page.sha256, 'takedown')
    expect(await readdir(join(folder, shelf))).toEqual([`${page.sha256}.withdrawn`])
  })

  it('is the same for another process', async () => {
    const folder = await newFolder()
    await fileArchive(folder).put(page)
    expect(await fileArchive(folder).text(page.sha256)).toBe(page.text)
  })

  it('notices every flipped byte of every file', async () => {
    const folder = await newFolder()
    const archive = fileArchive(folder)
    await archive.put(page)
    for (const [ending, read] of [
      ['', archive.bytes],
      ['.txt', archive.text],
    ] as const) {
      const path = join(folder, shelf, page.sha256 + ending)
      const whole = await readFile(path)
      for (let at = 0; at < whole.length; at++) {
        const flipped = Buffer.from(whole)
        flipped[at] = (flipped[at] as number) ^ 1
        await writeFile(path, flipped)
        expect(await codeOf(read(page.sha256)), `byte ${at} of ${ending || 'the bytes'}`).toBe('corrupt-log')
      }
      await writeFile(path, whole)
    }
  })

  it('heals a damaged file when the document is put again', async () => {
    const folder = await newFolder()
    const archive = fileArchive(folder)
    await archive.put(page)
    await writeFile(join(folder, shelf, page.sha256), 'damaged')
    await archive.put(page)
    expect(Buffer.from(await archive.bytes(page.sha256))).toEqual(page.bytes)
  })

  it('never takes half a withdrawal for a kept document: the marker alone decides after a crash', async () => {
    const folder = await newFolder()
    const archive = fileArchive(folder)
    await archive.put(page)
    const text = await readFile(join(folder, shelf, `${page.sha256}.txt`))
    await archive.withdraw(page.sha256, 'takedown')
    await writeFile(join(folder, shelf, `${page.sha256}.txt`), text)
    expect(await codeOf(archive.text(page.sha256))).toBe('text-withdrawn')
  })

  it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
    const folder = await newFolder()
    const archive = fileArchive(folder)
    await archive.put(page)
    await chmod(join(folder, shelf), 0o500)
    expect(await codeOf(archive.put(page))).toBe('read-only')
    await chmod(join(folder, shelf), 0o700)
  })

  it('says that its folder is no folder', async () => {
    const folder = await newFolder()
    await writeFile(folder, 'a file stands where the folder should')
    expect(await codeOf(fileArchive(folder).put(page))).toBe('io-error')
  })
})

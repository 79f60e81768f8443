import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DocumentArchive } from '../../src/documents/archive.ts'
import { isFault } from '../../src/kernel/fault.ts'

export const codeOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no fault',
    (error: unknown) => (isFault(error) ? error.code : String(error)),
  )

export const documentOf = (content: string, text: string = content) => {
  const bytes = Buffer.from(content)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes, text }
}

/** What every archive promises. */
export const archiveContract = (name: string, make: () => Promise<DocumentArchive>): void => {
  describe(`archive contract: ${name}`, () => {
    const page = documentOf('<p>Thủ tướng thăm Mông Cổ.</p>', 'Thủ tướng thăm Mông Cổ. \u{1F1FB}\u{1F1F3}\r\n')

    it('gives what was put', async () => {
      const archive = await make()
      await archive.put(page)
      expect(await archive.text(page.sha256)).toBe(page.text)
      expect(Buffer.from(await archive.bytes(page.sha256))).toEqual(page.bytes)
    })

    it('takes the same document twice, and at once', async () => {
      const archive = await make()
      await Promise.all([archive.put(page), archive.put(page), archive.put(page)])
      await archive.put(page)
      expect(await archive.text(page.sha256)).toBe(page.text)
    })

    it('takes the last text before registration', async () => {
      const archive = await make()
      await archive.put({ ...page, text: 'from an older reader' })
      await archive.put(page)
      expect(await archive.text(page.sha256)).toBe(page.text)
    })

    it('refuses bytes that are not those of the digest', async () => {
      const archive = await make()
      expect(await codeOf(archive.put({ ...page, bytes: Buffer.from('other') }))).toBe('corrupt-log')
      expect(await codeOf(archive.text(page.sha256))).toBe('no-such-document')
    })

    it('says which document it does not have', async () => {
      const archive = await make()
      for (const digest of [page.sha256, 'short', '../../etc/passwd', '']) {
        expect(await codeOf(archive.text(digest))).toBe('no-such-document')
        expect(await codeOf(archive.bytes(digest))).toBe('no-such-document')
        expect(await codeOf(archive.withdraw(digest, 'because'))).toBe('no-such-document')
      }
    })

    it('withdraws bytes and text, and tells why', async () => {
      const archive = await make()
      await archive.put(page)
      await archive.withdraw(page.sha256, 'The publisher asked for it.')
      await expect(archive.text(page.sha256)).rejects.toMatchObject({
        code: 'text-withdrawn',
        facts: { because: 'The publisher asked for it.' },
      })
      expect(await codeOf(archive.bytes(page.sha256))).toBe('text-withdrawn')
    })

    it('withdraws twice, keeping the later reason', async () => {
      const archive = await make()
      await archive.put(page)
      await archive.withdraw(page.sha256, 'first')
      await archive.withdraw(page.sha256, 'second')
      await expect(archive.text(page.sha256)).rejects.toMatchObject({ facts: { because: 'second' } })
    })

    it('restores by putting the same document', async () => {
      const archive = await make()
      await archive.put(page)
      await archive.withdraw(page.sha256, 'by mistake')
      await archive.put(page)
      expect(await archive.text(page.sha256)).toBe(page.text)
    })

    it('does not restore another text, because quotes point into the first', async () => {
      const archive = await make()
      await archive.put(page)
      await archive.withdraw(page.sha256, 'by mistake')
      await archive.withdraw(page.sha256, 'by mistake, again')
      expect(await codeOf(archive.put({ ...page, text: 'as a newer reader has it' }))).toBe('conflict')
      expect(await codeOf(archive.text(page.sha256))).toBe('text-withdrawn')
    })

    it('lists what it keeps and what was withdrawn', async () => {
      const archive = await make()
      const documents = ['a', 'b', 'c', 'd'].map((content) => documentOf(content))
      for (const document of documents) await archive.put(document)
      await archive.withdraw((documents[2] as (typeof documents)[0]).sha256, 'because')
      const digests: string[] = []
      for await (const digest of archive.digests()) digests.push(digest)
      expect(digests).toEqual(documents.map(({ sha256 }) => sha256).sort())
    })
  })
}

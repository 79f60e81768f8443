import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, type SourceDocument } from '../../../src/documents/document.ts'
import { inputsFrom } from '../../../src/documents/inputs.ts'
import { readDocument } from '../../../src/documents/reading.ts'

/** Writes a collection into a folder of its own and reads it: documents, and `!code` of what was refused. */
export const documentsOfFile = async (name: string, content: string | Uint8Array): Promise<(SourceDocument | string)[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'collection-'))
  try {
    await writeFile(join(folder, name), content)
    const documents: (SourceDocument | string)[] = []
    for await (const input of inputsFrom([join(folder, name)]))
      documents.push(isRefusal(input) ? `!${input.fault.code}` : await readDocument(input))
    return documents
  } finally {
    await rm(folder, { recursive: true })
  }
}

import type { DocumentArchive } from './archive.ts'
import { archiveFaults } from './archive-faults.ts'
import { sha256Of } from './digest.ts'

/** The archive in memory, for tests and for trying things out; it forgets when the process ends. */
export const memoryArchive = (): DocumentArchive => {
  const documents = new Map<string, { bytes: Uint8Array; text: string }>()
  const markers = new Map<string, { because: string; text: string }>()
  const kept = (sha256: string) => {
    const document = documents.get(sha256)
    if (document) return document
    const marker = markers.get(sha256)
    throw marker ? archiveFaults.withdrawn(sha256, marker.because) : archiveFaults.missing(sha256)
  }
  return {
    async put({ sha256, bytes, text }) {
      const found = sha256Of(bytes)
      if (found !== sha256) throw archiveFaults.corrupt(sha256, 'its bytes', `have the digest ${found}`, sha256)
      const marker = markers.get(sha256)
      if (marker && marker.text !== sha256Of(text)) throw archiveFaults.otherText(sha256, marker.text, sha256Of(text))
      documents.set(sha256, { bytes: new Uint8Array(bytes), text })
      markers.delete(sha256)
    },
    async text(sha256) {
      return kept(sha256).text
    },
    async bytes(sha256) {
      return new Uint8Array(kept(sha256).bytes)
    },
    async withdraw(sha256, because) {
      const document = documents.get(sha256)
      const text = document ? sha256Of(document.text) : markers.get(sha256)?.text
      if (text === undefined) throw archiveFaults.missing(sha256)
      markers.set(sha256, { because, text })
      documents.delete(sha256)
    },
    async *digests() {
      yield* [...new Set([...documents.keys(), ...markers.keys()])].sort()
    },
  }
}

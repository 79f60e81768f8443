import type { SourceDocument } from './document.ts'

/**
 * Source bytes and derived texts, by digest. What was put is what is got: every read checks the digest.
 * Putting the same document twice is harmless. Durable once `put` resolves.
 */
export interface DocumentArchive {
  put(document: Pick<SourceDocument, 'sha256' | 'bytes' | 'text'>): Promise<void>
  /** The text that spans point into. Faults: `no-such-document`, `text-withdrawn`, `corrupt-log`. */
  text(sha256: string): Promise<string>
  bytes(sha256: string): Promise<Uint8Array>
  /** Removes bytes and text for good; a small marker with the reason stays. */
  withdraw(sha256: string, because: string): Promise<void>
}

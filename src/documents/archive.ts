import type { SourceDocument } from './document.ts'

/**
 * Source bytes and derived texts, by digest. What was put is what is got: every read checks the digest.
 * Putting the same document twice is harmless. Durable once `put` resolves. All methods may be called concurrently.
 * The suite that every archive passes is `test/documents/archive-contract.ts`.
 */
export interface DocumentArchive {
  /**
   * Keeps bytes and text; before registration the last put wins (a crash may have left another reader's text).
   * A withdrawn document is restored by putting it again: the text must be the one that was withdrawn, because
   * spans point into it, else `conflict`. Other faults: `disk-full`, `read-only`, `vanished`, `io-error`.
   */
  put(document: Pick<SourceDocument, 'sha256' | 'bytes' | 'text'>): Promise<void>
  /** The text that spans point into. Faults: `no-such-document`, `text-withdrawn`, `corrupt-log`. */
  text(sha256: string): Promise<string>
  bytes(sha256: string): Promise<Uint8Array>
  /** Every document that is kept or was withdrawn, in ascending order of digest. */
  digests(): AsyncIterable<string>
  /** Removes bytes and text for good; a small marker with the reason stays. */
  withdraw(sha256: string, because: string): Promise<void>
}

import type { Claim } from '../kernel/claim.ts'
import type { Draft } from '../recording/draft.ts'

/**
 * Which claims of which documents are one. `src/identity` decides; this is what intake needs of it: the links (and
 * the retractions of links) that bring the log up to date once a document is added.
 */
export interface Linking {
  /** Takes the document into account and answers what has to be appended with it. */
  add(document: LinkedDocument): Promise<readonly Draft[]>
  /** A document's metadata changed: answers what has to be appended because of it. */
  describe(stream: string, metadata: { published?: string }): Promise<readonly Draft[]>
  /** What was answered has been recorded under these ids. Called after each append that held links. */
  recorded(events: readonly { id: string; type: string; data: unknown }[]): void
  /** What was answered last was not recorded: forget it, and look at the log again. */
  forget(): void
}

export interface LinkedDocument {
  readonly stream: string
  readonly sha256: string
  readonly text: string
  readonly published?: string
  readonly publisher?: string
  readonly claims: readonly Claim[]
}

/** Links nothing: every document stands alone. */
export const noLinking: Linking = {
  add: async () => [],
  describe: async () => [],
  recorded: () => {},
  forget: () => {},
}

import type { FieldMapping, Input, Metadata, Refusal } from '../document.ts'

/**
 * A file that holds many documents. `documents` offers them one by one, in the order of the file, and never throws
 * for one bad item: that one is a refusal and the others go on.
 */
export interface Collection {
  readonly name: string
  readonly mediaTypes: readonly string[]
  /** Endings of file names, lower case, without dot. */
  readonly endings: readonly string[]
  /** Whether these first bytes (some hundred) can be nothing else; for endings that tell nothing, and standard input. */
  readonly resembles?: (head: Uint8Array) => boolean
  documents(file: CollectionFile): AsyncIterable<Input | Refusal>
}

export interface CollectionFile {
  /** Path, or `-`. Items are `<origin>#<number>`, from 1. */
  readonly origin: string
  /** The name of the file, for items that have none of their own. */
  readonly name: string
  /** What is stated about every document of the file. */
  readonly metadata: Metadata
  readonly fields?: FieldMapping
  readonly chunks: AsyncIterable<Uint8Array>
}

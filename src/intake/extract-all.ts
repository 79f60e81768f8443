import { type Input, isRefusal, type Refusal } from '../documents/document.ts'
import type { Fault } from '../kernel/fault.ts'
import { inOrder } from './in-order.ts'
import { refusal } from './ingest.ts'
import type { Preparation } from './preparation.ts'
import type { Prepared } from './prepared.ts'

/** What rules say of one input, without any ledger. */
export type Extracted =
  | ({ readonly outcome: 'extracted'; readonly origin: string } & Prepared)
  | { readonly outcome: 'refused'; readonly origin: string; readonly fault: Fault }

/** Reads and extracts every input, in order, several at once. One refused input never stops the others. */
export const extractAll = (inputs: AsyncIterable<Input | Refusal>, preparation: Preparation): AsyncIterable<Extracted> =>
  inOrder(
    inputs,
    async (input): Promise<Extracted> => {
      if (isRefusal(input)) return { outcome: 'refused', ...input }
      try {
        return { outcome: 'extracted', origin: input.origin, ...(await preparation.prepare(input)) }
      } catch (error) {
        return refusal(input.origin, error)
      }
    },
    () => preparation.width,
  )

import type { IdentityFinding } from '../../ledger.ts'
import type { Reading, Source } from '../frame/reading.ts'

/** Points of the log that are remembered. */
const pointsKept = 2

/** What is doubtful about who and what is one, as of a page. It is worked out from all documents, so the last answers are kept. */
export const identityFindings = ({ identityDoubts }: Pick<Source, 'identityDoubts'>) => {
  const known = new Map<number, Promise<readonly IdentityFinding[]>>()
  return ({ position, tip }: Pick<Reading, 'position' | 'tip'>): Promise<readonly IdentityFinding[]> => {
    const found = known.get(position) ?? identityDoubts(position >= tip ? {} : { asOf: String(Math.max(position, 0)) })
    known.delete(position)
    known.set(position, found)
    found.catch(() => known.delete(position))
    if (known.size > pointsKept) known.delete(known.keys().next().value as number)
    return found
  }
}

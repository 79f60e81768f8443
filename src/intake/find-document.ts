import { Fault } from '../kernel/fault.ts'
import { documentStream } from '../kernel/ids.ts'
import type { EventStore } from '../store/event-store.ts'

/**
 * The stream that a person means: the whole stream, any unique prefix of the digest (at least four digits), or the
 * document's name. Faults: `no-such-document`, also when several fit.
 */
export const documentOf = async (store: EventStore, given: string): Promise<string> => {
  const digits = given.replace(/^document\//, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(digits)) {
    for await (const _ of store.read({ stream: documentStream(digits), to: 0 })) return documentStream(digits)
  }
  const fits: { stream: string; name: string }[] = []
  for await (const { stream, data } of store.read({ types: ['DocumentRegistered'] })) {
    const { name } = data as { name: string }
    if (name === given || (/^[0-9a-f]{4,}$/.test(digits) && stream.startsWith(documentStream(digits)))) fits.push({ stream, name })
  }
  const [only, ...others] = fits
  if (only && others.length === 0) return only.stream
  throw new Fault('no-such-document', {
    attempted: `find the document ${given}`,
    found: only
      ? `${fits.length} documents: ${fits
          .slice(0, 5)
          .map(({ stream, name }) => `${stream.slice(9, 25)} ${name}`)
          .join(', ')}`
      : 'none',
    expected: 'a digest, a unique prefix of one (four digits or more), or a name',
    cure: 'List them with: chancery documents',
  })
}

import { Fault } from '../kernel/fault.ts'
import type { Ledger } from './context.ts'
import { suggest } from './suggest.ts'
import type { Words } from './words/words.ts'

/** The view of that name, before anything is folded; a misspelt one is told with what was meant. */
export const namedView = ({ projections }: Pick<Ledger, 'projections'>, wanted: string, { usage }: Words): string => {
  const names = projections.map(({ name }) => name)
  const [name] = wanted.split('@')
  if (name !== undefined && names.includes(name)) return name
  const [near] = suggest(wanted, names)
  throw new Fault('no-such-view', {
    attempted: `open the view ${wanted}`,
    found: 'no view of that name',
    expected: `one of ${names.join(', ')}`,
    cure: near ? usage.didYouMean(near) : usage.list('chancery views'),
    ...(near ? { didYouMean: near } : {}),
  })
}

import type { PersonMention } from '../../kernel/reading.ts'
import type { Piece } from './piece.ts'

/** “Bộ trưởng Quốc phòng hai nước”, “thứ trưởng ngoại giao của hai nước”: the two who hold an office, of the two countries spoken of. */
export const withOfficesOfTwo = (view: string, pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const head = pieces[i] as Piece
    const last = i + (pieces[i + 1]?.kind === 'prep.of' ? 2 : 1)
    const both = pieces[last]
    if (both?.kind !== 'pair.countries' || head.kind !== 'person' || !isOfficeAlone(head.value as PersonMention)) {
      out.push(head)
      continue
    }
    out.push({
      ...head,
      kind: 'pair.office',
      end: both.end,
      text: view.slice(head.start, both.end),
      key: `${head.key} ${both.key}`,
      after: both.after,
      value: undefined,
    })
    i = last
  }
  return out
}

const isOfficeAlone = ({ form, name, country }: PersonMention): boolean => form === 'office' && name === null && country === null

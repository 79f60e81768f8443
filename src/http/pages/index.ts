import type { Route } from '../frame/page.ts'
import type { DoubtIndex } from '../search/doubt-index.ts'
import type { TextIndex } from '../search/text-index.ts'
import { document } from './document.ts'
import { documents } from './documents.ts'
import { doubtsWith } from './doubts.ts'
import { engagement } from './engagement.ts'
import { help } from './help.ts'
import { leader } from './leader.ts'
import { leaders } from './leaders.ts'
import { log } from './log.ts'
import { overview } from './overview.ts'
import { pair } from './pair.ts'
import { pairs } from './pairs.ts'
import { row } from './row.ts'
import { searchWith } from './search.ts'
import { view } from './view.ts'
import { views } from './views.ts'
import { why } from './why.ts'

/** The register of pages: a new page is one file and one line here. */
export const pagesWith = (texts: TextIndex, doubts: DoubtIndex): readonly Route[] => [
  overview,
  leaders,
  leader,
  pairs,
  pair,
  engagement,
  documents,
  document,
  views,
  view,
  row,
  why,
  log,
  doubtsWith(doubts),
  searchWith(texts),
  help,
]

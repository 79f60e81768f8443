import type { Route } from '../frame/page.ts'
import type { IdentityDoubts } from '../identities/doubts.ts'
import type { EventIndex } from '../search/event-index.ts'
import type { TextIndex } from '../search/text-index.ts'
import { compare } from './compare.ts'
import { count } from './count.ts'
import { document } from './document.ts'
import { documents } from './documents.ts'
import { doubtsWith } from './doubts.ts'
import { engagement } from './engagement.ts'
import { help } from './help.ts'
import { identitiesWith } from './identities.ts'
import { identityPairWith } from './identity-pair.ts'
import { leader } from './leader.ts'
import { leaders } from './leaders.ts'
import { log } from './log.ts'
import { overview } from './overview.ts'
import { pair } from './pair.ts'
import { pairs } from './pairs.ts'
import { reviewsWith, reviewWith } from './review.ts'
import { row } from './row.ts'
import { saved, savedList } from './saved.ts'
import { searchWith } from './search.ts'
import { view } from './view.ts'
import { views } from './views.ts'
import { why } from './why.ts'

/** The register of pages: a new page is one file and one line here. */
export const pagesWith = (texts: TextIndex, doubts: EventIndex, identities: IdentityDoubts): readonly Route[] => [
  overview,
  leaders,
  leader,
  pairs,
  pair,
  engagement,
  compare,
  documents,
  document,
  views,
  view,
  row,
  why,
  count,
  savedList,
  saved,
  log,
  doubtsWith(doubts),
  reviewsWith(doubts),
  identitiesWith(identities),
  identityPairWith(identities),
  reviewWith(doubts),
  searchWith(texts),
  help,
]

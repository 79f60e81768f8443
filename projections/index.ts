import { agreementCounts } from './agreement-counts.ts'
import { countryRelations } from './country-relations.ts'
import { documents } from './documents.ts'
import { leaderHistories } from './leader-histories.ts'
import { meetings } from './meetings.ts'
import { people } from './people.ts'
import { timeline } from './timeline.ts'
import { tradeFigures } from './trade-figures.ts'
import { visits } from './visits.ts'

export { agreementCounts, countryRelations, documents, leaderHistories, meetings, people, timeline, tradeFigures, visits }

/** The register: a new view is one file and one line here. */
export const views = [visits, meetings, agreementCounts, leaderHistories, countryRelations, documents, people, timeline, tradeFigures]

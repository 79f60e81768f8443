import type { Reading } from '../frame/reading.ts'
import type { Company } from '../html/engagements.ts'
import type { EngagementRow } from './engagement.ts'

/** Looks up who took part in a visit or a meeting, in the views that hold each once. */
export const companyIn = async (reading: Reading): Promise<(id: string) => Company | null> => {
  const [visits, meetings] = [await reading.viewIfAny('visits'), await reading.viewIfAny('meetings')]
  return (id) => {
    const isVisit = id.includes('/v@')
    const view = isVisit ? visits : id.includes('/m@') ? meetings : null
    const row = view?.row(id) as EngagementRow | undefined
    if (!view || !row) return null
    const whence = { view: view.name, key: id }
    return isVisit
      ? { whence, field: 'visitors', people: row.visitors ?? {}, host: row.host ?? null }
      : { whence, field: 'participants', people: row.participants ?? {}, host: null }
  }
}

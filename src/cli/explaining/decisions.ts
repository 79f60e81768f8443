import type { Why } from '../../ledger.ts'
import { dateInWords } from '../dates.ts'
import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'

export type Decision = Why['events'][number]['identity'][number]

interface Basis {
  readonly rule?: string
  readonly says?: string
}

/** Why two names are one person, two reports one visit, or where a year came from: what was decided, on what, by whom. */
export const decisionInWords = ({ id, standsFor, event }: Decision, words: Words): string => {
  const { basis, because, when, field } = event.data as { basis?: Basis; because?: string; when?: string; field?: string }
  const what =
    event.type === 'DateDerived' && when
      ? `${visible(field ?? '')} ${dateInWords(when, words.dates)} (${words.dates.derived})`
      : id === standsFor
        ? visible(id)
        : `${shortId(id)} = ${shortId(standsFor)}`
  const reviewed =
    event.by.startsWith('extractor') || event.by.startsWith('identity') || event.by.startsWith('resolver')
      ? words.why.byRule
      : `${words.why.by} ${visible(event.by)}`
  return [
    `${words.why.decided[event.type] ?? event.type}: ${what}`,
    ...(basis?.says ? [visible(basis.says)] : []),
    ...(because ? [`“${visible(because)}”`] : []),
    ...(basis?.rule ? [`${words.why.rule} ${visible(basis.rule)}`] : []),
    `${reviewed} #${event.position}`,
  ].join(' · ')
}

const shortId = (id: string): string => visible(id.replace(/^(document\/[0-9a-f]{12})[0-9a-f]{52}$/, '$1…'))

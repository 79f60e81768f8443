import { compatible } from './days.ts'
import type { AgreementMention } from './mentions.ts'

/** Whether two mentions speak of one instrument: titles that share most of their words, counts and dates that agree. */
export const sameInstrument = (a: AgreementMention, b: AgreementMention): boolean => {
  const total = a.title === null && b.title === null && a.draft.count !== null && a.draft.count > 1 && a.draft.count === b.draft.count
  if (total) return compatible(a.moment.start, b.moment.start)
  if (a.draft.instrument !== b.draft.instrument && a.draft.instrument !== 'other' && b.draft.instrument !== 'other') return false
  if (a.parties.join() !== b.parties.join() && a.draft.parties.length >= 2 && b.draft.parties.length >= 2) return false
  if (!compatible(a.moment.start, b.moment.start)) return false
  // “Hai bên ký nhiều văn kiện” and “thực hiện các văn kiện đã ký”: numbers without a title are one where the same is said of them.
  if (a.title === null || b.title === null)
    return a.title === b.title && (a.draft.count === b.draft.count || b.draft.count === null) && saidOf(a) === saidOf(b)
  const isShort = a.draft.instrument === 'joint-statement' || isBare(b) || (isBare(a) && saidOf(a) === saidOf(b))
  if (isShort && startsWith(a.title, b.title)) return true
  const [x, y] = [wordsOf(a.title), wordsOf(b.title)]
  // “EVFTA” and “Hiệp định thương mại tự do (EVFTA)”.
  if (x.size === 1 || y.size === 1) return [...x].some((word) => y.has(word))
  const shared = [...x].filter((word) => y.has(word)).length
  return shared / Math.max(x.size, y.size) >= 0.6 || (shared === Math.min(x.size, y.size) && Math.min(x.size, y.size) >= 4)
}

const isBare = ({ draft }: AgreementMention): boolean => draft.cues.includes('bare')

/** “chứng kiến lễ ký văn kiện”: a word for whatever was signed, without a number. */
export const isCover = ({ draft }: AgreementMention): boolean =>
  draft.instrument === 'documents' && draft.title === null && draft.cues.includes('count:none') && draft.cues.includes('bare')

export const saidOf = ({ draft }: AgreementMention): string => draft.cues.find((cue) => cue.startsWith('reads:')) ?? ''

/** “Tuyên bố chung” and “Tuyên bố chung Việt - Úc”. */
const startsWith = (a: string, b: string): boolean => {
  const [short = '', long = ''] = [a, b]
    .map((title) => title.toLowerCase().replace(/^bản (?=tuyên)/, ''))
    .sort((x, y) => x.length - y.length)
  return long.startsWith(short)
}

const wordsOf = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )

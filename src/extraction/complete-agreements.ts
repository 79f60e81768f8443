import type { AgreementDraft, PlaceMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Span } from '../kernel/span.ts'
import { momentOfInstrument } from './agreement-dates.ts'
import { attributionOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { compatible, order, partsOf } from './days.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import type { AgreementMention } from './mentions.ts'
import type { Moment } from './moments.ts'
import { pairsInTalks, twoCountries } from './pair.ts'
import type { Drafted } from './run-rules.ts'
import { surroundingsOf } from './surroundings.ts'

/** Drafts of agreements with their parties: those of the title, of the sentence, or of the visit under way. */
export const agreementsOf = (
  document: ReadDocument,
  visits: readonly DecidedVisit[],
  meetings: readonly DecidedMeeting[],
): AgreementMention[] => {
  const main = document.moments.main
  const news = visits.filter(({ decision }) => decision.status === 'happened' || decision.status === 'planned')
  const pair = twoCountries(document, visits)
  const pairInTalks = pairsInTalks(meetings)
  const whens = new Map<number, Moment>()
  return inherited(document, draftsOf<AgreementDraft>(document, 'agreement')).map((drafted): AgreementMention => {
    const { draft, sentence } = drafted
    const own = momentOfInstrument(document, drafted)
    // “Năm 2002, hai bên ký A; B; C”: one day for the list.
    const moment = own.start === null && draft.cues.includes('listed') ? (whens.get(drafted.index) ?? own) : own
    whens.set(drafted.index, moment)
    const { parties, how } = partiesOf(document, drafted, pairInTalks(drafted.draft.anchor.start) ?? pair)
    const year = partsOf(moment.start).year
    const against = year === null ? order(moment.start, main) : null
    return {
      draft,
      title: draft.title ? document.view.slice(draft.title.start, draft.title.end) : null,
      parties,
      evidence: evidenceOf(drafted),
      anchor: draft.anchor.start,
      rule: drafted.rule,
      moment,
      cues: [
        ...draft.cues,
        ...surroundingsOf(sentence, titled(drafted), main),
        `parties:${how}`,
        `parties:${Math.min(3, parties.length)}`,
        ...(moment.start
          ? [year !== null ? (year === partsOf(main).year ? 'date:year-of-main' : 'date:year') : `date:${against ?? 'some'}`]
          : ['date:none']),
        ...(moment.direction ? [`date:${moment.direction}`] : []),
        ...(tellsOtherYear(document, drafted) ? ['paragraph:year'] : []),
        ...(sentence.headline ? ['headline'] : drafted.index <= 2 ? ['lede'] : sentence.caption ? ['caption'] : []),
        ...(news.some(({ decision }) => decision.status === 'happened') ? ['document:visit'] : []),
        ...(sentence.items.slice(0, drafted.match.at).some(({ kind }) => kind === 'v.say') ? ['said'] : []),
        ...(sentence.items.slice(0, drafted.match.at).some(({ kind }) => kind === 'asp.ago') ? ['sentence:ago'] : []),
        ...(sentence.items.some(({ kind }) => kind === 'asp.wish') ? ['sentence:wish'] : []),
        ...(sentence.items.some(({ kind }) => kind === 'v.sign' || kind === 'v.witness' || kind === 'n.sign') ? ['sentence:sign'] : []),
      ],
      sentence: drafted.index,
      doubt: how === 'title' ? [] : ['inferred-parties'],
      attribution: attributionOf(sentence, drafted.match.at),
    }
  })
}

/** A paragraph that goes through other years tells history, also where a sentence of it names none. */
const tellsOtherYear = ({ sentences, moments }: ReadDocument, { index }: Drafted<AgreementDraft>): boolean => {
  const main = partsOf(moments.main).year
  for (let i = index; i >= Math.max(0, index - 2) && sentences[i]?.paragraph === sentences[index]?.paragraph; i--)
    for (const item of sentences[i]?.items ?? []) {
      const year = item.kind === 'when' ? partsOf(moments.of(item).start).year : null
      if (year !== null && year !== main) return true
    }
  return false
}

/** From the number or the title to its end: what stands around an instrument stands around all of it. */
const titled = ({ draft, sentence, match }: Drafted<AgreementDraft>): Drafted['match'] => {
  let [from, to] = [match.at, match.at + 1]
  while (from > 0 && (sentence.items[from - 1] as Item).start >= draft.anchor.start) from--
  while (to < sentence.items.length && (sentence.items[to] as Item).start < draft.anchor.end) to++
  return { ...match, from, to }
}

/** Lists that run over lines: what was said before the colon holds for every line that opens with an instrument. */
const inherited = (document: ReadDocument, drafts: readonly Drafted<AgreementDraft>[]): Drafted<AgreementDraft>[] => {
  let head: { readonly draft: AgreementDraft; readonly index: number } | null = null
  let last = -9
  return drafts.map((drafted) => {
    const { draft, index, match } = drafted
    if (!draft.cues.includes('reads:open')) {
      head = { draft, index }
      return drafted
    }
    const previous = isNumeral(document, index - 1) ? index - 2 : index - 1
    const opens =
      index - (head?.index ?? -9) <= 4 &&
      (document.view.charAt((document.sentences[previous]?.end ?? 0) - 1) === ':' || picksOut(drafted, head?.index ?? -9))
    if (!head || match.at > 3 || !(opens || last === previous)) return drafted
    last = index
    const reading = head.draft.cues.filter((cue) => cue.startsWith('reads:'))
    const says = reading[0]?.slice('reads:'.length) ?? 'open'
    const cues = [...draft.cues.filter((cue) => !/^(?:reads|titled):/.test(cue)), ...reading, `titled:${says}`, 'listed']
    return { ...drafted, draft: { ...draft, role: head.draft.role, cues } }
  })
}

/** “Hai bên ký năm văn kiện. Trong đó có …”: one of those that the sentence before counts. */
const picksOut = ({ sentence, index }: Drafted<AgreementDraft>, head: number): boolean =>
  index - head === 1 && /^trong (?:số )?đó$/.test(sentence.items[0]?.key ?? '')

/** “1.” on a line of its own, or cut off as a sentence: the number of a list. */
const isNumeral = ({ sentences }: ReadDocument, index: number): boolean => {
  const sentence = sentences[index]
  return sentence !== undefined && sentence.end - sentence.start <= 3
}

/** An instrument with its verb, or a number with its clause: what is only counted is known by who did what. */
const evidenceOf = ({ draft, sentence, match }: Drafted<AgreementDraft>): Span => {
  const { items } = sentence
  let [first, last] = [draft.anchor.start, draft.anchor.end]
  const tail = items.slice(match.at, match.at + 40).filter(({ start }) => start >= draft.anchor.end)
  // “bảy văn kiện đã ký”: the number carries its verb, and what stands before it is another story.
  const isWhole = draft.title === null && tail.slice(0, 3).some(({ kind }) => kind === 'v.sign')
  for (let i = match.at - 1; !isWhole && i >= Math.max(0, match.at - (draft.title ? 6 : 24)); i--) {
    const item = items[i] as Item
    if (draft.title === null) {
      if (/^mark[;:.]$/.test(item.kind) || draft.anchor.end - item.start > 200) break
      first = Math.min(first, item.start)
    } else if (/^(?:v\.sign|n\.sign|v\.adopt|v\.exchange|v\.witness)/.test(item.kind)) first = Math.min(first, item.start)
  }
  for (const [i, item] of tail.entries()) {
    if (/^mark[;.]$/.test(item.kind) || item.end > Math.min(draft.anchor.end + 120, first + 290)) break
    if (item.kind === 'mark,' && (draft.title !== null || /^(?:person|pair|v\.|asp)/.test(tail[i + 1]?.kind ?? ''))) break
    if (draft.title === null || /^(?:v\.sign|when|n\.visit|person)$/.test(item.kind)) last = item.end
  }
  const relative = tail[0]?.key === 'mà' ? tail.slice(0, 14) : []
  for (const item of relative) {
    if (/^mark[,;.]$/.test(item.kind)) break
    last = Math.max(last, item.end)
  }
  last = Math.min(last, sentence.end)
  return { start: first, end: Math.min(last, first + 490) }
}

const partiesOf = (
  document: ReadDocument,
  { draft, sentence, match }: Drafted<AgreementDraft>,
  pair: readonly string[] | null,
): { parties: string[]; how: 'title' | 'clause' | 'sentence' | 'visit' | 'none' } => {
  const home = document.reader.home
  if (draft.parties.length >= 2) return { parties: [...draft.parties].sort(), how: 'title' }
  const { items } = sentence
  const from = clauseOf(items, match.at)
  const told = items.slice(from, match.at)
  // “Hai nước ký …”: who they are was told before, whatever else the sentence names after it.
  const together = told.some(({ kind }) => kind.startsWith('pair.')) && !told.some(({ kind }) => kind === 'country')
  if (together && pair && draft.parties.every((country) => pair.includes(country))) return { parties: [...pair], how: 'visit' }
  const near = (from: number): Set<string> => {
    const countries = new Set<string>(draft.parties)
    for (const [i, item] of items.slice(from, match.to + 12).entries()) {
      const country = isNamed(items, from + i)
        ? (item.value as PlaceMention).country
        : item.kind === 'person'
          ? document.people.of(item)?.country
          : null
      if (country) countries.add(country)
    }
    return countries
  }
  const beside = near(from)
  if (beside.size === 2) return { parties: [...beside].sort(), how: 'clause' }
  const within = near(0)
  if (within.size === 2) return { parties: [...within].sort(), how: 'sentence' }
  if (draft.parties.length === 1 && pair && !pair.includes(draft.parties[0] as string))
    return { parties: [...new Set([draft.parties[0] as string, home])].sort(), how: 'sentence' }
  if (pair) return { parties: [...pair], how: 'visit' }
  if (within.size > 0 && within.size <= 3)
    return { parties: [...new Set([...within, ...(within.size === 1 ? [home] : [])])].sort(), how: 'sentence' }
  return { parties: [], how: 'none' }
}

/**
 * A country, though not its language; a city only where it stands for one: “Macedonia ký thỏa thuận với Athens”, “Manila
 * đã ký”, against “ký tại Geneva”.
 */
const isNamed = (items: readonly Item[], i: number): boolean => {
  const { kind } = items[i] as Item
  const [before, after] = [items[i - 1], items[i + 1]]
  if (kind === 'country') return before?.key !== 'tiếng'
  return (
    kind === 'place' &&
    (before?.kind === 'prep.with' || before?.key === 'do' || (before?.kind !== 'prep.to' && /^(?:asp\.|v\.sign)/.test(after?.kind ?? '')))
  )
}

/** Where the clause around an item begins: after a full mark, or after a comma that a subject follows. */
const clauseOf = (items: readonly Item[], at: number): number => {
  for (let i = at - 1; i > 0; i--) {
    const { kind } = items[i] as Item
    if (/^mark[;:.]$/.test(kind) || (kind === 'mark,' && /^(?:person|pair\.|country|delegation)/.test(items[i + 1]?.kind ?? '')))
      return i + 1
  }
  return 0
}

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

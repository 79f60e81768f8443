import type { AgreementDraft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Span } from '../kernel/span.ts'
import { momentOfInstrument } from './agreement-dates.ts'
import { partiesOf } from './agreement-parties.ts'
import { attributionOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { order, partsOf } from './days.ts'
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

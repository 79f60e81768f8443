import type { PersonMention, PlaceMention, Sentence, VisitDraft } from '../kernel/reading.ts'
import type { Item, Match } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import { type Candidate, candidatesAfter, candidatesBefore } from './clause.ts'
import { momentOf, momentOfLeg } from './clause-dates.ts'
import { cuesOf } from './cues.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import type { Entity } from './entities.ts'
import type { VisitMention } from './mentions.ts'
import type { Drafted } from './run-rules.ts'
import { pairSpokenOf } from './spoken.ts'

/**
 * Drafts of visits with their visitor and host. The visitor is never of the host's country: this tells “tiếp Tổng
 * thống Pháp nhân chuyến thăm Việt Nam” from “Thủ tướng Việt Nam thăm Pháp” without a grammar of everything.
 */
export const visitsOf = (document: ReadDocument): VisitMention[] => {
  const mentions: VisitMention[] = []
  const hostless: Drafted<VisitDraft>[] = []
  for (const drafted of draftsOf<VisitDraft>(document, 'visit')) {
    if (drafted.draft.cues?.includes('plural')) continue
    if (drafted.draft.home) {
      mentions.push(...atHome(document, drafted))
      continue
    }
    if (drafted.draft.hosts.length === 0) {
      hostless.push(drafted)
      continue
    }
    const hosts = new Map<string, Item>()
    for (const item of drafted.draft.hosts) {
      const { country } = item.value as PlaceMention
      if (!hosts.has(country) && !notHosts.has(country)) hosts.set(country, item)
    }
    for (const [leg, [host, item]] of [...hosts].entries()) mentions.push(...withHost(document, drafted, host, item, hosts.size, leg))
  }
  for (const drafted of hostless)
    for (const one of drafted.draft.each ? eachOf(drafted) : [drafted]) mentions.push(...withoutHost(document, one, mentions))
  return mentions.sort((a, b) => a.evidence.start - b.evidence.start || a.anchor - b.anchor)
}

/** “các chuyến thăm của A và B”: as if each were told alone. */
const eachOf = (drafted: Drafted<VisitDraft>): Drafted<VisitDraft>[] =>
  drafted.draft.visitors.map((item) => ({ ...drafted, draft: { ...drafted.draft, visitors: [item] } }))

/** “thăm ta”: the country of those who write. */
const atHome = (document: ReadDocument, drafted: Drafted<VisitDraft>): VisitMention[] => {
  const item = drafted.sentence.items[drafted.match.at] as Item
  const value: PlaceMention = { country: document.reader.home, type: 'country', text: '' }
  return withHost(document, drafted, document.reader.home, { ...item, value }, 1, 0)
}

/** Groups that nobody visits: they have no seat that would stand for them. */
const notHosts = new Set([
  'ASEAN',
  'APEC',
  'ASEM',
  'G7',
  'G20',
  'NATO',
  'WTO',
  'BRICS',
  'OECD',
  'EAEU',
  'SCO',
  'IPU',
  'INTERPOL',
  'WEF',
  'WHO',
  'IMF',
  'WB',
  'ADB',
  'UNESCO',
  'UNICEF',
  'ICJ',
  'PCA',
  'OIF',
  'MRC',
  'AU1',
])

const withHost = (
  document: ReadDocument,
  drafted: Drafted<VisitDraft>,
  host: string,
  item: Item,
  hosts: number,
  leg: number,
): VisitMention[] => {
  const { draft, match, sentence } = drafted
  const visitor = visitorsOf(document, drafted, host)
  if (!visitor) return []
  const home = visitor.rows.every((row) => row.every((entity) => entity.country === null))
  if (home) return []
  const whole = momentOf(document, drafted, draft.when, draft.nominal && draft.phase === 'report' && !isMade(drafted) ? 'own' : 'clause')
  const own = hosts > 1 && leg < hosts - 1 ? sentence.items[sentence.items.indexOf(item, match.from) + 1] : undefined
  const moment = own?.kind === 'when' ? document.moments.of(own) : hosts > 1 ? momentOfLeg(whole, leg) : whole
  const place = item.value as PlaceMention
  return visitor.rows.map((visitors) => ({
    visitors,
    host,
    kind: draft.kind === 'unspecified' && attends(sentence.items, match.to) ? 'event' : draft.kind,
    phase: draft.phase,
    place: place.type === 'city' ? place.text : null,
    evidence: evidenceOf(sentence, drafted, visitor.item, attributionOf(sentence, match.at)),
    anchor: item.start,
    rule: drafted.rule,
    moment,
    cues: [
      ...cuesOf(drafted, moment, document.moments.main, draft.nominal),
      ...(visitor.how === 'stated' ? [] : [`visitor:${visitor.how}`]),
      ...(visitors.some(({ name }) => name === null) ? ['unnamed'] : []),
      drafted.rule.split('/')[2] as string,
      ...(host === document.reader.home ? ['host:home'] : []),
      ...(hosts > 1 ? ['hosts:many'] : []),
      ...(place.type === 'organisation' ? ['host:organisation'] : []),
    ],
    sentence: drafted.index,
    doubt: visitor.how === 'discourse' ? ['inferred-visitor'] : [],
    attribution: attributionOf(sentence, match.at),
  }))
}

/** “đến Lào vào tháng 11 để dự Hội nghị cấp cao”: what somebody comes for, in the clause of the coming. */
const attends = (items: readonly Item[], to: number): boolean => {
  for (let i = to; i < Math.min(items.length, to + 12); i++) {
    const { kind } = items[i] as Item
    if (kind === 'v.attend') return items.slice(i + 1, i + 6).some(({ kind: next }) => next === 'forum' || next === 'country')
    if (/^(?:v\.|person|mark[;:.])/.test(kind) || kind === 'asp.then') return false
  }
  return false
}

/** “có chuyến thăm”, “thực hiện chuyến công du”: the noun is the verb of its clause. */
const isMade = ({ sentence, match }: Drafted<VisitDraft>): boolean => sentence.items[match.at - 1]?.kind === 'v.begin'

interface Visitors {
  /** One visit each. */
  readonly rows: readonly (readonly Entity[])[]
  readonly how: 'stated' | 'subject' | 'object' | 'after' | 'discourse'
  readonly item?: Item
}

const visitorsOf = (document: ReadDocument, drafted: Drafted<VisitDraft>, host: string): Visitors | null => {
  const { draft, match, sentence } = drafted
  const { people } = document
  const foreign = (entity: Entity): boolean => entity.country !== host && entity.country !== null && !(entity.group && draft.strict)
  const stated = draft.visitors.map((item) => people.of(item)).filter((entity): entity is Entity => entity !== null && foreign(entity))
  if (draft.each && stated.length > 0) return { rows: [...new Set(stated)].map((entity) => [entity]), how: 'stated' }
  if (stated.length > 0) return { rows: rowsOf(stated), how: 'stated' }
  if (draft.visitors.length > 0 && !draft.visitors.every(({ value }) => (value as PersonMention).form === 'pronoun')) return null
  const before = candidatesBefore(sentence, match.at, people)
  const [nearest] = before
  if (nearest && !draft.nominal && isShip(sentence.items, sentence.items.indexOf(nearest.item), match.at)) return null
  const abroad = (candidate: Candidate): readonly Entity[] => candidate.entities.filter(foreign)
  for (const candidate of before) {
    if (candidate.entities.length === 0) return null
    const fitting = abroad(candidate)
    if (fitting.length === 0 && candidate.free && draft.strict) return null
    if (fitting.length === 0) continue
    if (draft.strict && (!candidate.free || !candidate.near)) return null
    if (draft.strict && !runsTo(sentence.items, sentence.items.indexOf(candidate.item), match.at)) return null
    return { rows: rowsOf(fitting), how: candidate.free ? 'subject' : 'object', item: candidate.item }
  }
  if (draft.strict && !leadsOn(sentence.items, match)) return null
  const after =
    draft.nominal || draft.strict || match.at <= 2
      ? candidatesAfter(sentence, match.to, people).find((candidate) => candidate.free && abroad(candidate).length > 0)
      : undefined
  if (after && (!draft.strict || after.near)) return { rows: rowsOf(abroad(after)), how: 'after' }
  if (draft.strict) return null
  if (before.some(({ free }) => free) && !draft.nominal) return null
  if (!draft.nominal && isShip(sentence.items, 0, match.at)) return null
  const last = people.before((sentence.items[match.at] as Item).start).find((entity) => foreign(entity) && !entity.group)
  return last ? { rows: [[last]], how: 'discourse' } : null
}

/** Co-principals of one country travel together; office holders of several countries make a visit each. */
const rowsOf = (entities: readonly Entity[]): Entity[][] => {
  const rows = new Map<string, Entity[]>()
  for (const entity of entities) {
    const row = rows.get(entity.country ?? '') ?? []
    if (!row.includes(entity)) rows.set(entity.country ?? '', [...row, entity])
  }
  return [...rows.values()]
}

/** “tàu sân bay của Mỹ đã đến thăm”, “ba tàu chiến”: no office holder came. */
const isShip = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some(({ key }, i, between) => key === 'tàu' && ships.has(between[i + 1]?.key ?? ''))

const ships = new Set(['chiến', 'sân', 'sân bay', 'khu', 'hải', 'hải quân', 'ngầm', 'tuần', 'tên', 'hộ', 'uss'])

/** “Ngay khi tới Lào, Tổng thống …”: who arrives stands after the comma. */
const leadsOn = (items: readonly Item[], { at, to }: Match): boolean =>
  (at === 0 || items[at - 1]?.key === 'khi' || items[at - 1]?.key.endsWith(' khi') === true) && items[to]?.kind === 'mark,'

/** Between a person and a verb of movement stand only aspects, dates, companions and verbs of the same person. */
const runsTo = (items: readonly Item[], from: number, to: number): boolean => {
  let words = 0
  for (let i = from + 1; i < to; i++) {
    const { kind } = items[i] as Item
    if (kind === 'word' || kind === 'number') words++
    if (kind === 'v.say' || kind === 'firm' || kind === 'v.receive' || kind === 'instrument' || kind === 'mark"') return false
  }
  return words <= 8
}

/** “trong chuyến thăm chính thức”, “về nước”: a visit that is told elsewhere, by its visitor or as the last one spoken of. */
const withoutHost = (document: ReadDocument, drafted: Drafted<VisitDraft>, known: readonly VisitMention[]): VisitMention[] => {
  const { draft, match, sentence } = drafted
  const at = (sentence.items[match.at] as Item).start
  const stated = draft.visitors.map((item) => document.people.of(item)).filter((entity): entity is Entity => entity !== null)
  const subject =
    stated.length > 0
      ? stated
      : (candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)?.entities ??
        candidatesAfter(sentence, match.to, document.people)[0]?.entities ??
        [])
  const received = stated.length === 0 ? receptionOf(document, drafted) : null
  const before = known.filter((mention) => mention.evidence.start <= at)
  const of = (mentions: readonly VisitMention[], who: readonly Entity[]): VisitMention | undefined =>
    [...mentions].reverse().find(({ visitors }) => visitors.some((entity) => who.includes(entity)))
  const moment = momentOf(document, drafted, draft.when, draft.phase === 'end' ? 'clause' : 'own')
  const sameSentence = [...before]
    .reverse()
    .find(
      (mention) =>
        mention.sentence === drafted.index && (subject.length === 0 || mention.visitors.some((entity) => subject.includes(entity))),
    )
  const model =
    sameSentence ??
    of(before, subject) ??
    of(known, subject) ??
    (stated.length === 0 && draft.phase === 'report' ? before[before.length - 1] : undefined)
  const cues = [...cuesOf(drafted, moment, document.moments.main, draft.nominal), 'hostless', drafted.rule.split('/')[2] as string]
  const common = {
    kind: draft.kind,
    phase: draft.phase,
    place: null,
    evidence: evidenceOf(sentence, drafted),
    rule: drafted.rule,
    moment,
    cues,
    sentence: drafted.index,
    attribution: attributionOf(sentence, match.at),
  }
  const there = draft.there ? countryBefore(document, drafted, subject[0]?.country ?? null) : null
  if (draft.there) {
    const guest = subject.find((entity) => entity.country && !entity.group)
    return guest && there
      ? [{ ...common, visitors: [guest], host: there, anchor: at, doubt: ['inferred-host'], cues: [...cues, 'host:there'] }]
      : []
  }
  if (received && !(model && model.host === received.host && model.visitors.includes(received.visitor)))
    return [{ ...common, visitors: [received.visitor], host: received.host, anchor: at, doubt: [], cues: [...cues, 'host:receiver'] }]
  if (model) {
    if (draft.phase === 'end' && !draft.nominal && model.sentence !== drafted.index && !stated.length && subject.length === 0) return []
    return [{ ...common, visitors: model.visitors, host: model.host, anchor: at, doubt: [] }]
  }
  const visitor = subject.find((entity) => entity.country && !entity.group)
  if (!visitor || draft.phase === 'end' || (stated.length === 0 && draft.kind === 'unspecified')) return []
  const pair = pairSpokenOf(document)
  const host = visitor.country !== document.reader.home ? document.reader.home : pair?.find((country) => country !== visitor.country)
  if (!host || !pair?.includes(visitor.country as string)) return []
  return [{ ...common, visitors: [visitor], host, anchor: at, doubt: ['inferred-host'], cues: [...cues, 'host:inferred'] }]
}

/** “nước này”: the country spoken of last that is not the visitor’s own. */
const countryBefore = (document: ReadDocument, { sentence, match, index }: Drafted<VisitDraft>, own: string | null): string | null => {
  for (let i = index; i >= Math.max(0, index - 3); i--) {
    const { items } = i === index ? { items: sentence.items.slice(0, match.at) } : (document.sentences[i] as Sentence)
    const found = items.findLast(
      ({ kind, value }) =>
        (kind === 'country' || kind === 'place') &&
        (value as PlaceMention).type !== 'organisation' &&
        (value as PlaceMention).country !== own,
    )
    if (found) return (found.value as PlaceMention).country
  }
  return null
}

/** “Chủ tịch nước đón Tổng thống A thăm cấp Nhà nước”, “Singapore tiếp ông A trong chuyến thăm đầu tiên”: who receives is the host. */
const receptionOf = (document: ReadDocument, { sentence, match }: Drafted<VisitDraft>): { visitor: Entity; host: string } | null => {
  const { items } = sentence
  const verb = items.findLastIndex(({ kind }, i) => i < match.at && i >= match.at - 12 && /^v\.(?:receive|welcome)$/.test(kind))
  if (verb < 1 || items.slice(verb + 1, match.at).some(({ kind }) => /^(?:v\.|n\.|mark;)/.test(kind))) return null
  const guest = items.slice(verb + 1, verb + 5).find(({ kind }) => kind === 'person')
  const visitor = guest ? document.people.of(guest) : null
  if (!visitor?.country || visitor.group) return null
  const host =
    candidatesBefore(sentence, verb, document.people).find(({ free }) => free)?.entities[0]?.country ??
    items.slice(Math.max(0, verb - 3), verb).flatMap(({ kind, value }) => (kind === 'country' ? [(value as PlaceMention).country] : []))[0]
  return host && host !== visitor.country ? { visitor, host } : null
}

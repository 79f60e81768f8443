import type { PlaceMention, VisitDraft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import { momentOf, momentOfLeg } from './clause-dates.ts'
import { cuesOf } from './cues.ts'
import { eachDated } from './dated-lists.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import { isMade, withoutHost } from './hostless-visits.ts'
import type { VisitMention } from './mentions.ts'
import type { Drafted } from './run-rules.ts'
import { visitorsOf } from './visitors.ts'

/**
 * Drafts of visits with their visitor and host. The visitor is never of the host's country: this tells “tiếp Tổng
 * thống Pháp nhân chuyến thăm Việt Nam” from “Thủ tướng Việt Nam thăm Pháp” without a grammar of everything.
 */
export const visitsOf = (document: ReadDocument): VisitMention[] => {
  const mentions: VisitMention[] = []
  const hostless: Drafted<VisitDraft>[] = []
  for (const drafted of draftsOf<VisitDraft>(document, 'visit').flatMap(eachDated)) {
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
    for (const one of drafted.draft.each || areOfSeveralCountries(document, drafted) ? eachOf(drafted) : [drafted])
      mentions.push(...withoutHost(document, one, mentions))
  return mentions.sort((a, b) => a.evidence.start - b.evidence.start || a.anchor - b.anchor)
}

/** “các chuyến thăm của A và B”: as if each were told alone. */
const eachOf = (drafted: Drafted<VisitDraft>): Drafted<VisitDraft>[] =>
  drafted.draft.visitors.map((item) => ({ ...drafted, draft: { ...drafted.draft, visitors: [item] } }))

/** “hai chuyến thăm của Tổng thống Mỹ và Thủ tướng Việt Nam”: no two of one journey. */
const areOfSeveralCountries = ({ people }: ReadDocument, { draft }: Drafted<VisitDraft>): boolean =>
  new Set(draft.visitors.map((item) => people.of(item)?.country ?? null)).size > 1

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
  'EFTA',
  'MERCOSUR',
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

/**
 * What somebody comes for, in the clause of the coming: “đến Lào vào tháng 11 để dự Hội nghị cấp cao”, “tới Viêng Chăn, hội
 * đàm với A và dự hội nghị”, “sang Thái Lan viếng cố Quốc vương”, “đến Nga, nơi ông sẽ tham dự diễn đàn”.
 */
const attends = (items: readonly Item[], to: number): boolean => {
  for (let i = to; i < Math.min(items.length, to + 16); i++) {
    const { kind, key } = items[i] as Item
    if (kind === 'v.attend') return items.slice(i + 1, i + 6).some(({ kind: next }) => next === 'forum' || next === 'country')
    if (key === 'viếng' || (key === 'xem' && items[i + 1]?.key === 'trận')) return true
    if (kind === 'person' ? !isMetOrThere(items, i) : /^(?:v\.(?!talks|meet|call)|mark[;:.]|asp\.(?:then|ago))/.test(kind)) return false
  }
  return false
}

/** “hội đàm với A”, “nơi ông”: neither opens a clause of somebody else. */
const isMetOrThere = (items: readonly Item[], i: number): boolean =>
  items[i - 1]?.key === 'nơi' || items[i - 1]?.kind === 'prep.with' || /^v\.(?:talks|meet|call)$/.test(items[i - 1]?.kind ?? '')

import type { AgreementDraft, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { momentOf } from './clause-dates.ts'
import { compatible, joined, partsOf } from './days.ts'
import type { ReadDocument } from './document.ts'
import type { AgreementMention } from './mentions.ts'
import { type Moment, noMoment } from './moments.ts'
import type { Drafted } from './run-rules.ts'

/**
 * The day on which a clause has an instrument made. What is only spoken of has none: the day on which it entered into
 * force, or an anniversary, is not the day of its signing.
 */
export const momentOfInstrument = (document: ReadDocument, drafted: Drafted<AgreementDraft>): Moment => {
  const { draft, match, sentence } = drafted
  const { items } = sentence
  const before = items.slice(Math.max(0, match.at - 12), match.at)
  if (before.some(({ key }, i) => key === 'niệm' && before[i - 1]?.key === 'kỷ')) return noMoment
  if (draft.when.length > 0) return momentOf(document, drafted, draft.when, 'own')
  // “hiệp ước năm 2010 về vũ khí”, “Hiệp định ký ngày 5/3 về thuế”: the day that it goes by.
  const named = items[match.at + 1]?.kind === 'v.sign' ? items[match.at + 2] : items[match.at + 1]
  if (named?.kind === 'when' && named.start < draft.anchor.end) return document.moments.of(named)
  let end = match.at + 1
  while (end < items.length && (items[end] as Item).start < draft.anchor.end) end++
  const last = items[end - 1] as Item
  if (last.kind === 'when' && draft.instrument !== 'plan' && !/^(?:đến|tới|đoạn|hướng)$/.test(items[end - 2]?.key ?? ''))
    return document.moments.of(last)
  const made = draft.cues.some((cue) => /^reads:(?:signed|reached|planned|background)$/.test(cue))
  if (!made) return noMoment
  return momentOf(document, { ...drafted, match: { ...match, to: end } }, [], 'event')
}

/** What is signed in the course of talks is signed on the day that the report is on. */
export const dateOfSigning = (document: ReadDocument, mentions: readonly AgreementMention[], told: string | null): string | null => {
  if (partsOf(told).month !== null) return told
  for (const { sentence, anchor } of mentions) {
    const within = document.sentences[sentence] as Sentence
    const day = within.caption || isTimeless(within, anchor) ? null : document.scenes.day(anchor, 'told')
    if (day && compatible(day, told)) return joined(day, told)
  }
  return told
}

/** “trong khuôn khổ chuyến thăm, hai bên ký …”, “hoan nghênh hai bộ ký …”: some day. */
const isTimeless = ({ items }: Sentence, anchor: number): boolean => {
  const at = items.findIndex(({ start }) => start >= anchor)
  return items
    .slice(Math.max(0, at - 40), at < 0 ? items.length : at + 14)
    .some(
      ({ kind, key, text }, i, all) =>
        kind === 'asp.ago' ||
        kind === 'v.say' ||
        key === 'mà' ||
        (kind === 'when' && /\d{4}/.test(text) && !/^năm/.test(text)) ||
        (kind === 'n.visit' && all[i - 1]?.kind === 'frame.within'),
    )
}

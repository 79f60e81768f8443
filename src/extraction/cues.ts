import type { Draft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { calledOff } from './called-off.ts'
import { dateWording } from './date-wording.ts'
import { order, partsOf } from './days.ts'
import type { Moment } from './moments.ts'
import type { Drafted } from './run-rules.ts'
import { surroundingsOf } from './surroundings.ts'

/**
 * What speaks for news, plan or history in one mention of an engagement. A cue is a name; what it weighs is a matter
 * of the language's table of weights, and `why` shows both.
 */
export const cuesOf = (drafted: Drafted, moment: Moment, main: string | null, nominal: boolean): string[] => {
  const { match, sentence, index } = drafted
  const { items } = sentence
  const cues = new Set<string>((drafted.draft as Draft & { cues?: readonly string[] }).cues ?? [])
  const [from, to] = clauseAround(items, match.at)
  const form = nominal ? 'n' : 'v'
  cues.add(nominal ? 'noun' : 'verb')
  let aspect: string | null = null
  for (let i = match.at - 1; i >= Math.max(0, match.at - 25); i--) {
    const { kind } = items[i] as Item
    const near = i >= from
    if (kind === 'asp.future' || kind === 'asp.past' || kind === 'asp.now' || kind === 'asp.not' || kind === 'asp.wish') {
      aspect ??= kind.slice(4)
      cues.add(`${form}:${near ? 'near' : 'far'}-${kind.slice(4)}`)
      if ((items[i] as Item).key === 'có thể' || (items[i] as Item).key === 'có khả năng') cues.add('may')
    }
    if (kind === 'v.say' && i < match.at - 1) cues.add('said')
    if (kind === 'v.invite') cues.add('invite-before')
  }
  if (aspect) cues.add(`aspect:${aspect}`)
  else cues.add('aspect:none')
  for (let i = from; i < to; i++) {
    const { kind } = items[i] as Item
    if (
      kind === 'asp.ago' ||
      kind === 'asp.next' ||
      kind === 'asp.today' ||
      kind === 'asp.yesterday' ||
      kind === 'asp.plan' ||
      kind === 'asp.after' ||
      kind === 'asp.then'
    )
      cues.add(`clause:${kind.slice(4)}`)
    if (kind === 'asp.postpone' || kind === 'asp.cancel') cues.add(`clause:${kind.slice(4)}`)
  }
  const off = calledOff(match)
  if (off) cues.add(`off:${off}`)
  for (const { kind } of items) if (kind === 'asp.ago' || kind === 'asp.next' || kind === 'asp.plan') cues.add(`sentence:${kind.slice(4)}`)
  const lead = items[match.from - 1] ?? items[match.at - 1]
  if (lead && leads.has(lead.key)) cues.add(`lead:${lead.key}`)
  const second = items[match.from - 2]
  if (second && leads.has(second.key)) cues.add(`lead2:${second.key}`)
  const year = partsOf(moment.start ?? moment.end).year
  if (moment.start || moment.end) {
    const mainYear = partsOf(main).year
    if (year !== null) cues.add(mainYear !== null && mainYear === year ? 'date:year-of-main' : 'date:year')
    cues.add(partsOf(moment.start ?? moment.end).day ? 'date:day' : 'date:month')
    const against = order(moment.start ?? moment.end, main)
    if (against && year === null) cues.add(`date:${against}`)
    if (moment.start && moment.end) cues.add('date:range')
  } else cues.add('date:none')
  if (moment.direction) cues.add(`date:${moment.direction}`)
  if (moment.relative !== null) cues.add(moment.relative === 0 ? 'date:today' : moment.relative < 0 ? 'date:yesterday' : 'date:tomorrow')
  if (sentence.headline) cues.add('headline')
  else if (index <= 2) cues.add('lede')
  else if (sentence.caption) cues.add('caption')
  else cues.add('body')
  for (const cue of surroundingsOf(sentence, match, main)) cues.add(cue)
  for (const cue of dateWording(items, match)) cues.add(cue)
  if (moment.dayPart) cues.add('date:day-part')
  return [...cues]
}

const leads = new Set([
  'trước thềm',
  'trước',
  'sau',
  'trong',
  'nhân',
  'nhân dịp',
  'trong khuôn khổ',
  'khi',
  'kể từ',
  'từ',
  'hồi',
  'cho',
  'về',
  'với',
  'kết quả',
  'bắt đầu',
  'kết thúc',
  'tiếp tục',
  'có',
  'đã',
  'đang',
  'sẽ',
  'vừa',
  'tại',
  'hoan nghênh',
  'trước khi',
  'sau khi',
  'ngay sau',
  'tiến hành',
  'thực hiện',
  'tổ chức',
  'từng',
  'mời',
  'dự kiến',
  'chuẩn bị cho',
  'chuẩn bị',
  'mới',
  'lần',
  'của',
  'là',
  'đây là',
])

/** The clause around an item: to the nearest full mark, not further than a few words. */
const clauseAround = (items: readonly Item[], at: number): [number, number] => {
  let from = at
  while (from > 0 && at - from < 18 && !/^mark[;:]$/.test((items[from - 1] as Item).kind) && (items[from - 1] as Item).kind !== 'v.say')
    from--
  let to = at + 1
  while (to < items.length && to - at < 16 && !/^mark[;:]$/.test((items[to] as Item).kind)) to++
  return [from, to]
}

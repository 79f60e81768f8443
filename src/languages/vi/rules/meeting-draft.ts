import type { MeetingDraft, PlaceMention } from '../../../kernel/reading.ts'
import type { Item, Match } from '../../../kernel/rule.ts'
import { shortCountryOf } from '../short-countries.ts'
import { cuesOf } from './slots.ts'

/** What the rules of meetings share: forms by class of verb or noun, offices of a pair, countries in short. */

const forms: Readonly<Record<string, string>> = {
  talks: 'talks',
  call: 'call',
  receive: 'reception',
  meet: 'meeting',
  phone: 'phone',
  welcome: 'ceremony',
  banquet: 'ceremony',
  meetings: 'talks',
  summit: 'meeting',
}

const formOf = (item: Item | undefined): string => {
  if (item && /qua điện thoại|trực tuyến|truyền hình/.test(item.key)) return 'phone'
  if (item && /thượng đỉnh/.test(item.key) && !/hội đàm/.test(item.key)) return 'meeting'
  return forms[item?.kind.split('.')[1] ?? ''] ?? 'meeting'
}

/** “trao đổi”, “cuộc nói chuyện”: face to face or by phone. */
const isOpen = (item: Item | undefined): boolean =>
  item !== undefined && /trao đổi|nói chuyện|trò chuyện|thảo luận|bàn/.test(item.key) && !/điện|trực tuyến/.test(item.key)

export const draftOf = (match: Match, more: Partial<MeetingDraft> = {}): MeetingDraft => ({
  yields: 'meeting',
  form: formOf(match.items[match.at]),
  left: match.slot('left'),
  right: match.slot('right'),
  distributive: true,
  when: match.slot('when'),
  nominal: false,
  receives: false,
  cues: cuesOf(match.slot('kind')),
  ...(isOpen(match.items[match.at]) ? { open: true } : {}),
  ...more,
})

/** The offices that “hai Ngoại trưởng”, “Thủ tướng hai nước”, “hai nguyên thủ” name, as a part of a draft; nothing where it names none. */
export const rolesOf = (pair: Item | undefined): Pick<MeetingDraft, 'roles'> => {
  const found = pair?.kind.startsWith('pair.') ? offices.find(([name]) => pair.key.includes(name)) : undefined
  return found ? { roles: found[1] } : {}
}

const heads = ['head-of-state', 'head-of-government', 'party-leader', 'royal']

const offices: readonly (readonly [string, readonly string[]])[] = [
  ['lãnh đạo', heads],
  ['nguyên thủ', heads],
  ['phó thủ tướng', ['deputy-head-of-government', 'foreign-minister']],
  ['chủ tịch quốc hội', ['speaker']],
  ['tổng bí thư', ['party-leader']],
  ['thủ tướng', ['head-of-government']],
  ['tổng thống', ['head-of-state']],
  ['ngoại trưởng', ['foreign-minister']],
  ['thứ trưởng', ['deputy-minister']],
  ['bộ trưởng', ['minister', 'foreign-minister']],
  ['chủ tịch', ['head-of-state', 'speaker', 'party-leader']],
]

/** “Nga”, “Mỹ”, and the short names that stand in pairs alone: “Việt - Mỹ”, “Trung - Nhật”. Null: one of them is no country. */
export const landsOf = (items: readonly Item[]): readonly string[] | null => {
  const lands = items.map(({ kind, key, text, value }) =>
    kind === 'country' && (value as PlaceMention).type === 'country' ? (value as PlaceMention).country : shortCountryOf({ key, text }),
  )
  const found = lands.filter((land): land is string => land !== null)
  return found.length === items.length && new Set(found).size >= 2 ? found : null
}

/** The two of “hội nghị thượng đỉnh Mỹ - Triều”, where the table has it as one phrase. */
export const landsOfSummit = ({ key }: Item): readonly string[] | null => {
  if (key.includes('liên triều')) return ['KR', 'KP']
  if (/mỹ ?- ?triều/.test(key)) return ['US', 'KP']
  return /nga ?- ?mỹ/.test(key) ? ['RU', 'US'] : null
}

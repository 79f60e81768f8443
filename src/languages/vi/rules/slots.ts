import type { Item, Match } from '../../../kernel/rule.ts'

/** The kind of visit that the adjectives of a match tell. */
export const visitKind = (items: readonly Item[]): string => {
  const kinds = items.map(({ kind }) => kind)
  if (kinds.includes('kind.state')) return 'state'
  const unofficial = items.some(({ key }) => key === 'không chính thức')
  if (kinds.includes('kind.official') && !unofficial) return 'official'
  if (kinds.includes('kind.working')) return 'working'
  if (kinds.includes('kind.friendship')) return 'friendship'
  if (kinds.includes('kind.private') && !unofficial) return 'private'
  return 'unspecified'
}

/** The cues that adjectives give: lần này, sắp tới, vừa qua. */
export const cuesOf = (items: readonly Item[]): string[] =>
  items.flatMap(({ key }) => (Object.hasOwn(cues, key) ? [cues[key] as string] : []))

const cues: Readonly<Record<string, string>> = {
  'lần này': 'this-time',
  'đang diễn ra': 'this-time',
  'sắp tới': 'adj-future',
  'sắp diễn ra': 'adj-future',
  'tới đây': 'adj-future',
  'dự kiến': 'adj-future',
  'vừa qua': 'adj-past',
  'mới đây': 'adj-past',
  'gần đây': 'adj-past',
  'vừa rồi': 'adj-past',
  'trước đó': 'adj-past',
  'gần nhất': 'adj-past',
  'lịch sử': 'historic',
  'đầu tiên': 'first-time',
  'lần đầu tiên': 'first-time',
}

/** Words of a stretch that could not stand inside one construction. */
export const before = (match: Match, steps: number): Item | undefined => match.items[match.at - steps]
export const next = (match: Match): Item | undefined => match.items[match.to]

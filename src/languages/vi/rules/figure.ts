import type { FigureDraft, WhenMention } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'
import type { Word } from '../../words.ts'
import { numberAt } from '../numbers.ts'

const wordsOf = (items: readonly Item[]): Word[] =>
  items.map(({ start, end, text, key, kind }) => ({
    start,
    end,
    text,
    key,
    kind: kind === 'number' ? 'number' : kind.startsWith('mark') ? 'mark' : 'letter',
    capital: false,
    item: kind,
  }))

const currencies: Readonly<Record<string, string>> = {
  usd: 'USD',
  'đô la': 'USD',
  'đô la mỹ': 'USD',
  đôla: 'USD',
  'đô - la': 'USD',
  'đôla mỹ': 'USD',
  euro: 'EUR',
  eur: 'EUR',
  yen: 'JPY',
  jpy: 'JPY',
  'nhân dân tệ': 'CNY',
  aud: 'AUD',
  'đô la úc': 'AUD',
  rúp: 'RUB',
}

/** The number that ends right before an item, and what qualifies it. */
const numberBefore = (items: readonly Item[], at: number): { value: number; from: number; qualifier: FigureDraft['qualifier'] } | null => {
  const from = Math.max(0, at - 9)
  const words = wordsOf(items.slice(from, at))
  for (let i = 0; i < words.length; i++) {
    const found = numberAt(words, i)
    if (!found || i + found.length !== words.length) continue
    const before = items[from + i - 1]?.key ?? ''
    const qualifier =
      before === 'hơn' || before === 'trên' || before === 'nhất' ? 'at-least' : before === 'gần' || before === 'khoảng' ? 'about' : 'exact'
    return { value: found.value, from: from + i, qualifier }
  }
  return null
}

const periodNear = (items: readonly Item[], at: number, from: number): string | null => {
  const near = [...items.slice(at, at + 6), ...items.slice(Math.max(0, from - 8), from).reverse()].find(({ kind }) => kind === 'when')
  const start = near ? (near.value as WhenMention).start : null
  return start && /^\d{4}/.test(start) ? start : null
}

/** Words before a number that make it what somebody wants to reach: no figure of trade yet. */
const goals = ['mục tiêu', 'phấn đấu', 'hướng tới', 'hướng đến', 'quyết tâm', 'nỗ lực', 'mong muốn', 'kỳ vọng', 'đặt ra', 'để']

/** “phấn đấu đưa kim ngạch hai chiều lên 15 tỷ USD”: said of the years to come. */
const isGoal = (items: readonly Item[], from: number): boolean => {
  const before = items.slice(Math.max(0, from - 22), from)
  const stop = before.findLastIndex(({ kind }) => kind === 'mark;' || kind === 'mark.')
  const clause = before.slice(stop + 1)
  const text = ` ${clause.map(({ key }) => key).join(' ')} `
  return (
    clause.some(({ kind }) => kind === 'asp.future' || kind === 'asp.wish' || kind === 'asp.plan') ||
    goals.some((goal) => text.includes(` ${goal} `))
  )
}

/** “Kim ngạch thương mại đạt 20,4 triệu USD năm 2006, tăng gần 100 triệu USD trong năm 2008”. */
export const figureMoney = defineRule<FigureDraft>({
  id: 'vi/figure/money',
  yields: 'figure',
  pattern: ['money!'],
  data: ({ items, at }: Match) => {
    const number = numberBefore(items, at)
    const measure = items.slice(Math.max(0, at - 25), at).findLast(({ kind }) => /^n\.(?:trade|exports|imports|investment|aid)$/.test(kind))
    if (!number || !measure || isGoal(items, number.from)) return null
    const lead = items[number.from - 1]?.key ?? ''
    const verb = lead === 'gần' || lead === 'hơn' || lead === 'khoảng' ? (items[number.from - 2]?.key ?? '') : lead
    return {
      yields: 'figure',
      measure: measure.kind.slice(2),
      value: number.value,
      unit: currencies[items[at]?.key ?? ''] ?? 'USD',
      qualifier: number.qualifier,
      period: periodNear(items, at + 1, number.from),
      ambiguous: verb === 'tăng' || verb === 'giảm',
      from: items[number.from]?.start ?? 0,
    }
  },
  matches: ['Kim ngạch thương mại hai chiều đạt 3,5 tỷ USD năm 2016.'],
  ignores: [
    'Ngôi nhà có giá 2 triệu USD.',
    'Hai bên nhất trí phấn đấu đưa kim ngạch thương mại hai chiều lên 9 tỷ USD.',
    'Hai nước đặt mục tiêu kim ngạch thương mại 4 tỷ USD vào năm 2030.',
  ],
})

/** “200 doanh nghiệp tham dự diễn đàn”. */
export const figureEnterprises = defineRule<FigureDraft>({
  id: 'vi/figure/enterprises',
  yields: 'figure',
  pattern: ["'doanh_nghiệp'|firm! ~ v.attend", 'firm! v.attend'],
  data: ({ items, at }: Match) => {
    const number = numberBefore(items, at)
    if (!number || items[at]?.key !== 'doanh nghiệp') return null
    return {
      yields: 'figure',
      measure: 'enterprises',
      value: number.value,
      unit: 'doanh nghiệp',
      qualifier: number.qualifier,
      period: null,
      ambiguous: false,
      from: items[number.from]?.start ?? 0,
    }
  },
  matches: ['Khoảng 300 doanh nghiệp tham dự diễn đàn.'],
  ignores: ['Các doanh nghiệp tham dự hội chợ.'],
})

export const figureRules = [figureMoney, figureEnterprises]

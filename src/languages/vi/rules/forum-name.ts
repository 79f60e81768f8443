import type { Item } from '../../../kernel/rule.ts'

/**
 * Where the name of a forum ends, which starts at an item: “Diễn đàn doanh nghiệp Việt Nam - Lào”, “Diễn đàn cấp cao hợp tác
 * quốc tế "Vành đai và Con đường"”. Null where it has none: “Hội nghị cấp cao”, any one of its kind.
 */
export const forumNameEnd = (items: readonly Item[], at: number): number | null => {
  let end = at + 1
  for (let i = at + 1; i < Math.min(items.length, at + 24); i++) {
    const item = items[i] as Item
    if (/^mark["“]$/.test(item.kind)) {
      const close = items.slice(i + 1, i + 14).findIndex(({ kind }) => /^mark["”]$/.test(kind))
      return close < 0 ? named(items, at, end) : i + close + 2
    }
    if (item.kind === 'mark(') {
      const isShortName = items[i + 2]?.kind === 'mark)' && /^\p{Lu}/u.test(items[i + 1]?.text ?? '')
      return isShortName ? i + 3 : named(items, at, end)
    }
    if (item.kind === 'conj' || item.kind === 'mark,' || item.kind === 'mark-') {
      if (item.kind !== 'mark-' && !goesOn(items, i)) return named(items, at, end)
      continue
    }
    if (!isPart(item) || opensClause(item, items[i + 1])) return named(items, at, end)
    end = i + 1
  }
  return named(items, at, end)
}

/** A kind of forum alone is no name, unless it has one in it: “Hội nghị cấp cao ASEAN”. */
const named = (items: readonly Item[], at: number, end: number): number | null =>
  end > at + 1 || /\p{Lu}{2}/u.test(items[at]?.text ?? '') ? end : null

/** What stands in names: words, countries, numbers, and what elsewhere is a trade, a relation or a verb used as a noun. */
const isPart = ({ kind, key }: Item): boolean =>
  /^(?:word|country|place|number|portfolio|kind|num\.qual|firm|hon|group|delegation|forum|rel\.|money|n\.(?:imports|exports|trade|investment|aid)|v\.(?:talks|discuss|begin)$)/.test(
    kind,
  ) && !clauses.has(key)

/** Words after which something is said of the forum. */
const clauses = new Set('rằng|được|do|theo|vào|là|để|nhằm|mà|khi|có|cho|với|lúc|dành'.split('|'))

/** “lần thứ hai tổ chức tại …”. */
const opensClause = ({ text }: Item, next: Item | undefined): boolean => text === 'tổ' && next?.text === 'chức'

/** “Vành đai và Con đường”, “kinh tế, thương mại Việt Nam - Lào”: a comma or “và” inside a name has a word of the name behind it. */
const goesOn = (items: readonly Item[], i: number): boolean => {
  const next = items[i + 1]
  if (!next || !isPart(next) || next.kind === 'forum') return false
  if (items[i]?.kind === 'conj')
    return /^\p{Lu}/u.test(next.text) ? next.kind === 'word' || next.kind === 'portfolio' : next.kind === 'portfolio'
  return next.kind === 'portfolio' && items.slice(i + 1, i + 6).some(({ kind }) => kind === 'country')
}

import type { Words } from '../words/words.ts'

/** A figure with its thousands parted as the language parts them; four digits stay together, because they may be a year. */
export const number = (value: number, { tag }: Pick<Words, 'tag'>): string => {
  const [thousands, point] = tag === 'vi' ? ['.', ','] : [',', '.']
  const [whole = '', fraction] = String(value).split('.')
  const parted = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands) : whole
  return fraction === undefined ? parted : `${parted}${point}${fraction}`
}

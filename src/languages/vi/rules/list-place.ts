import type { Item } from '../../../kernel/rule.ts'

/** Whether what stands between two instruments makes them members of one list: commas, “và”, no verb. */
export const order = (items: readonly Item[], first: number, second: number): boolean =>
  !items.slice(first + 1, second).some(({ kind }) => /^(?:v\.(?!begin)|asp\.)/.test(kind)) &&
  items.slice(first + 1, second).some(({ kind }) => kind === 'mark,' || kind === 'mark;' || kind === 'conj')

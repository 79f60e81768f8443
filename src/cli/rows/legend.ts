import type { Context } from '../context.ts'
import { isObject } from './shapes.ts'

/** What – and ◇ mean, where they stand. */
export const sayLegend = ({ out, words }: Context, rows: readonly unknown[]): void => {
  if (rows.some(hasNull)) out.say(words.view.legend)
  if (rows.some(hasDerived)) out.say(words.view.derivedLegend)
}

const hasDerived = (value: unknown): boolean =>
  isObject(value) && ((isObject(value.derived) && typeof value.derived.when === 'string') || Object.values(value).some(hasDerived))

const hasNull = (value: unknown): boolean => value === null || (isObject(value) && Object.values(value).some(hasNull))

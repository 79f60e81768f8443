import { Usage } from './usage.ts'
import type { Words } from './words/words.ts'

/** What `--data JSON` and `--set FIELD=VALUE` say together; fields of fields by dots. Throws `Usage`. */
export const dataFrom = (
  { usage }: Words,
  command: string,
  { data, set = [] }: { readonly data?: string | undefined; readonly set?: readonly string[] | undefined },
): Record<string, unknown> => {
  const wrong = (flag: string, value: string, expected: string): Usage =>
    new Usage('invalid-value', { attempted: usage.run(command), found: usage.value(flag, value), expected })
  const result = data === undefined ? {} : objectFrom(data)
  if (!result) throw wrong('--data', data ?? '', usage.json)
  for (const each of set) {
    const [, path = '', value = ''] = /^([^=]+)=(.*)$/su.exec(each) ?? []
    if (path === '') throw wrong('--set', each, usage.field)
    put(result, path.trim().split('.'), valueFrom(value))
  }
  if (Object.keys(result).length > 0) return result
  throw new Usage('missing-argument', { attempted: usage.run(command), found: usage.noData, cure: usage.seeHelp(command) })
}

const objectFrom = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Numbers, `true`, `false`, `null`, lists and objects as JSON; everything else is text, no quotes needed. */
const valueFrom = (text: string): unknown => {
  if (!/^(-?\d+(\.\d+)?|true|false|null|[[{"].*)$/s.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const put = (target: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void => {
  const inner = Object.hasOwn(target, first) && typeof target[first] === 'object' && target[first] !== null ? target[first] : {}
  if (rest.length > 0) put(inner as Record<string, unknown>, rest, value)
  Object.defineProperty(target, first, { value: rest.length > 0 ? inner : value, enumerable: true, configurable: true, writable: true })
}

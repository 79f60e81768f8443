import { raw, html as template } from 'hono/html'

/** Markup that is safe to put into a page: everything interpolated has been escaped on the way in. */
export type Html = ReturnType<typeof raw>

/** A tagged template that escapes what is put in, unless it is markup itself. Pages are made at once: promises are a mistake. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html => {
  const made = template(strings, ...values)
  if (made instanceof Promise) throw new TypeError('a promise was put into a page')
  return made as Html
}

/** For markup that was escaped by other means. */
export const trusted = (markup: string): Html => raw(markup)

export const nothing: Html = raw('')

/** `attributes({ id: 'a', hidden: true, title: undefined })` → ` id="a" hidden`. */
export const attributes = (given: Readonly<Record<string, string | number | boolean | undefined>>): Html =>
  raw(
    Object.entries(given)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => (value === true ? ` ${name}` : html` ${raw(name)}="${String(value)}"`))
      .join(''),
  )

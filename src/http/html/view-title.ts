import { viewsInVietnamese } from '../words/views-vi.ts'
import type { Words } from '../words/words.ts'
import { type Html, html } from './html.ts'

type Tag = Pick<Words, 'tag'>

/** A view's name as a title: `agreement-counts` → Agreement counts. The shipped ones have a Vietnamese title too; a view of somebody's own keeps its name. */
export const viewTitle = (name: string, words: Tag): string => {
  const plain = name.replaceAll('-', ' ')
  return translated(name, words)?.title ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** What a view says of itself, marked as English where it is not in the reader's language. */
export const viewSays = (name: string, field: 'says' | 'keyed', own: string | undefined, words: Tag): Html => {
  const said = translated(name, words)?.[field]
  return said ? html`${said}` : html`<span lang="en">${own ?? ''}</span>`
}

const translated = (name: string, { tag }: Tag) =>
  tag === 'vi' && Object.hasOwn(viewsInVietnamese, name) ? viewsInVietnamese[name] : undefined

import { announce } from './announce.ts'
import { words } from './words.ts'

/** Copies title, address and point of the log: enough for somebody else to see the same. */
export const startCite = (): void => {
  document.querySelector('[data-cite]')?.addEventListener('click', () => {
    const url = new URL(location.href)
    if (!url.searchParams.get('asOf') && document.body.dataset.position !== '-1')
      url.searchParams.set('asOf', document.body.dataset.position ?? '')
    const selected = String(getSelection() ?? '').trim()
    const citation = `${selected ? `“${selected.slice(0, 500)}”, ` : ''}${document.title}, ${url.href}`
    navigator.clipboard.writeText(citation).then(
      () => announce(words.cited),
      () => prompt(words.cited, citation),
    )
  })
}

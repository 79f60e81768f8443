import { words } from '../words.ts'

/**
 * Why in one click: the quote of a value, in its sentence, without leaving the page. The sheet is an address of its own
 * (`?why=`): reload and new tabs restore it, Back closes it.
 */
export const startWhy = (enhance: (root: ParentNode) => void): void => {
  enhanced = enhance
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.why') : null
    if (!link || link.closest('dialog')) return
    event.preventDefault()
    openWhy(link.href)
  })
  // Asked for a moment early, so that the answer is there with the click.
  const prepare = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.why') : null
    if (link) load(link.href).catch(() => {})
  }
  document.addEventListener('pointerdown', prepare)
  document.addEventListener('mouseover', hover(prepare))
  addEventListener('popstate', restore)
  restore()
}

let enhanced: (root: ParentNode) => void = () => {}

/** Forgets what was loaded: the ledger has grown. */
export const forgetWhy = (): void => loaded.clear()

export const openWhy = (href: string): void => {
  const url = new URL(location.href)
  const path = new URL(href, location.href)
  url.searchParams.set('why', path.pathname)
  history.pushState({ why: true }, '', url)
  show(path.pathname)
}

const restore = (): void => {
  const path = new URL(location.href).searchParams.get('why')
  if (path?.startsWith('/why/')) show(path)
  else document.querySelector<HTMLDialogElement>('dialog.sheet')?.close('back')
}

const hover = (then: (event: Event) => void): ((event: Event) => void) => {
  let timer: ReturnType<typeof setTimeout>
  return (event) => {
    clearTimeout(timer)
    timer = setTimeout(() => then(event), 60)
  }
}

const loaded = new Map<string, Promise<Document>>()

const load = (href: string): Promise<Document> => {
  const url = new URL(href, location.href)
  const here = new URL(location.href)
  for (const name of ['asOf', 'lang']) {
    const value = here.searchParams.get(name)
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, value)
  }
  const known = loaded.get(url.href)
  if (known !== undefined) return known
  const page = fetch(url, { headers: { Accept: 'text/html' } })
    .then((answer) => answer.text())
    .then((text) => new DOMParser().parseFromString(text, 'text/html'))
  loaded.set(url.href, page)
  page.catch(() => loaded.delete(url.href))
  if (loaded.size > 50) loaded.delete(loaded.keys().next().value as string)
  return page
}

const show = (path: string): void => {
  const dialog = sheet()
  load(path).then(
    (page) => fill(dialog, path, page),
    () => fill(dialog, path, null),
  )
}

const sheet = (): HTMLDialogElement => {
  const open = document.querySelector<HTMLDialogElement>('dialog.sheet')
  if (open) return open
  const dialog = document.createElement('dialog')
  dialog.className = 'sheet'
  dialog.setAttribute('aria-label', words.why.title ?? '')
  const before = document.activeElement
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (dialog.returnValue !== 'back' && new URL(location.href).searchParams.has('why')) leave()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** Closing goes back to where the sheet was opened from, or, in a new tab, to the page itself. */
const leave = (): void => {
  if ((history.state as { why?: boolean } | null)?.why) {
    history.back()
    return
  }
  const url = new URL(location.href)
  url.searchParams.delete('why')
  history.replaceState(null, '', url)
}

/** Value and first quote; the other events are on the page of the whole derivation. */
const fill = (dialog: HTMLDialogElement, path: string, page: Document | null): void => {
  const head = document.createElement('div')
  head.className = 'sheet-head'
  const whole = Object.assign(document.createElement('a'), { href: path + carried(), textContent: words.why.whole ?? '' })
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: words.why.close ?? '' })
  close.addEventListener('click', () => dialog.close())
  head.append(whole, close)
  const main = page?.querySelector('main')
  const parts = main ? [...main.children].map((part) => document.importNode(part, true)) : []
  for (const [at, step] of parts.flatMap((part) => [...part.querySelectorAll('.step')]).entries()) if (at >= shown) step.remove()
  const rest = (main?.querySelectorAll('.step').length ?? 0) - shown
  dialog.replaceChildren(head, ...parts)
  if (rest > 0) {
    const more = Object.assign(document.createElement('a'), { href: path + carried(), textContent: `+ ${rest}` })
    dialog.append(more)
  }
  enhanced(dialog)
  close.focus()
}

const shown = 5

const carried = (): string => {
  const kept = new URLSearchParams()
  for (const name of ['asOf', 'lang']) {
    const value = new URL(location.href).searchParams.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}

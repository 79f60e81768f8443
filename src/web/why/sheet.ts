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
  addEventListener('keydown', ({ key }) => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog.sheet')
    if (key === 'Escape' && dialog && !document.querySelector('dialog:modal')) dialog.close()
  })
  addEventListener('popstate', restore)
  restore()
}

let enhanced: (root: ParentNode) => void = () => {}

/** Forgets what was loaded: the ledger has grown. */
export const forgetWhy = (): void => loaded.clear()

export const openWhy = (href: string): void => {
  const url = new URL(location.href)
  const path = new URL(href, location.href)
  const isOpen = url.searchParams.has('why')
  url.searchParams.set('why', path.pathname)
  // Stepping from row to row is one step back, not many.
  if (isOpen) history.replaceState(history.state, '', url)
  else history.pushState({ why: true }, '', url)
  show(path.pathname)
}

/** To the same value of the next row, or of the one before, while the sheet stays beside the list. Answers whether there is a sheet. */
export const stepWhy = (step: number): boolean => {
  const path = new URL(location.href).searchParams.get('why')
  if (!path || !document.querySelector('dialog.sheet')) return false
  const here = linkOf(path)
  const row = here?.closest(rowSelector)
  const rows = [...document.querySelectorAll<HTMLElement>(`main :is(${rowSelector})`)].filter((one) => one.querySelector('a.why'))
  const next = rows[row ? rows.indexOf(row as HTMLElement) + step : 0]
  if (!next) return true
  const column = [...(row?.children ?? [])].findIndex((cell) => cell.contains(here ?? null))
  const value = next.children[column]?.querySelector<HTMLAnchorElement>('a.why') ?? next.querySelector<HTMLAnchorElement>('a.why')
  if (value) openWhy(value.href)
  return true
}

const rowSelector = 'tr, dl.row > dd, dl.facts > dd, .most > li'

const linkOf = (path: string): HTMLAnchorElement | undefined =>
  [...document.querySelectorAll<HTMLAnchorElement>('main a.why')].find((link) => link.pathname === path)

/** Shows which row the sheet is about, and brings it into sight. */
const point = (path: string | null): void => {
  for (const row of document.querySelectorAll('main .current')) row.classList.remove('current')
  const row = path === null ? undefined : linkOf(path)?.closest(rowSelector)
  row?.classList.add('current')
  row?.scrollIntoView({ block: 'nearest' })
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
  point(path)
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
    document.body.classList.remove('beside')
    point(null)
    if (dialog.returnValue !== 'back' && new URL(location.href).searchParams.has('why')) leave()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  })
  document.body.append(dialog)
  // Where there is room the list stays in reach beside it; else the sheet takes the screen.
  if (matchMedia('(min-width: 75rem)').matches) {
    document.body.classList.add('beside')
    dialog.show()
  } else dialog.showModal()
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
  const steps = document.createElement('span')
  steps.className = 'steps'
  for (const [label, key, step] of [
    [words.why.stepPrevious, 'p', -1],
    [words.why.stepNext, 'n', 1],
  ] as const) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: label ?? '',
      title: words.why.step ?? '',
    })
    button.setAttribute('aria-keyshortcuts', key)
    button.addEventListener('click', () => stepWhy(step))
    steps.append(button, ' ')
  }
  head.append(whole, ...(linkOf(path) ? [steps] : []), close)
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
  dialog.scrollTop = 0
  if (!dialog.contains(document.activeElement)) close.focus()
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

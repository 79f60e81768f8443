/**
 * The rows of further pages, brought to this one: real rows, so that find-in-page and Tab reach the last. They come
 * page by page and are put in a few at a time, whenever the reader leaves the browser a moment.
 */
export const startRest = (): void => {
  for (const pager of document.querySelectorAll<HTMLElement>('nav.pager[data-rest]')) void bring(pager)
}

/** Rows that are put in at once: a millisecond of work or two. */
const portion = 10

const bring = async (pager: HTMLElement): Promise<void> => {
  const main = document.querySelector('main')
  const last = Number(pager.dataset.pages)
  const address = new URL(pager.dataset.rest ?? '', location.href)
  // A page that has not changed brings the same rows once more only when the ledger has grown.
  if (!main || pager.dataset.brought === document.body.dataset.position) return
  pager.dataset.brought = document.body.dataset.position ?? ''
  pager.setAttribute('aria-busy', 'true')
  for (let page = 2; page <= last; page++) {
    address.searchParams.set('page', String(page))
    const rows = await rowsOf(address)
    if (!rows || !pager.isConnected) return
    const target = main.querySelector('table')
    if (!target) return
    if (page === 2) for (const old of target.querySelectorAll('tbody[data-drawn]')) old.remove()
    const body = document.createElement('tbody')
    body.dataset.drawn = ''
    body.setAttribute('role', 'rowgroup')
    body.style.containIntrinsicBlockSize = `auto ${rows.length * 2}rem`
    target.append(body)
    while (rows.length > 0) {
      const { timeRemaining } = await moment()
      do body.append(...rows.splice(0, portion).map((row) => document.importNode(row, true)))
      while (rows.length > 0 && timeRemaining() > 4)
    }
  }
  pager.removeAttribute('aria-busy')
  pager.classList.add('brought')
  restoreRow()
}

const rowsOf = async (address: URL): Promise<Element[] | null> => {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } })
  if (!answer.ok) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return [...page.querySelectorAll('main table tbody tr')]
}

const moment = (): Promise<{ timeRemaining: () => number }> =>
  new Promise((resolve) => {
    requestIdleCallback((deadline) => resolve({ timeRemaining: () => deadline.timeRemaining() }), { timeout: 300 })
  })

/** The row that was left comes back into sight when the reader comes back, even where it had to be brought first. */
export const startReturning = (): void => {
  addEventListener('pagehide', () => {
    const row = (document.activeElement ?? document.body).closest(rowSelector) ?? firstInSight()
    if (row && scrollY > 0) sessionStorage.setItem(`row ${location.href}`, `${row.id} ${Math.round(row.getBoundingClientRect().top)}`)
    else sessionStorage.removeItem(`row ${location.href}`)
  })
  restoreRow()
  // The browser puts the page back by pixels; rows of another height than was thought need a second look.
  addEventListener('load', () => setTimeout(restoreRow))
}

const rowSelector = 'tr[id], .log > li[id]'

/** Asked of the groups first: a row of a group that is out of sight would have to be laid out to tell where it stands. */
const firstInSight = (): Element | undefined => {
  const inSight = (element: Element): boolean => element.getBoundingClientRect().bottom > 0
  const group = [...document.querySelectorAll('main :is(tbody, .log)')].find(inSight)
  return [...(group?.querySelectorAll(`:is(${rowSelector})`) ?? [])].find(inSight)
}

const restoreRow = (): void => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const kept = sessionStorage.getItem(`row ${location.href}`)
  if (navigation?.type !== 'back_forward' || !kept) return
  const [, id = '', top = '0'] = /^(.*) (-?\d+)$/.exec(kept) ?? []
  const row = document.getElementById(id)
  if (!row) return
  // Rows that come into sight take their true height, which moves what is below: look again until it stands.
  let tries = 0
  const settle = (): void => {
    const off = row.getBoundingClientRect().top - Number(top)
    if (Math.abs(off) > 1 && tries++ < 8) {
      scrollBy(0, off)
      requestAnimationFrame(settle)
    }
  }
  settle()
  row.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
}

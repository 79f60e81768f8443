import { announce } from '../announce.ts'
import { forgetWhy } from '../why/sheet.ts'
import { words } from '../words.ts'
import { morph } from './morph.ts'

/** Follows the ledger: when it has grown, the live parts of the page are brought to its newest state, in place. */
export const startLive = (redraw: (root: ParentNode) => void): void => {
  if (document.body.dataset.asOf) return
  let tip = Number(document.body.dataset.tip)
  let busy = false
  const source = new EventSource('/changes')
  source.addEventListener('tip', ({ data }) => {
    const told = Number(data)
    if (told > tip) {
      tip = told
      if (!busy) {
        busy = true
        void run().finally(() => {
          busy = false
        })
      }
    }
  })
  let failures = 0
  source.addEventListener('error', () => {
    if (++failures === 3) announce(words.live.lost)
  })
  addEventListener('pagehide', () => source.close())
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())

  const run = async (): Promise<void> => {
    let reached: number
    do {
      reached = tip
      await refresh(redraw)
    } while (reached < tip)
  }
}

const refresh = async (redraw: (root: ParentNode) => void): Promise<void> => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-cache' })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  forgetWhy()
  const { scrollX, scrollY } = window
  let changed = false
  for (const part of liveParts(document)) {
    const next = page.querySelector(`[data-live="${CSS.escape(part.dataset.live ?? '')}"]`)
    if (next && morph(part, next)) {
      changed = true
      part.classList.add('changed')
      part.addEventListener('animationend', () => part.classList.remove('changed'), { once: true })
    }
  }
  // A page that was empty has no live parts yet.
  const [main, nextMain] = [document.querySelector('main'), page.querySelector('main')]
  if (main && nextMain && liveParts(document).length < liveParts(page).length) changed = morph(main, nextMain) || changed
  for (const selector of ['.bottom', '.as-of .quiet']) {
    const [now, next] = [document.querySelector(selector), page.querySelector(selector)]
    if (now && next) morph(now, next)
  }
  for (const name of ['tip', 'position'] as const) document.body.dataset[name] = page.body.dataset[name] ?? ''
  if (!changed) return
  redraw(document)
  scrollTo(scrollX, scrollY)
  announce(words.live.changed)
}

const liveParts = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-live]')]

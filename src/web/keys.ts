import { walkEvidence } from './spans.ts'
import { openWhy, stepWhy } from './why/sheet.ts'
import { words } from './words.ts'

/** Every key has a control of its own on the page; keys are deaf while somebody types or composes. */
export const startKeys = (): void => {
  let leader = 0
  document.querySelector('[data-keys]')?.addEventListener('click', toggleHelp)
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const after = Date.now() - leader < 1_500
    leader = 0
    if (after && goTo(event.key)) {
      event.preventDefault()
      return
    }
    switch (event.key) {
      case 'g':
        leader = Date.now()
        return
      case '?':
        toggleHelp()
        break
      case '/':
        document.getElementById('search')?.focus()
        break
      case 'n':
        walk(1)
        break
      case 'p':
        walk(-1)
        break
      case 'w':
        whyHere()
        break
      default:
        return
    }
    event.preventDefault()
  })
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

const goTo = (key: string): boolean => {
  const link = document.querySelector<HTMLAnchorElement>(`[data-shortcut="g ${CSS.escape(key)}"]`)
  link?.click()
  return link !== null
}

/** Through the evidence of a document, else through the rows of the page. */
const walk = (step: number): void => {
  if (stepWhy(step) || walkEvidence(step)) return
  const rows = [...document.querySelectorAll<HTMLElement>('main tbody tr, main .log > li, main .step, main .most > li')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))]
  next?.querySelector<HTMLElement>('a, button, summary')?.focus()
}

/** Why of the value in focus; of the first value of its row; of the first value of the page. */
const whyHere = (): void => {
  const focus = document.activeElement
  const near = focus?.matches('a.why')
    ? focus
    : (focus?.closest('tr, li, dd')?.querySelector('a.why') ?? document.querySelector('main a.why'))
  if (near instanceof HTMLAnchorElement) openWhy(near.href)
}

const toggleHelp = (): void => {
  const open = document.querySelector<HTMLDialogElement>('dialog.help')
  if (open) {
    open.close()
    return
  }
  const dialog = document.createElement('dialog')
  dialog.className = 'help'
  dialog.setAttribute('aria-label', words.keys.title ?? '')
  const list = document.createElement('dl')
  list.className = 'facts keys'
  for (const [key, name] of keys) {
    const [term, meaning] = [document.createElement('dt'), document.createElement('dd')]
    term.append(Object.assign(document.createElement('kbd'), { textContent: key }))
    meaning.textContent = words.keys[name] ?? ''
    list.append(term, meaning)
  }
  const title = Object.assign(document.createElement('h2'), { textContent: words.keys.title ?? '' })
  const note = Object.assign(document.createElement('p'), { className: 'quiet', textContent: words.keys.each ?? '' })
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: words.why.close ?? '' })
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, list, note, close)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

const keys = [
  ['?', 'help'],
  ['/', 'search'],
  ['g v', 'goViews'],
  ['g l', 'goLeaders'],
  ['g d', 'goDocuments'],
  ['g e', 'goLog'],
  ['n', 'next'],
  ['p', 'previous'],
  ['w', 'why'],
  ['Esc', 'close'],
] as const

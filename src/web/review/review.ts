import { announce } from '../announce.ts'
import { type Answer, ask, remember, remembered } from '../correct/ask.ts'
import { words } from '../words.ts'
import { changesIn } from './gather.ts'

/** The screen of review: accept, retract, amend, each with a reason; what would change is told before it is appended. */
export const startReview = (root: HTMLElement): void => {
  const reviewer = document.querySelector<HTMLFormElement>('[data-reviewer]')
  if (!reviewer) return
  for (const name of ['by', 'token'] as const) fieldOf(reviewer, name).value = remembered(name)
  reviewer.addEventListener('submit', (event) => event.preventDefault())
  reviewer.querySelector('[data-undo]')?.addEventListener('click', () => void undo(reviewer))
  root.addEventListener('submit', (event) => event.preventDefault())
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-verb]') : null
    const claim = button?.closest<HTMLFormElement>('form[data-claim]')
    if (button && claim) act(reviewer, claim, button.dataset.verb ?? '')
  })
  addEventListener('keydown', (event) => onKey(event, reviewer))
}

const act = (reviewer: HTMLFormElement, claim: HTMLFormElement, verb: string): void => {
  const event = claim.dataset.claim ?? ''
  if (verb === 'amend') toggle(claim)
  else if (verb === 'accept') void decide(reviewer, claim, 'review', { event, verdict: 'right' })
  else if (verb === 'retract') void decide(reviewer, claim, 'retract', { events: [event] })
  else {
    const data = changesIn(claim)
    if (Object.keys(data).length === 0) say(claim, words.review.unchanged ?? '')
    else void decide(reviewer, claim, 'amend', { event, data })
  }
}

/** A review changes no row and is appended at once; what would change rows is told first, and appended when it is pressed again. */
const decide = async (reviewer: HTMLFormElement, claim: HTMLFormElement, verb: string, body: object): Promise<void> => {
  const who = whoOf(reviewer)
  if (!who) {
    say(claim, words.review.needs ?? '')
    reviewer.querySelector<HTMLInputElement>('input:invalid')?.focus()
    return
  }
  const asked = `${verb} ${JSON.stringify(body)}`
  const preview = verb !== 'review' && claim.dataset.told !== asked
  try {
    const answer = await ask(verb, { by: who.by, because: who.because, ...body }, { preview, token: who.token })
    if (preview) {
      claim.dataset.told = asked
      say(claim, `${previewOf(answer)}. ${words.review.again}`)
      return
    }
    delete claim.dataset.told
    announce((verb === 'review' ? words.review.accepted : words.correct.done) ?? '')
  } catch (error) {
    say(claim, `${words.correct.failed} ${(error as Error).message}`)
  }
}

const undo = async (reviewer: HTMLFormElement): Promise<void> => {
  const who = whoOf(reviewer)
  if (!who) {
    reviewer.querySelector<HTMLInputElement>('input:invalid')?.focus()
    return
  }
  try {
    await ask('undo', { by: who.by }, { preview: false, token: who.token })
    announce(words.correct.undone ?? '')
  } catch (error) {
    announce(`${words.correct.failed} ${(error as Error).message}`)
  }
}

const whoOf = (reviewer: HTMLFormElement): { by: string; token: string; because: string } | null => {
  const [by, token, because] = ['by', 'token', 'because'].map((name) => fieldOf(reviewer, name).value.trim()) as [string, string, string]
  if (!by || !token || !because) return null
  remember('by', by)
  remember('token', token)
  return { by, token, because }
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement

const toggle = (claim: HTMLFormElement): void => {
  const amendment = claim.querySelector<HTMLElement>('.amendment')
  if (!amendment) return
  amendment.hidden = !amendment.hidden
  claim.querySelector('[data-verb=amend]')?.setAttribute('aria-expanded', String(!amendment.hidden))
  if (!amendment.hidden) amendment.querySelector<HTMLElement>('input, select')?.focus()
}

const say = (claim: HTMLFormElement, what: string): void => {
  const place = claim.querySelector('.says')
  if (place) place.textContent = what
}

/** `would change 3 rows in 2 views (visits, meetings)`. */
const previewOf = ({ changes = [] }: Answer): string => {
  const rows = changes.reduce((sum, { rows: own }) => sum + own.length, 0)
  if (rows === 0) return words.correct.wouldChangeNothing ?? ''
  return `${words.correct.wouldChange?.replace('{rows}', String(rows)).replace('{views}', String(changes.length))} (${changes.map(({ view }) => view).join(', ')})`
}

const verbs: Readonly<Record<string, string>> = { a: 'accept', x: 'retract', e: 'amend' }

/** The keys act on the claim in focus, be it in the text or beside it. */
const onKey = (event: KeyboardEvent, reviewer: HTMLFormElement): void => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
  if (event.key === 'j') document.querySelector<HTMLAnchorElement>('[data-review-next]')?.click()
  else if (event.key === 'z') void undo(reviewer)
  else {
    const verb = verbs[event.key]
    const claim = verb ? claimInFocus() : null
    if (!verb || !claim) return
    act(reviewer, claim, verb)
  }
  event.preventDefault()
}

const claimInFocus = (): HTMLFormElement | null => {
  const focus = document.activeElement
  const number = focus?.closest<HTMLElement>('[data-number]')?.dataset.number
  const card = number ? document.getElementById(`claim-${number}`) : focus?.closest('.card')
  return card?.querySelector<HTMLFormElement>('form[data-claim]') ?? null
}

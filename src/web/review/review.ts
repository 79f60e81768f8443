import { announce } from '../announce.ts'
import { words } from '../words.ts'
import { changesIn } from './gather.ts'
import { isForScreen, type Reviewer, reviewerOf } from './reviewer.ts'

/** The screen of review: accept, retract, amend, each with a reason; what would change is told before it is appended. */
export const startReview = (root: HTMLElement): void => {
  const form = document.querySelector<HTMLFormElement>('[data-reviewer]')
  const reviewer = reviewerOf(form)
  if (!form || !reviewer) return
  form.querySelector('[data-undo]')?.addEventListener('click', () => void undo(reviewer))
  root.addEventListener('submit', (event) => event.preventDefault())
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-verb]') : null
    const claim = button?.closest<HTMLFormElement>('form[data-claim]')
    if (button && claim) act(reviewer, claim, button.dataset.verb ?? '')
  })
  addEventListener('keydown', (event) => onKey(event, reviewer))
}

const act = (reviewer: Reviewer, claim: HTMLFormElement, verb: string): void => {
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

const decide = async (reviewer: Reviewer, claim: HTMLFormElement, verb: string, body: object): Promise<void> => {
  const isDone = await reviewer.decide(verb, body, (what) => say(claim, what))
  if (isDone) announce((verb === 'review' ? words.review.accepted : words.correct.done) ?? '')
}

const undo = async (reviewer: Reviewer): Promise<void> => {
  if (await reviewer.undo()) announce(words.correct.undone ?? '')
}

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

const verbs: Readonly<Record<string, string>> = { a: 'accept', x: 'retract', e: 'amend' }

/** The keys act on the claim in focus, be it in the text or beside it. */
const onKey = (event: KeyboardEvent, reviewer: Reviewer): void => {
  if (!isForScreen(event)) return
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

import { announce } from '../announce.ts'
import { words } from '../words.ts'
import { isForScreen, type Reviewer, reviewerOf } from './reviewer.ts'

/**
 * Two candidates side by side, decided by key: after an answer the next pair comes by itself, and what was taken back
 * is shown again. The keys are this screen's own: `n` means “not the same” here.
 */
export const startPair = (): void => {
  const form = document.querySelector<HTMLFormElement>('[data-reviewer]')
  const reviewer = reviewerOf(form)
  if (!form || !reviewer) return
  form.querySelector('[data-undo]')?.addEventListener('click', () => void undo(reviewer))
  document.addEventListener('submit', (event) => event.target === answers() && event.preventDefault())
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-answer]') : null
    if (button) void answer(reviewer, button.dataset.answer ?? '')
  })
  addEventListener('keydown', (event) => onKey(event, reviewer), { capture: true })
  answers()?.removeAttribute('hidden')
}

const answers = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('form[data-pair]')

const onKey = (event: KeyboardEvent, reviewer: Reviewer): void => {
  if (!isForScreen(event)) return
  const button = answers()?.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)
  if (!button && event.key !== 'z') return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (button) void answer(reviewer, button.dataset.answer ?? '')
  else void undo(reviewer)
}

const answer = async (reviewer: Reviewer, given: string): Promise<void> => {
  const form = answers()
  if (!form) return
  const { next = '', more = '' } = form.dataset
  if (given === 'skip') {
    location.assign(more)
    return
  }
  const [verb, body] = correctionFor(given, form)
  const here = location.href
  const isDone = await reviewer.decide(verb, body, (what) => say(form, what))
  if (!isDone) return
  sessionStorage.setItem(lastAnswered, here)
  location.assign(given === 'different' ? more : next)
}

/** The same is a merge, not the same a separation, and both bind the rules; being unsure is said of the link, or of the first claim. */
const correctionFor = (given: string, { dataset }: HTMLFormElement): [verb: string, body: object] => {
  const [a, b] = JSON.parse(dataset.pair ?? '[]') as [string, string]
  const isPeople = dataset.people !== undefined
  if (given === 'same') return isPeople ? ['merge-people', { people: [a, b] }] : ['merge', { engagements: [a, b], relation: 'same' }]
  if (given === 'different') return [isPeople ? 'separate-people' : 'separate', { a, b }]
  return ['review', { event: dataset.event, verdict: 'unsure' }]
}

/** Where the last answer was given, so that taking it back shows the pair again. */
const lastAnswered = 'identity-answered'

const undo = async (reviewer: Reviewer): Promise<void> => {
  if (!(await reviewer.undo())) return
  announce(words.correct.undone ?? '')
  const place = sessionStorage.getItem(lastAnswered)
  sessionStorage.removeItem(lastAnswered)
  if (place && place !== location.href) location.assign(place)
}

const say = (form: HTMLFormElement, what: string): void => {
  const place = form.querySelector('.says')
  if (place) place.textContent = what
}

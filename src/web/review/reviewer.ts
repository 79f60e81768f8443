import { announce } from '../announce.ts'
import { ask, remember, remembered } from '../correct/ask.ts'
import { toldOf } from '../correct/told.ts'
import { words } from '../words.ts'

/** Who decides on a screen of review, with their reason; what is decided is told before it is appended. */
export interface Reviewer {
  /**
   * Sends a correction. One that may change rows is rehearsed first: what would change is said, and it is appended when
   * it is asked for again. True once it is appended; whatever went wrong is said too.
   */
  decide(verb: string, body: object, say: (what: string) => void): Promise<boolean>
  /** Takes back the last correction of whoever decides. */
  undo(): Promise<boolean>
}

/** The reviewer of the page, if it has one. */
export const reviewerOf = (form: HTMLFormElement | null): Reviewer | null => {
  if (!form) return null
  for (const name of ['by', 'token'] as const) fieldOf(form, name).value = remembered(name)
  form.addEventListener('submit', (event) => event.preventDefault())
  let told = ''
  return {
    async decide(verb, body, say) {
      const who = whoOf(form)
      if (!who) {
        say(words.review.needs ?? '')
        return false
      }
      const asked = `${verb} ${JSON.stringify(body)}`
      const preview = verb !== 'review' && told !== asked
      try {
        const answer = await ask(verb, { by: who.by, because: who.because, ...body }, { preview, token: who.token })
        told = preview ? asked : ''
        if (preview) say(`${toldOf(answer)}. ${words.review.again}`)
        return !preview
      } catch (error) {
        say(`${words.correct.failed} ${(error as Error).message}`)
        return false
      }
    },
    async undo() {
      const who = whoOf(form)
      if (!who) return false
      try {
        await ask('undo', { by: who.by }, { preview: false, token: who.token })
        return true
      } catch (error) {
        announce(`${words.correct.failed} ${(error as Error).message}`)
        return false
      }
    },
  }
}

/** Name, token and reason; the first that is missing gets the focus. */
const whoOf = (form: HTMLFormElement): { by: string; token: string; because: string } | null => {
  const [by, token, because] = ['by', 'token', 'because'].map((name) => fieldOf(form, name).value.trim()) as [string, string, string]
  if (!by || !token || !because) {
    form.querySelector<HTMLInputElement>('input:invalid')?.focus()
    return null
  }
  remember('by', by)
  remember('token', token)
  return { by, token, because }
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement

/** Whether a key is meant for the screen, and not typed into a field or composed. */
export const isForScreen = (event: KeyboardEvent): boolean =>
  !(event.isComposing || event.ctrlKey || event.metaKey || event.altKey) &&
  !(event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))

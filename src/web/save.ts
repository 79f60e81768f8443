import { announce } from './announce.ts'
import { remember, remembered } from './correct/ask.ts'
import { words } from './words.ts'

/** Saves the address of this page under a name, for everybody who reads this ledger. */
export const startSave = (): void => {
  document.querySelector('[data-save]')?.addEventListener('click', open)
}

const open = (): void => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', words.saved.save)
  const form = document.createElement('form')
  form.className = 'form'
  const title = Object.assign(document.createElement('h2'), { textContent: words.saved.save })
  const name = field(words.saved.name, {
    name: 'name',
    required: true,
    maxLength: 100,
    value: document.querySelector('h1')?.textContent ?? '',
  })
  const token = field(words.correct.token ?? '', { name: 'token', type: 'password', required: true, value: remembered('token') })
  const says = Object.assign(document.createElement('p'), { className: 'says' })
  says.setAttribute('role', 'status')
  const save = Object.assign(document.createElement('button'), { textContent: words.saved.save })
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: words.correct.cancel ?? '' })
  const buttons = Object.assign(document.createElement('div'), { className: 'buttons' })
  buttons.append(save, close)
  form.append(title, name.label, token.label, says, buttons)
  close.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    remember('token', token.input.value)
    void send(name.input.value, token.input.value).then(
      () => {
        dialog.close()
        announce(words.saved.done)
      },
      (error: Error) => {
        says.textContent = error.message
      },
    )
  })
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  name.input.select()
}

const field = (label: string, more: Partial<HTMLInputElement>): { label: HTMLLabelElement; input: HTMLInputElement } => {
  const input = Object.assign(document.createElement('input'), { autocomplete: 'off', ...more })
  const outer = document.createElement('label')
  outer.append(label, input)
  return { label: outer, input }
}

const send = async (name: string, token: string): Promise<void> => {
  const url = new URL(location.href)
  for (const one of ['asOf', 'lang', 'why']) url.searchParams.delete(one)
  const answer = await fetch('/saved', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ name, address: url.pathname + url.search }),
  })
  if (answer.ok) return
  const { found, expected, cure } = (await answer.json()) as { found?: string; expected?: string; cure?: string }
  throw new Error([found, expected, cure].filter(Boolean).join(' · '))
}

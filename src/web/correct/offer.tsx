import { render } from 'preact'
import { announce } from '../announce.ts'
import { words } from '../words.ts'
import { CorrectionForm, type Intention } from './form.tsx'

/** Controls for corrections where the server left room for them: what can be done to an event, a person, an engagement. */
export const offerCorrections = (root: ParentNode): void => {
  for (const place of root.querySelectorAll<HTMLElement>('[data-correct]')) {
    if ('drawn' in place.dataset) continue
    place.dataset.drawn = ''
    place.replaceChildren()
    render(<Verbs intentions={intentionsFor(place.dataset.correct ?? '', place.dataset.id ?? '')} />, place)
  }
}

const Verbs = ({ intentions }: { intentions: readonly Intention[] }) => (
  <details>
    <summary>{words.correct.title}</summary>
    <div class="verbs">
      {intentions.map((intention) => (
        <button type="button" key={intention.title} onClick={() => open(intention)}>
          {intention.title}
        </button>
      ))}
    </div>
  </details>
)

const open = (intention: Intention): void => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', intention.title)
  const body = document.createElement('div')
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: words.correct.cancel ?? '' })
  close.addEventListener('click', () => dialog.close())
  dialog.append(body, close)
  dialog.addEventListener('close', () => {
    render(null, body)
    dialog.remove()
  })
  document.body.append(dialog)
  render(
    <CorrectionForm
      intention={intention}
      onDone={(says) => {
        dialog.close()
        announce(says)
      }}
    />,
    body,
  )
  dialog.showModal()
  body.querySelector<HTMLElement>('input, textarea')?.focus()
}

const intentionsFor = (kind: string, id: string): Intention[] => {
  const t = words.correct
  const undo: Intention[] = [
    { verb: 'undo', title: t.undo ?? '', body: {} },
    { verb: 'redo', title: t.redo ?? '', body: {} },
  ]
  const label = t.mergePlaceholder ?? ''
  if (kind === 'person')
    return [
      {
        verb: 'merge-people',
        title: t.merge ?? '',
        body: {},
        asks: { label, multiline: false, into: (other) => ({ people: [id, other.trim()] }) },
      },
      {
        verb: 'separate-people',
        title: t.separate ?? '',
        body: {},
        asks: { label, multiline: false, into: (other) => ({ a: id, b: other.trim() }) },
      },
      ...undo,
    ]
  if (kind === 'engagement')
    return [
      {
        verb: 'merge',
        title: t.merge ?? '',
        body: { relation: 'same' },
        asks: { label, multiline: false, into: (other) => ({ engagements: [id, other.trim()] }) },
      },
      {
        verb: 'separate',
        title: t.separate ?? '',
        body: {},
        asks: { label, multiline: false, into: (other) => ({ a: id, b: other.trim() }) },
      },
      ...undo,
    ]
  return [
    { verb: 'review', title: t.right ?? '', body: { event: id, verdict: 'right' } },
    { verb: 'review', title: t.wrong ?? '', body: { event: id, verdict: 'wrong' } },
    { verb: 'review', title: t.unsure ?? '', body: { event: id, verdict: 'unsure' } },
    { verb: 'retract', title: t.retract ?? '', body: { events: [id] } },
    {
      verb: 'amend',
      title: t.amend ?? '',
      body: { event: id },
      asks: { label: t.data ?? '', multiline: true, into: (json) => ({ data: JSON.parse(json) as object }) },
    },
    ...undo,
  ]
}

import { words } from '../words.ts'
import { checkProof } from './inclusion.ts'

/** Puts a button beside every event on a page of why; it checks the proof here, and says in words what it found. */
export const offerProofs = (root: ParentNode): void => {
  for (const place of root.querySelectorAll<HTMLElement>('.proof[data-position]')) {
    if (place.childElementCount > 0) continue
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: `${words.why.proof}: ${words.why.proofCheck}`,
    })
    button.addEventListener('click', () => {
      button.disabled = true
      void ticks(Number(place.dataset.position)).then((list) => place.replaceChildren(list))
    })
    place.dataset.drawn = ''
    place.append(button)
  }
}

const ticks = async (position: number): Promise<HTMLElement> => {
  const list = document.createElement('ul')
  list.className = 'ticks'
  list.setAttribute('role', 'status')
  const say = (label: string | undefined, right: boolean | null): void => {
    const item = document.createElement('li')
    const answer = right === null ? words.why.unchecked : right ? words.why.okay : words.why.failed
    item.textContent = `${right === null ? '–' : right ? '✓' : '✗'} ${label}: ${answer}`
    list.append(item)
  }
  const [proof, keys] = await Promise.all([fetch(`/prove/${position}`), fetch('/vkey')])
  if (!proof.ok || !keys.ok) {
    list.append(Object.assign(document.createElement('li'), { textContent: words.why.proofNone ?? '' }))
    return list
  }
  const checked = await checkProof(await proof.text(), (await keys.text()).trim().split('\n'), position)
  say(words.why.leaf, checked.leaf)
  say(words.why.path, checked.root)
  say(words.why.root, checked.signed)
  return list
}

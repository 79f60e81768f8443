/** Spans of a document: an address with any `#start-end` shows those words, and n and p walk the evidence. */
export const startSpans = (): void => {
  const text = document.querySelector<HTMLElement>('.text')
  if (!text) return
  showSpan(text)
  addEventListener('hashchange', () => showSpan(text))
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-walk]'))
    button.addEventListener('click', () => walkEvidence(Number(button.dataset.walk)))
  text.addEventListener('mouseover', ({ target }) => focusClaim(text, target instanceof Element ? target : null))
  text.addEventListener('mouseleave', () => focusClaim(text, null))
  text.addEventListener('focusin', ({ target }) => focusClaim(text, target instanceof Element ? target : null))
}

/** A span that no claim has is marked by the server: the address is asked for again, with the span in it. */
const showSpan = (text: HTMLElement): void => {
  const span = /^#(\d+)-(\d+)$/.exec(location.hash)
  if (!span) return
  const target = document.getElementById(location.hash.slice(1))
  const url = new URL(location.href)
  const at = `${span[1]}-${span[2]}`
  if (!target && url.searchParams.get('at') !== at) {
    url.searchParams.set('at', at)
    location.replace(url)
    return
  }
  const mark = target?.nextElementSibling ?? target
  mark?.scrollIntoView({ block: 'center' })
  focusClaim(text, target)
}

/** The other claims fade to their underline while one is looked at. */
const focusClaim = (text: HTMLElement, at: Element | null): void => {
  const handle = at?.closest<HTMLElement>('[data-number]')
  const mark = at?.closest<HTMLElement>('mark[data-claims]')
  const numbers = handle?.dataset.number ? [handle.dataset.number] : (mark?.dataset.claims?.split(' ') ?? [])
  text.classList.toggle('focused', numbers.length > 0)
  for (const other of text.querySelectorAll<HTMLElement>('mark[data-claims]'))
    other.classList.toggle(
      'in-focus',
      numbers.some((number) => other.dataset.claims?.split(' ').includes(number)),
    )
}

export const walkEvidence = (step: number): boolean => {
  const handles = [...document.querySelectorAll<HTMLAnchorElement>('.text .handle')]
  if (handles.length === 0) return false
  const at = handles.indexOf(document.activeElement as HTMLAnchorElement)
  const next = handles[at < 0 ? (step > 0 ? 0 : handles.length - 1) : (at + step + handles.length) % handles.length]
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
  return true
}

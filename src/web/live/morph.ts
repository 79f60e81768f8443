/**
 * Makes one tree like another and keeps every node that can stay: so focus, selection, scroll and what is folded open
 * survive. Children are matched by id, else by order and kind. What a script drew (`data-drawn`) is left alone.
 */
export const morph = (now: Element, next: Element): boolean => {
  if (now.isEqualNode(next)) return false
  if ('drawn' in (now as HTMLElement).dataset) return false
  matchAttributes(now, next)
  const byId = new Map([...now.children].filter(({ id }) => id).map((child) => [child.id, child]))
  let at = now.firstChild
  for (const wanted of [...next.childNodes]) {
    at = skipDrawn(at)
    const same = wanted instanceof Element && wanted.id ? byId.get(wanted.id) : isAlike(at, wanted) ? at : null
    if (!same) {
      now.insertBefore(document.importNode(wanted, true), at)
      continue
    }
    if (same !== at) now.insertBefore(same, at)
    else at = at?.nextSibling ?? null
    if (same instanceof Element) morph(same, wanted as Element)
    else if (same.nodeValue !== wanted.nodeValue) same.nodeValue = wanted.nodeValue
  }
  while (at) {
    const following: ChildNode | null = at.nextSibling
    if (!(at instanceof HTMLElement && 'drawn' in at.dataset)) at.remove()
    at = following
  }
  return true
}

const skipDrawn = (node: ChildNode | null): ChildNode | null => {
  let at = node
  while (at instanceof HTMLElement && 'drawn' in at.dataset) at = at.nextSibling
  return at
}

const isAlike = (a: ChildNode | null, b: ChildNode): a is ChildNode =>
  a !== null && a.nodeType === b.nodeType && a.nodeName === b.nodeName && !(a instanceof Element && (a.id || (b as Element).id))

const matchAttributes = (now: Element, next: Element): void => {
  for (const { name } of [...now.attributes]) if (!next.hasAttribute(name) && !isState(now, name)) now.removeAttribute(name)
  for (const { name, value } of [...next.attributes])
    if (now.getAttribute(name) !== value && !isState(now, name)) now.setAttribute(name, value)
}

/** What the reader did is the reader's. */
const isState = (element: Element, name: string): boolean => (name === 'open' && element.nodeName === 'DETAILS') || name === 'hidden'

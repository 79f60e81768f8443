import { type PlotOptions, plot } from '@observablehq/plot'

/**
 * A chart as a plain group of shapes: made in a document of its own, because the library writes a style sheet into it,
 * which the page's policy forbids; ours is in `script.css`. Labels stay only where they are allowed to stand.
 */
export const drawing = (label: string, options: PlotOptions): HTMLElement => {
  const made = plot({ ...options, document: document.implementation.createHTMLDocument('') })
  for (const style of made.querySelectorAll('style')) style.remove()
  for (const group of made.querySelectorAll('g[aria-label], text[aria-label], path[aria-label], rect[aria-label]')) {
    const link = group.closest('a')
    if (link && !link.hasAttribute('aria-label')) link.setAttribute('aria-label', group.getAttribute('aria-label') ?? '')
    group.removeAttribute('aria-label')
    group.removeAttribute('aria-description')
  }
  const svg = document.importNode(made, true)
  svg.setAttribute('role', svg.querySelector('a') ? 'group' : 'img')
  svg.setAttribute('aria-label', label)
  const box = document.createElement('div')
  box.append(svg)
  return box
}

export const widthOf = (element: Element): number => Math.max(320, Math.min(1_600, element.clientWidth || 800))

export const colourOf = (kind: string): string =>
  ({ visit: 'var(--visit)', meeting: 'var(--meeting)', agreement: 'var(--agreement)', relationship: 'var(--date)' })[kind] ??
  'var(--person)'

/** What the colours mean, in words. */
export const swatches = (kinds: readonly string[], names: Readonly<Record<string, string>>): HTMLElement => {
  const list = document.createElement('p')
  list.className = 'swatches quiet'
  for (const kind of kinds) {
    const item = document.createElement('span')
    item.className = `kind ${kind}`
    item.textContent = names[kind] ?? kind
    list.append(item)
  }
  return list
}

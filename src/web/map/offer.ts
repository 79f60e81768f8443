import { words } from '../words.ts'

/** A map is drawn when somebody asks for it: it is the heaviest thing of the page, and says nothing that the list beside it does not. */
export const offerMaps = (root: ParentNode): void => {
  for (const figure of root.querySelectorAll<HTMLElement>('[data-map]')) {
    if (figure.querySelector('[data-drawn]')) continue
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words.map.load })
    button.dataset.drawn = ''
    button.addEventListener('click', () => {
      button.disabled = true
      void import('./draw.ts').then(async ({ drawMap }) => {
        const drawn = await drawMap(figure, false)
        button.remove()
        figure.append(drawn)
      })
    })
    figure.append(button)
  }
}

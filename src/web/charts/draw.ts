/** Charts are drawn from the rows of the page, when they come into sight: what a table says, a chart never contradicts. */
export const drawCharts = (root: ParentNode): void => {
  for (const figure of root.querySelectorAll<HTMLElement>('[data-chart]')) {
    if (figure.dataset.watched === 'yes') void draw(figure)
    else {
      figure.dataset.watched = 'yes'
      watch(figure)
    }
  }
}

const watch = (figure: HTMLElement): void => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    void draw(figure)
  })
  observer.observe(figure)
}

const draw = async (figure: HTMLElement): Promise<void> => {
  const chart = figure.dataset.chart === 'months' ? (await import('./months.ts')).months : (await import('./timeline.ts')).timeline
  const drawing = chart(figure)
  figure.querySelector(':scope > [data-drawn]')?.remove()
  if (!drawing) return
  drawing.dataset.drawn = ''
  figure.prepend(drawing)
}

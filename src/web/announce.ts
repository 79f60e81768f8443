/** Says something to whoever listens to the page rather than looks at it, and shows it for a moment to the others. */
export const announce = (says: string): void => {
  const announcer = document.getElementById('announcer')
  if (announcer) announcer.textContent = says
  document.querySelector('.toast')?.remove()
  const toast = document.createElement('div')
  toast.className = 'toast'
  toast.setAttribute('aria-hidden', 'true')
  toast.textContent = says
  document.body.append(toast)
  setTimeout(() => toast.remove(), 2_500)
}

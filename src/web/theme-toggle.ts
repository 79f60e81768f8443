import { words } from './words.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const current = (): Theme => (document.documentElement.dataset.theme as Theme | undefined) ?? 'system'

/** The button walks through system, light and dark, and says where it stands. */
export const startThemeToggle = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]')
  if (!button) return
  const show = (): void => {
    button.textContent = `${words.theme.label}: ${words.theme[current()]}`
  }
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(current()) + 1) % themes.length] as Theme
    if (next === 'system') {
      delete document.documentElement.dataset.theme
      localStorage.removeItem('theme')
    } else {
      document.documentElement.dataset.theme = next
      localStorage.setItem('theme', next)
    }
    show()
  })
  show()
}

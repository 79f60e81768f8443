/** The slider goes to an earlier point of the log; every point is an address. */
export const startAsOf = (): void => {
  const form = document.querySelector<HTMLFormElement>('form[data-as-of]')
  const slider = form?.querySelector<HTMLInputElement>('input[type=range]')
  const field = form?.querySelector<HTMLInputElement>('#as-of')
  if (!form || !slider || !field) return
  slider.addEventListener('input', () => {
    field.value = slider.value === slider.max ? '' : slider.value
  })
  slider.addEventListener('change', () => form.requestSubmit())
  form.addEventListener('submit', () => {
    // At the tip the address stays clean.
    if (field.value.trim() === '') field.disabled = true
  })
}

/**
 * What was changed in the fields of a claim, as a merge patch over its data (RFC 7396): a field that was emptied is
 * taken away, a list is given whole as soon as something in it changed, what stayed is not mentioned.
 */
export const changesIn = (form: ParentNode): Record<string, unknown> => {
  const patch: Record<string, unknown> = {}
  for (const field of form.querySelectorAll<Field>('[data-field]'))
    if (field.value.trim() !== (field.dataset.was ?? '')) patch[field.dataset.field ?? ''] = givenIn(field)
  for (const list of form.querySelectorAll<HTMLElement>('[data-list]')) {
    const items = [...list.querySelectorAll<HTMLElement>('[data-item]')].map(itemOf)
    if (items.some(({ changed }) => changed)) patch[list.dataset.list ?? ''] = items.flatMap(({ value }) => (value ? [value] : []))
  }
  return patch
}

type Field = HTMLInputElement | HTMLSelectElement

const givenIn = (field: Field): unknown => {
  const given = field.value.trim()
  if (given === '') return null
  if (field.dataset.kind === 'number') return Number(given)
  return field.dataset.kind === 'list' ? given.split(/[,\s]+/).filter(Boolean) : given
}

/** Somebody of a list. Without a name and an office there is nobody. Whoever is new, or is named anew, gets the id that goes with the name. */
const itemOf = (item: HTMLElement): { value: Record<string, unknown> | null; changed: boolean } => {
  const before = JSON.parse(item.dataset.item ?? '{}') as Record<string, unknown>
  const value = { ...before }
  let changed = false
  for (const field of item.querySelectorAll<Field>('[data-part]')) {
    const part = field.dataset.part ?? ''
    if (field.value.trim() === (field.dataset.was ?? '')) continue
    changed = true
    const given = givenIn(field)
    if (given === null && part !== 'name') delete value[part]
    else value[part] = given
  }
  const isSomebody = value.name || value.office
  if (isSomebody && (!before.id || value.name !== before.name) && typeof value.name === 'string') value.id = idOf(value)
  return { value: isSomebody ? { name: null, ...value } : null, changed }
}

/** `karim-masimov.kz`: the folded name and the country. */
const idOf = ({ name, country }: Record<string, unknown>): string => {
  const folded = String(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return country ? `${folded}.${String(country).toLowerCase()}` : folded
}

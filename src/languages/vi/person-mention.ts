import type { PersonMention } from '../../kernel/reading.ts'

/** What is told of a person; the rest is unknown. Made here alone, so that all have one shape, which engines read fastest. */
export const personMention = (told: Partial<PersonMention>): PersonMention => ({
  name: told.name ?? null,
  office: told.office ?? null,
  officeKey: told.officeKey ?? null,
  role: told.role ?? null,
  country: told.country ?? null,
  form: told.form ?? 'named',
  gender: told.gender ?? null,
  former: told.former ?? false,
  relative: told.relative ?? false,
  officeAt: told.officeAt ?? null,
})

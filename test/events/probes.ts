/** A variation of an example, to be accepted or refused. */
export interface Probe {
  readonly name: string
  readonly data: unknown
}

/** What a field could wrongly hold, or rightly: the lock says which. */
const values: readonly unknown[] = [
  null,
  '',
  'no such word',
  'XXXX-09-14',
  '2009-02-30',
  '2009-09-14/2009-09-15',
  'VN',
  'vn',
  0,
  -1,
  1.5,
  true,
  [],
  ['VN'],
  {},
]

/** Variations of every field of an example, one level into lists and objects. The same for the same example, for ever. */
export const probesOf = (example: unknown): Probe[] => {
  const whole = example as Record<string, unknown>
  const probes: Probe[] = [
    { name: 'as it is', data: whole },
    { name: 'nothing', data: null },
    { name: 'empty', data: {} },
    { name: 'an unknown key', data: { ...whole, unheardOf: 1 } },
  ]
  for (const [field, value] of Object.entries(whole)) {
    probes.push({ name: `without ${field}`, data: Object.fromEntries(Object.entries(whole).filter(([other]) => other !== field)) })
    for (const wrong of values) probes.push({ name: `${field}: ${JSON.stringify(wrong)}`, data: { ...whole, [field]: wrong } })
    const [item] = Array.isArray(value) ? value : []
    if (item === null || typeof item !== 'object') continue
    for (const inside of Object.keys(item))
      for (const wrong of values)
        probes.push({ name: `${field}/0/${inside}: ${JSON.stringify(wrong)}`, data: { ...whole, [field]: [{ ...item, [inside]: wrong }] } })
  }
  return probes
}

import type { Corrects, EventDefinition } from './event.ts'

/** The kinds of event that a program knows. A type that is not in it is shown raw and ignored by projections. */
export interface EventRegister {
  readonly all: readonly EventDefinition[]
  get(type: string): EventDefinition | undefined
  /** The types of those definitions that correct, link or group others. */
  readonly correcting: readonly string[]
  /** The definitions that correct in one way. */
  that(corrects: Corrects): readonly EventDefinition[]
}

export const registerOf = (definitions: Iterable<EventDefinition>): EventRegister => {
  const byType = new Map<string, EventDefinition>()
  for (const definition of definitions) {
    if (byType.has(definition.type)) throw new Error(`two definitions of ${definition.type}`)
    byType.set(definition.type, definition)
  }
  const all = [...byType.values()]
  return {
    all,
    get: (type) => byType.get(type),
    correcting: all.filter(({ corrects }) => corrects).map(({ type }) => type),
    that: (corrects) => all.filter((definition) => definition.corrects === corrects),
  }
}

import type { LanguageReader, PersonMention, PlaceMention, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Entity } from './entity.ts'
import { fullNamesOf } from './full-names.ts'
import { homeOffice, isForeign, nationalityOf, settleCountries } from './nationality.ts'
import { counterpart, lastOf, leaderOf, mostSpoken, pronoun } from './referring.ts'
import { mergeUnnamed } from './unnamed.ts'

/** Whom each person item of the document means. Null: a pronoun or title that nobody in the document fits. */
export interface People {
  readonly entities: readonly Entity[]
  /** How often the second most spoken-of person is spoken of. */
  readonly second: number
  of(item: Item): Entity | null
  /** The people spoken of before an offset, nearest first, without repetition. */
  before(offset: number): Entity[]
}

/**
 * Coreference inside one document, in reading order: short names to full ones, offices with a country to their
 * holder, bare titles to the holder whom the document is about, pronouns to the last subject.
 */
export const peopleOf = (sentences: readonly Sentence[], reader: LanguageReader): People => {
  const entities: Entity[] = []
  const byItem = new Map<Item, Entity | null>()
  const order: { readonly at: number; entity: Entity }[] = []
  const countryOf = remembered(reader.countryOf)
  const fullest = fullNamesOf(sentences, (name) => countryOf(name) !== null)
  const byName = new Map<string, Entity[]>()
  /** Of whom a counterpart holds the office, whose name may come later. */
  const sought = new Map<Entity, readonly string[]>()
  let spokenOf: string | null = null
  let subject: Entity | null = null

  const create = (item: Item, mention: PersonMention, name: string | null, country: string | null): Entity => {
    const entity: Entity = {
      index: entities.length,
      name,
      country,
      role: null,
      gender: mention.gender,
      group: mention.form === 'group',
      offices: [],
      start: item.start,
      mentions: 0,
    }
    entities.push(entity)
    return entity
  }
  const named = (item: Item, mention: PersonMention, country: string | null): Entity => {
    const name = fullest.of(mention)
    const key = fullest.keyOf(name)
    const known = byName.get(key) ?? []
    const given = nationalityOf(countryOf(name), country, reader.home, mention.role)
    const same = known.find((entity) => !given || !entity.country || entity.country === given || (!country && headsOrganisation(entity)))
    if (same) {
      same.country ??= given
      if (name.length > (same.name?.length ?? 0)) same.name = name
      return same
    }
    const entity = create(item, mention, name, given)
    byName.set(key, [...known, entity])
    return entity
  }
  const holder = (mention: PersonMention, country: string | null): Entity | null => {
    const fitting = entities.filter(
      (entity) =>
        !entity.group && (country === null || entity.country === country) && entity.offices.some(({ key }) => key === mention.officeKey),
    )
    if (fitting.length <= 1) return fitting[0] ?? null
    if (country === null) {
      const home = fitting.filter((entity) => entity.country === reader.home)
      if (home.length > 0) return mostSpoken(home)
    }
    return lastOf(order, fitting) ?? mostSpoken(fitting)
  }

  sentences.forEach((sentence) => {
    let first: Entity | null = null
    sentence.items.forEach((item, i) => {
      if (item.kind === 'country' || item.kind === 'place') {
        const { country, type } = item.value as PlaceMention
        if (country !== reader.home && type !== 'organisation') spokenOf = country
        return
      }
      if (item.kind !== 'person') return
      const mention = item.value as PersonMention
      const country = mention.country ?? (mention.relative || isForeign(mention) ? spokenOf : null)
      let entity: Entity | null
      if (mention.form === 'pronoun') entity = pronoun(mention.gender, first ?? subject, order)
      else if (mention.form === 'group')
        entity =
          entities.find((other) => other.group && other.country === country && other.offices[0]?.text === mention.office) ??
          create(item, mention, null, country)
      else if (mention.form === 'leader')
        entity =
          leaderOf(entities, country, mention, order) ??
          (mention.name ? named(item, mention, country) : country ? create(item, mention, null, country) : null)
      else if (mention.name) entity = named(item, mention, country)
      else if (mention.form === 'counterpart') {
        const of = first ?? subject
        entity = counterpart(entities, of, country, order) ?? (country ? create(item, mention, null, country) : null)
        if (entity?.name === null && of)
          sought.set(
            entity,
            of.offices.map(({ key }) => key),
          )
      } else
        entity =
          holder(mention, country) ??
          (country || mention.officeKey !== 'chu-tich' ? create(item, mention, null, country ?? homeOffice(mention, reader)) : null)
      if (entity && mention.name && mention.form === 'leader') entity = named(item, mention, country)
      byItem.set(item, entity)
      if (!entity) return
      if (mention.country && mention.form !== 'pronoun') spokenOf = mention.country !== reader.home ? mention.country : spokenOf
      entity.mentions++
      entity.gender ??= mention.gender
      entity.country ??= country
      if (mention.office && mention.officeKey && mention.form !== 'group')
        entity.offices.push({
          text: mention.office,
          key: mention.officeKey,
          role: (mention.officeKey === 'counterpart' ? roleOfOther(first ?? subject, entity) : mention.role) ?? 'other',
          at: mention.officeAt?.start ?? item.start,
          former: mention.former,
        })
      else if (mention.form === 'group' && mention.office)
        entity.offices.push({ text: mention.office, key: 'group', role: 'other', at: item.start, former: false })
      order.push({ at: item.start, entity })
      const before = sentence.items[i - 1]
      if (!first && !entity.group && !(before && /^prep\.(?:of|with|by)$/.test(before.kind))) first = entity
    })
    subject = first ?? subject
  })
  settleCountries(sentences, entities, byItem, reader)
  const merged = mergeUnnamed(entities, sought)
  for (const [item, entity] of byItem) if (entity && merged.has(entity)) byItem.set(item, merged.get(entity) as Entity)
  for (const told of order) told.entity = merged.get(told.entity) ?? told.entity
  return {
    entities: entities.filter((entity) => !merged.has(entity)),
    second:
      entities
        .filter(({ group }) => !group)
        .map(({ mentions }) => mentions)
        .sort((a, b) => b - a)[1] ?? 0,
    of: (item) => byItem.get(item) ?? null,
    before(offset) {
      const near: Entity[] = []
      for (let i = order.length - 1; i >= 0 && near.length < 12; i--) {
        const { at, entity } = order[i] as { at: number; entity: Entity }
        if (at < offset && !near.includes(entity)) near.push(entity)
      }
      return near
    },
  }
}

const headsOrganisation = ({ offices }: Entity): boolean => offices.some(({ role }) => role === 'organisation-head')

/** “người đồng cấp Lào X” holds what the one holds whose counterpart they are. */
const roleOfOther = (of: Entity | null, entity: Entity): string | null => (of && of !== entity ? (of.offices.at(-1)?.role ?? null) : null)

/** A document says the same few names again and again. */
const remembered = <T>(of: (name: string) => T): ((name: string) => T) => {
  const known = new Map<string, T>()
  return (name) => {
    if (!known.has(name)) known.set(name, of(name))
    return known.get(name) as T
  }
}

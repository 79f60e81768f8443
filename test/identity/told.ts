import { createHash } from 'node:crypto'
import { fingerprintOf } from '../../src/identity/fingerprint.ts'
import type { IdentityClaim, IdentityDocument, LinkChange, Partition, RecordedLink, Resolver } from '../../src/identity/resolver.ts'
import { engagementId, personId, unnamedPersonId } from '../../src/kernel/ids.ts'

/** What tests say documents tell: short names for claims, and links applied as a log would hold them. */

/** A digest of a document, from its name: `a` and `b` sort as their digests do not. */
export const digest = (name: string): string => createHash('sha256').update(name).digest('hex')

export interface PersonTold {
  readonly name: string | null
  readonly office?: string
  readonly role?: string
  readonly country?: string
}

export const dung: PersonTold = { name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }
export const thuong: PersonTold = { name: 'Võ Văn Thưởng', office: 'Chủ tịch nước', role: 'head-of-state', country: 'VN' }
export const masimov: PersonTold = { name: 'Karim Masimov', office: 'Thủ tướng', role: 'head-of-government', country: 'KZ' }
export const tokayev: PersonTold = { name: 'Kassym-Jomart Tokayev', office: 'Tổng thống', role: 'head-of-state', country: 'KZ' }
export const senator: PersonTold = {
  name: 'Kasym Jomart Kemelevich Tokayev',
  office: 'Chủ tịch Thượng viện',
  role: 'speaker',
  country: 'KZ',
}
export const rasmussen: PersonTold = { name: 'Lars Løkke Rasmussen', office: 'Thủ tướng', role: 'head-of-government', country: 'DK' }

/** Facts that anybody can look up, enough for tests. */
export const tables = {
  people: [
    'person\tname\tcountry\tspellings',
    'nguyen-tan-dung.vn\tNguyễn Tấn Dũng\tVN\tNguyễn Tấn Dũng',
    'karim-masimov.kz\tKarim Masimov\tKZ\tKarim Masimov | Karim Massimov',
    'kassym-jomart-tokayev.kz\tKassym-Jomart Tokayev\tKZ\tKassym-Jomart Tokayev | Kasym-Jomart Tokayev',
    'lars-lokke-rasmussen.dk\tLars Løkke Rasmussen\tDK\tLars Løkke Rasmussen | Lars Loekke Rasmussen',
    'anders-fogh-rasmussen.dk\tAnders Fogh Rasmussen\tDK\tAnders Fogh Rasmussen',
    'poul-nyrup-rasmussen.dk\tPoul Nyrup Rasmussen\tDK\tPoul Nyrup Rasmussen',
    'vo-van-thuong.vn\tVõ Văn Thưởng\tVN\tVõ Văn Thưởng',
  ].join('\n'),
  tenures: [
    '# asOf: 2024-12-31',
    'person\toffice\trole\tcountry\tfrom\tto\tsource',
    'nguyen-tan-dung.vn\tThủ tướng\thead-of-government\tVN\t2006-06-27\t2016-04-06\tlist',
    'karim-masimov.kz\tThủ tướng\thead-of-government\tKZ\t2007-01-10\t2012-09-24\tlist',
    'karim-masimov.kz\tThủ tướng\thead-of-government\tKZ\t2014-04-02\t2016-09-08\tlist',
    'kassym-jomart-tokayev.kz\tChủ tịch Thượng viện\tspeaker\tKZ\t2007-01-11\t2011-04-15\tlist',
    'kassym-jomart-tokayev.kz\tChủ tịch Thượng viện\tspeaker\tKZ\t2013-10-16\t2019-03-19\tlist',
    'kassym-jomart-tokayev.kz\tTổng thống\thead-of-state\tKZ\t2019-03-20\t\tlist',
    'lars-lokke-rasmussen.dk\tThủ tướng\thead-of-government\tDK\t2009-04-05\t2011-10-03\tlist',
    'lars-lokke-rasmussen.dk\tThủ tướng\thead-of-government\tDK\t2015-06-28\t2019-06-27\tlist',
    'anders-fogh-rasmussen.dk\tThủ tướng\thead-of-government\tDK\t2001-11-27\t2009-04-05\tlist',
    'poul-nyrup-rasmussen.dk\tThủ tướng\thead-of-government\tDK\t1993-01-25\t2001-11-27\tlist',
    'vo-van-thuong.vn\tChủ tịch nước\thead-of-state\tVN\t2023-03-02\t2024-03-20\tlist',
  ].join('\n'),
  coverage: [
    'country\trole\tfrom\tasOf\tnote',
    'KZ\thead-of-state\t1991-12-16\t2024-12-31\t',
    'DK\thead-of-government\t1993-01-25\t2024-12-31\t',
  ].join('\n'),
}

/** Builds the claims of one document; places in it are counted up, as anchors in a text would be. */
export const document = (
  name: string,
  tell: (told: Teller) => void,
  beside: { readonly published?: string; readonly text?: string } = {},
): IdentityDocument => {
  const sha256 = digest(name)
  const claims: IdentityClaim[] = []
  let at = 0
  const people = (all: readonly PersonTold[]) =>
    all.map((person) => ({ id: person.name === null ? unnamedPersonId(sha256, at++) : personId(person.name, person.country), ...person }))
  const claim = (type: string, data: object) => {
    claims.push({ type, data: { narrative: 'news', scope: 'interstate', ...data } })
  }
  tell({
    visit: (type, visitor, host, more = {}) => {
      const id = (more as { visit?: string }).visit ?? engagementId(sha256, 'visit', at++)
      claim(`Visit${type}`, {
        ...(type === 'Postponed' || type === 'Ended' ? {} : { kind: 'official' }),
        visitors: people([visitor].flat()),
        host,
        ...more,
        visit: id,
      })
      return id
    },
    meeting: (type, participants, more = {}) => {
      const id = engagementId(sha256, 'meeting', at++)
      claim(`Meeting${type}`, { meeting: id, participants: people(participants), form: 'talks', ...more })
      return id
    },
    agreement: (type, parties, more = {}) => {
      const id = engagementId(sha256, 'agreement', at++)
      claim(`Agreement${type}`, {
        agreement: id,
        parties: [...parties].sort(),
        instrument: 'agreement',
        count: 1,
        countQualifier: 'exact',
        ...more,
      })
      return id
    },
    forum: (attendees, more = {}) => {
      const id = engagementId(sha256, 'forum', at++)
      claim('ForumAttended', { forum: id, attendees: people(attendees), ...more })
      return id
    },
    invitation: (visit, inviters, invitees = []) =>
      claim('InvitationExtended', { visit, inviters: people(inviters), invitees: people(invitees), host: 'VN' }),
    claim,
  })
  return {
    stream: `document/${sha256}`,
    claims,
    ...(beside.published ? { published: beside.published } : {}),
    ...(beside.text ? { fingerprint: fingerprintOf(beside.text) } : {}),
  }
}

export interface Teller {
  visit(
    type: 'Announced' | 'Reported' | 'Started' | 'Ended' | 'Postponed',
    visitor: PersonTold | readonly PersonTold[],
    host: string,
    more?: object,
  ): string
  meeting(type: 'Announced' | 'Held', participants: readonly PersonTold[], more?: object): string
  agreement(type: 'Announced' | 'Signed' | 'Referenced', parties: readonly string[], more?: object): string
  forum(attendees: readonly PersonTold[], more?: object): string
  invitation(visit: string, inviters: readonly PersonTold[], invitees?: readonly PersonTold[]): void
  claim(type: string, data: object): void
}

/** The group of an id, itself alone when nothing joined it. */
export const groupOf = (partition: Partition, id: string): readonly string[] =>
  [...partition.people, ...partition.engagements, ...partition.documents].find(({ members }) => members.includes(id))?.members ?? [id]

export const areOne = (partition: Partition, a: string, b: string): boolean => groupOf(partition, a).includes(b)

/** A log of links: appends what the resolver answers and tells it so. */
export interface LinkLog {
  readonly inForce: Map<string, LinkChange>
  /** Appends the difference; answers it. */
  append(resolver: Resolver): readonly LinkChange[]
}

export const linkLog = (): LinkLog => {
  const inForce = new Map<string, LinkChange>()
  let next = 0
  return {
    inForce,
    append(resolver) {
      const changes = resolver.difference()
      const events: RecordedLink[] = changes.map((change) => ({ id: `event-${next++}`, ...change }))
      for (const { id, type, data } of events) {
        if (type === 'EventRetracted') inForce.delete((data as { event: string }).event)
        else inForce.set(id, { type, data } as LinkChange)
      }
      resolver.observe(events)
      return changes
    },
  }
}

/** The partition that replaying these links gives, in the form of `summaryOf`. */
export const replayed = (links: Iterable<LinkChange>): object => {
  const groups = new Map<string, Set<string>>()
  const find = (id: string) => groups.get(id) ?? new Set([id])
  const dates: string[] = []
  const parts: [string, string][] = []
  for (const { type, data } of links) {
    if (type === 'DateDerived') dates.push(`${data.engagement} ${data.field} ${data.when}`)
    const joined =
      type === 'PeopleMerged'
        ? data.people
        : type === 'DocumentsGrouped'
          ? data.documents
          : type === 'EngagementsMerged' && data.relation === 'same'
            ? data.engagements
            : []
    if (type === 'EngagementsMerged' && data.relation === 'part-of')
      for (const part of data.engagements.slice(0, -1)) parts.push([part, data.engagements.at(-1) as string])
    const whole = new Set(joined.flatMap((id) => [...find(id)]))
    for (const id of whole) groups.set(id, whole)
  }
  const least = (id: string) => [...find(id)].sort()[0] as string
  return {
    groups: [...new Set([...groups.values()].map((group) => [...group].sort().join(' ')))].sort(),
    parts: [...new Set(parts.map(([part, whole]) => `${least(part)} in ${least(whole)}`))].sort(),
    dates: dates.sort(),
  }
}

export const summaryOf = ({ people, engagements, documents, parts, dates }: Partition): object => ({
  groups: [...people, ...engagements, ...documents].map(({ members }) => members.join(' ')).sort(),
  parts: parts.map(({ part, whole }) => `${part} in ${whole}`).sort(),
  dates: dates.map(({ engagement, field, when }) => `${engagement} ${field} ${when}`).sort(),
})

import { isEdtf, setMembers } from '../../kernel/edtf.ts'

/**
 * The time of a row or an entry, `when` and `until` together, as EDTF. An end that is only a day and a month stands in
 * the year of the start, as it does in “từ 11 đến 13/6”; where that cannot be, the start alone is taken.
 */
export const spanOf = (when: unknown, until: unknown): string | undefined => {
  if (typeof when !== 'string' || !isEdtf(when)) return undefined
  if (typeof until !== 'string' || until === when) return when
  const members = setMembers(when)
  if (members) {
    const spans = members.map((member) => interval(member, until))
    return spans.every((span) => span !== undefined) ? `[${spans.join(',')}]` : when
  }
  return interval(when, until) ?? when
}

const day = /^(\d{4}|XXXX)-\d{2}-\d{2}$/

const interval = (start: string, end: string): string | undefined => {
  if (!day.test(start) || !day.test(end)) return undefined
  const dated = end.startsWith('XXXX') ? start.slice(0, 4) + end.slice(4) : end
  if (dated === start) return start
  return dated > start && isEdtf(`${start}/${dated}`) ? `${start}/${dated}` : undefined
}

import type { Person } from '../../events/values/person.ts'
import { personId } from '../../src/kernel/ids.ts'
import { type Random, zipf } from './random.ts'

/** Who there is to write about: popular ones first. */
export interface World {
  readonly countries: readonly string[]
  person(): Person
  country(): string
}

const codes =
  'VN KZ DK LA KH CN RU US JP KR IN TH SG MY ID PH MM AU NZ FR DE GB IT ES NL BE SE NO FI PL CZ HU RO BG CU MX BR AR CL CA EG ZA MZ AO NG TR IR SA AE IL UA BY UZ MN PK BD LK'.split(
    ' ',
  )
const offices = ['Chủ tịch nước', 'Thủ tướng', 'Ngoại trưởng', 'Quốc vương', 'Tổng Bí thư', 'Bộ trưởng'] as const
const given = ['Minh', 'Nam', 'Lan', 'Aruzhan', 'Daniyar', 'Freja', 'Søren', 'Kenji', 'Ana', 'Ivan', 'Somsak', 'Marta']
const family = ['Nguyễn', 'Trần', 'Lê', 'Karimov', 'Abenov', 'Nielsen', 'Holm', 'Sato', 'Silva', 'Petrov', 'Chaiyo', 'Nowak']

/** `people` office holders in 56 countries. Some of them are written in two ways. */
export const worldOf = (random: Random, people: number): World => {
  const rank = zipf(random, people)
  const place = zipf(random, codes.length)
  const spellings = Array.from({ length: people }, (_, number) => {
    const name = `${family[number % family.length]} ${given[Math.floor(number / family.length) % given.length]} ${romanOf(number)}`
    const country = codes[(number * 7) % codes.length] as string
    return (number % 5 === 0 ? [name, name.replace(' ', '-')] : [name]).map(
      (spelt): Person => ({
        id: personId(spelt, country),
        name: spelt,
        office: offices[number % offices.length] as string,
        country,
      }),
    )
  })
  return {
    countries: codes,
    person: () => random.pick(spellings[rank()] as Person[]),
    country: () => codes[place()] as string,
  }
}

/** Numbers in letters, so that names hold none. */
const romanOf = (number: number): string => number.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string)

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf } from '../src/identity/fingerprint.ts'
import { createResolver, type IdentityDocument } from '../src/identity/resolver.ts'
import { engagementId, personId } from '../src/kernel/ids.ts'
import { byTurns, type Row, secondsOf } from './row.ts'
import { type Random, randomFrom } from './synthetic/random.ts'

const turns = 3

/** Identity alone, document by document, each difference observed: how the time of one document grows with their number. */
export const run = async (): Promise<Row[]> => [await growth(10_000, 1_000), await growth(1_000, 100), await mostReported(5_000)]

const growth = async (many: number, few: number): Promise<Row> => {
  const [larger, smaller] = await byTurns(
    turns,
    () => identify(documents(many)),
    () => identify(documents(few)),
  )
  return {
    figure: `identify ${many} documents`,
    values: larger,
    unit: 'documents/s',
    beside: { figure: `${few} documents`, values: smaller },
  }
}

/** One leader in one host country, told again and again: blocks must not grow with the number of reports. */
const mostReported = async (count: number): Promise<Row> => {
  const [one, many] = await byTurns(
    turns,
    () => identify(documents(count, 1)),
    () => identify(documents(count)),
  )
  return {
    figure: `identify ${count} documents about one leader`,
    values: one,
    unit: 'documents/s',
    beside: { figure: 'about 120 leaders', values: many },
  }
}

const identify = async (all: readonly IdentityDocument[]): Promise<number> => {
  const resolver = createResolver(tables)
  resolver.difference()
  let next = 0
  const seconds = await secondsOf(() => {
    for (const document of all) {
      resolver.put(document)
      resolver.observe(resolver.difference().map((change) => ({ id: `link-${next++}`, ...change })))
    }
  })
  return all.length / seconds
}

const table = (name: string): string => readFileSync(join(import.meta.dirname, `../src/identity/gazetteer/${name}.tsv`), 'utf8')
const tables = { people: table('people'), tenures: table('tenures'), coverage: table('coverage') }

/** Heads of state and government of the gazetteer: name, office, role, country. */
const leaders = table('tenures')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , role]) => role === 'head-of-state' || role === 'head-of-government')
  .map(([person, office, role, country]) => ({
    person: person as string,
    office: office as string,
    role: role as string,
    country: country as string,
  }))

/** Five documents or so tell of each visit, with the whole date, the day without its year, or no date. */
const documents = (count: number, of = 120): IdentityDocument[] => {
  const random = randomFrom(11)
  const guests = leaders.filter(({ country }) => country !== 'VN').slice(0, of)
  const hosts = leaders.filter(({ country }) => country === 'VN')
  return Array.from({ length: count }, (_, n) => documentOf(n, visitOf(random.below(Math.ceil(count / 5)), guests), hosts, random))
}

type Leader = (typeof leaders)[number]

const visitOf = (number: number, guests: readonly Leader[]) => {
  const random = randomFrom(number + 1)
  return { guest: random.pick(guests), year: 1995 + random.below(28), month: 1 + random.below(12), day: 1 + random.below(26) }
}

const documentOf = (
  n: number,
  { guest, year, month, day }: ReturnType<typeof visitOf>,
  hosts: readonly Leader[],
  random: Random,
): IdentityDocument => {
  const sha256 = createHash('sha256').update(`document ${n}`).digest('hex')
  const [host, form] = [random.pick(hosts), random.below(4)]
  const two = (value: number) => String(value).padStart(2, '0')
  const start = [`${year}-${two(month)}-${two(day)}`, `XXXX-${two(month)}-${two(day)}`, `${year}-${two(month)}`, undefined][form]
  const person = ({ person: id, office, role, country }: Leader) => {
    const name = id.slice(0, -3).replaceAll('-', ' ')
    return { id: personId(name, country), name, office, role, country }
  }
  const [visit, beside] = [engagementId(sha256, 'visit', 10), { narrative: 'news', scope: 'interstate' }]
  const text = `${guest.person} ${host.person} ${start} ${Array.from({ length: 60 }, () => words[random.below(words.length)]).join(' ')}`
  return {
    stream: `document/${sha256}`,
    fingerprint: fingerprintOf(text),
    claims: [
      {
        type: 'VisitStarted',
        data: { visit, visitors: [person(guest)], host: 'VN', kind: 'official', ...(start ? { start } : {}), ...beside },
      },
      {
        type: 'MeetingHeld',
        data: {
          meeting: engagementId(sha256, 'meeting', 60),
          visit,
          participants: [person(host), person(guest)],
          form: 'talks',
          ...(start && form < 2 ? { date: start } : {}),
          ...beside,
        },
      },
      {
        type: 'AgreementSigned',
        data: {
          agreement: engagementId(sha256, 'agreement', 90),
          visit,
          title: `Hiệp định về ${words[(year * 12 + month) % words.length]} và ${words[day]}`,
          instrument: 'agreement',
          count: 1,
          countQualifier: 'exact',
          parties: [guest.country, 'VN'].sort(),
          ...beside,
        },
      },
    ],
  }
}

const words = (
  'hàng không|đường biển|giáo dục|du lịch|năng lượng|thủy lợi|dầu khí|nông nghiệp|hải quan|tư pháp|y tế|văn hóa|thể thao|khoa học|công nghệ|ngân hàng|bảo hiểm|đầu tư|thương mại|lao động|' +
  'môi trường|khí hậu|viễn thông|bưu chính|đường sắt|cảng biển|thủy sản|lâm nghiệp|khoáng sản|điện lực'
).split('|')

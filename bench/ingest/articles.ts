import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, randomFrom } from '../synthetic/random.ts'

/** An article of news, written out of the templates below: as many as wanted, hardly two alike. */
export function* articles(count: number, seed = 7): Generator<{ name: string; text: string }> {
  const random = randomFrom(seed)
  const leaders = leadersOf(join(import.meta.dirname, '../../src/identity/gazetteer/tenures.tsv'))
  const home = leaders.filter(({ country }) => country === 'VN')
  const away = leaders.filter(({ country }) => countries.has(country))
  for (let n = 0; n < count; n++) {
    const [host, guest] = [random.pick(home), random.pick(away)]
    const country = countries.get(guest.country) as string
    const [day, month, year] = [1 + random.below(26), 1 + random.below(12), 1995 + random.below(28)]
    const told = random.pick(bodies)({
      host,
      guest,
      country,
      date: `${day}/${month}`,
      until: `${day + 2}/${month}`,
      year,
      number: 2 + random.below(20),
    })
    yield { name: `article-${n}`, text: `${guest.title} thăm Việt Nam, bản tin số ${n}\n\n${told.join('\n\n')}\n\n${filler(random)}` }
  }
}

interface Leader {
  readonly title: string
  readonly office: string
  readonly country: string
}

interface Facts {
  readonly host: Leader
  readonly guest: Leader
  readonly country: string
  readonly date: string
  readonly until: string
  readonly year: number
  readonly number: number
}

const countries = new Map(
  Object.entries({
    LA: 'Lào',
    KH: 'Campuchia',
    KZ: 'Kazakhstan',
    MN: 'Mông Cổ',
    SG: 'Singapore',
    IN: 'Ấn Độ',
    CU: 'Cuba',
    RU: 'Nga',
    JP: 'Nhật Bản',
    AU: 'Australia',
  }),
)

const bodies: readonly ((facts: Facts) => string[])[] = [
  ({ host, guest, country, date, until }) => [
    `Sáng ${date}, ${guest.office} ${country} ${guest.title} đã đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam đến ngày ${until}.`,
    `Chiều cùng ngày, ${host.office} ${host.title} đã hội đàm với ${guest.office} ${guest.title}. Hai bên nhất trí thúc đẩy hợp tác kinh tế, thương mại và giáo dục.`,
  ],
  ({ host, guest, country, date, year, number }) => [
    `Ngày ${date}/${year}, tại Hà Nội, ${host.office} ${host.title} đã tiếp ${guest.office} ${country} ${guest.title}.`,
    `Sau cuộc tiếp, hai nhà lãnh đạo chứng kiến lễ ký ${number} văn kiện hợp tác. Kim ngạch thương mại hai chiều năm ${year - 1} đạt ${number},4 tỷ USD.`,
  ],
  ({ host, guest, country, date, year }) => [
    `${guest.office} ${country} ${guest.title} sẽ thăm cấp Nhà nước tới Việt Nam từ ngày ${date}/${year} theo lời mời của ${host.office} ${host.title}.`,
    `Năm ${year - 8}, hai nước thiết lập quan hệ đối tác chiến lược. Dự kiến, ${host.office} ${host.title} sẽ chủ trì lễ đón và hội đàm với ${guest.office} ${guest.title}.`,
  ],
]

const sentences = [
  'Hai bên đánh giá cao những bước tiến của quan hệ song phương trong thời gian qua.',
  'Các bộ, ngành được giao phối hợp chặt chẽ để triển khai những thỏa thuận đã đạt được.',
  'Hợp tác giáo dục, du lịch và giao lưu nhân dân tiếp tục được mở rộng.',
  'Trao đổi về tình hình khu vực, hai bên chia sẻ tầm quan trọng của hòa bình và ổn định.',
  'Doanh nghiệp hai nước mong muốn thủ tục thông thoáng hơn ở cửa khẩu.',
]

const filler = (random: Random): string => Array.from({ length: 4 + random.below(8) }, () => random.pick(sentences)).join(' ')

const leadersOf = (file: string): Leader[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([, , role]) => role === 'head-of-state' || role === 'head-of-government')
    .map(([person, office, , country]) => ({ title: nameOf(person as string), office: office as string, country: country as string }))

/** `karim-masimov.kz` → `Karim Masimov`. */
const nameOf = (person: string): string =>
  person
    .replace(/\.[a-z]+$/, '')
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

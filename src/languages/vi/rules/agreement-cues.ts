import type { Item } from '../../../kernel/rule.ts'
import { order } from './list-place.ts'

/** Words around an instrument that tell whether it was signed now, before, will be, or is only spoken of. */
const words: Readonly<Record<string, string>> = {
  'đàm phán': 'negotiate',
  'thúc đẩy': 'push',
  sớm: 'soon',
  'triển khai': 'implement',
  'thực hiện': 'implement',
  'thực thi': 'implement',
  'tuân thủ': 'comply',
  'phê chuẩn': 'ratify',
  'hiệu lực': 'in-force',
  'có hiệu lực': 'in-force',
  'kỷ niệm': 'anniversary',
  'trên cơ sở': 'on-basis',
  'đạt được': 'reach',
  'rút khỏi': 'withdraw',
  rút: 'withdraw',
  'gia nhập': 'join',
  'tham gia': 'join',
  'khuôn khổ': 'framework',
  'trong khuôn khổ': 'framework',
  theo: 'according',
  'hoàn tất': 'complete',
  'xây dựng': 'build',
  'tiến tới': 'towards',
  'hướng tới': 'towards',
  'xem xét': 'consider',
  'nghiên cứu': 'consider',
  'gia hạn': 'extend',
  'sửa đổi': 'amend',
  'tôn trọng': 'comply',
  'phát huy': 'implement',
  'tận dụng': 'implement',
  'hủy bỏ': 'withdraw',
  'đóng góp': 'contribute',
  'sau khi': 'after',
  'kể từ khi': 'since',
  'kể từ': 'since',
  từ: 'since',
  'thành viên': 'member',
  'đối với': 'regarding',
  'nhất trí': 'agree',
  'thống nhất': 'agree',
  'hoan nghênh': 'welcome',
  'đề nghị': 'propose',
  'ủng hộ': 'support',
  'tuyên bố': 'declare',
  'khẳng định': 'affirm',
  đang: 'ongoing',
  trước: 'before',
  'trước đó': 'before',
  'trước đây': 'before',
  'năm qua': 'lately',
  'những năm qua': 'lately',
  'thời gian qua': 'lately',
  'đến nay': 'lately',
  'sau đó': 'then',
  dịp: 'occasion',
  'kết thúc': 'end',
  'sau hội đàm': 'after-talks',
  sau: 'after',
  'chứng kiến': 'witness',
  được: 'passive',
  'nhân dịp': 'occasion',
  việc: 'nominal',
  'lộ trình': 'towards',
  nêu: 'states',
  trong: 'in',
  'dự thảo': 'draft',
  mới: 'new',
  năm: 'years',
  'liên quan': 'regarding',
  'vi phạm': 'breach',
  'bảo vệ': 'comply',
  'thảo luận': 'consider',
  'trao đổi': 'consider',
  'cam kết': 'affirm',
  'quy định': 'comply',
  'có thể': 'may',
  muốn: 'may',
  'tập đoàn': 'firm',
  'công ty': 'firm',
  hãng: 'firm',
  'doanh nghiệp': 'firm',
  'ngân hàng': 'firm',
  bộ: 'ministry',
  'hai bên': 'both-sides',
  'hai nước': 'both-sides',
}

/** Cues of the words before (`b:`) and after (`a:`) a title, each with the verb that rules it. */
export const agreementCues = (items: readonly Item[], from: number, to: number): string[] => {
  const cues = new Set<string>()
  let verb: string | null = null
  let aspect: string | null = null
  let signer: string | null = null
  for (let i = from - 1; i >= Math.max(0, from - 16); i--) {
    const { kind } = items[i] as Item
    if (kind === 'mark;' || kind === 'mark:') {
      if (from - i > 1) break
      cues.add('listed')
      continue
    }
    const near = from - i <= 4 ? 'b1:' : 'b2:'
    const told = wordAt(items, i)
    if (told) cues.add(near + told)
    const head = verbOf(kind)
    if (head) {
      cues.add(near + head)
      verb ??= head
    }
    if (kind.startsWith('asp.')) {
      cues.add(near + kind)
      if (from - i <= 9) aspect ??= kind
    }
    if (kind === 'firm' || kind === 'own') cues.add('b:firm')
    if (verb !== null && signer === null && signers.test(kind)) {
      signer = kind
      cues.add(`by:${kind}`)
    }
    if (kind === 'instrument' && order(items, i, from)) cues.add('listed')
  }
  cues.add(`verb:${verb ?? 'none'}`)
  cues.add(`verb:${verb ?? 'none'}+${aspect ?? 'none'}`)
  let after: string | null = null
  for (let i = to; i < Math.min(items.length, to + 8); i++) {
    const { kind } = items[i] as Item
    if (kind === 'mark;' || kind === 'mark.' || (kind === 'mark,' && i > to)) break
    const told = wordAt(items, i)
    if (told) cues.add(`a:${told}`)
    const head = verbOf(kind)
    if (head) {
      cues.add(`a:${head}`)
      after ??= head
    }
    if (kind.startsWith('asp.')) cues.add(`a:${kind}`)
    if (kind === 'when') cues.add('a:when')
    if (kind === 'firm') cues.add('a:firm')
  }
  if (after && !verb) cues.add(`then:${after}`)
  return [...cues]
}

const sayings: ReadonlyMap<string, string> = new Map(Object.entries(words))

/** What the longest phrase that ends at an item says: a phrase is one item where the lexicon has it, else its syllables. */
const wordAt = (items: readonly Item[], at: number): string | null => {
  let phrase = ''
  let told: string | null = null
  for (let i = at; i >= Math.max(0, at - 2); i--) {
    phrase = `${(items[i] as Item).key}${phrase && ' '}${phrase}`
    told = sayings.get(phrase) ?? told
  }
  return told
}

/** Who may stand as the subject of a verb of signing: “hai nước đã ký” tells more often of the past than “hai bên ký”. */
const signers = /^(?:pair\.|person$|country$|delegation$|firm$|group$|portfolio$)/

const verbOf = (kind: string): string | null => {
  if (kind === 'v.sign' || kind === 'n.sign') return 'sign'
  if (kind === 'v.exchange') return 'exchange'
  if (kind === 'v.adopt') return 'adopt'
  if (kind === 'v.witness') return 'witness'
  return null
}

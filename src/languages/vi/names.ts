import type { Word } from '../words.ts'

/**
 * Names of people as news write them: Vietnamese (`Nguyễn Thị Kim Ngân`), Sino-Vietnamese (`Tập Cận Bình`), Korean
 * with plain or spaced hyphens (`Moon Jae - in`), initials (`Nursultan A. Nazarbayev`), particles (`Ursula von der
 * Leyen`), apostrophes (`Peter O ' Neill`), transcriptions (`I-xlam Ca-ri-mốp`).
 */
export interface NameFound {
  readonly to: number
  readonly text: string
  readonly parts: readonly string[]
}

const surnames = new Set(
  'nguyễn trần lê phạm phan vũ võ hoàng huỳnh đặng bùi đỗ hồ ngô dương đinh trương nông phùng lương mai tòng uông đào đoàn cao chu tạ lâm tống trịnh quách triệu vương hà tô lưu thái lý đồng kiều la lại nghiêm văn từ sùng mùa giàng thào điểu y châu thân khuất cù hầu phó bế đàm lò ông'.split(
    ' ',
  ),
)
const particles = new Set('bin al el van von de da der den ibn la le dos binti ul di du bint ben mac y abu'.split(' '))
const korean = new Set(
  'in un hye wha gyon gyun yong sung hyun gwon won jong il nam ok kyu sik hui yon hyok chol ho hae hwan bin kyung yeon eun min soo su young hoon seok jae joo ju jin geun hyon pyo sop suk kwon yol yeol woo sun gyong rim guk sok myong'.split(
    ' ',
  ),
)
/** Family names whose bearers have two given syllables, the second small after a hyphen: “Min Gap - ryong”. */
const koreanSurnames = new Set(
  'kim lee yi ri park pak moon choi choe chung jung jeong cho jo kang yoon yun jang lim im han oh seo suh shin sin kwon hwang ahn an song hong yang ban roh noh ko koh min ryu yoo nam ha son bae baek'.split(
    ' ',
  ),
)
/** Capitalised words that open a clause or name something else, never a person. */
const neverNames = new Set(
  'ngày sáng chiều tối trưa đêm theo tại trong ngoài sau trước trên dưới khi nhân với về từ để và cùng đây đó các những một hai ba bốn năm tháng ảnh ông bà hiệp nghị bản tuyên thông hội diễn đảng nhà quốc chính bộ ban ủy nước phủ điện trung đại học viện tập đoàn công ty nhóm khu sân bay cộng hòa liên vương đông nam tây bắc biển châu thế giới tuần lễ reuters afp ap tass tân hoa xã ttxvn bbc cnn vov vnexpress twitter facebook đối tác toàn diện chiến lược hòa bình năm qua hôm đoàn phái hoàng gia đài báo tờ hãng cảng đảo sông vịnh cầu đường phố quận tỉnh thành tp lễ quỹ dự luật nghị quyết chương trình kế hoạch thỏa thuận bên phía quân lực cách mạng'.split(
    ' ',
  ),
)

/** What opens the name of a body, its first word capitalised: “Văn phòng”, “Cơ quan”; never somebody's one name. */
const bodies = new Set(
  'văn phòng|cơ quan|hội đồng|trung tâm|tổng cục|cục cảnh|lực lượng|bộ phận|tòa án|đài phát|hạm đội|thượng viện|hạ viện'.split('|'),
)

/** Whether the syllable is a Vietnamese family name. */
export const isSurname = (key: string): boolean => surnames.has(key)

/** A letter that only Vietnamese writes, or a plain syllable: used to tell Vietnamese names from foreign ones. */
export const isVietnameseName = (parts: readonly string[]): boolean =>
  parts.length >= 2 &&
  surnames.has((parts[0] as string).toLowerCase()) &&
  parts.every((part) => /^\p{L}{1,6}$/u.test(part)) &&
  parts.some((part) => /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i.test(part))

/**
 * The name that starts at a word, at most eight words. `stops` tells words that begin something of another kind
 * (an office, a country in full); `strong` is true after an office or an honorific, where one word is enough.
 */
export const nameAt = (words: readonly Word[], at: number, stops: (i: number) => boolean, strong: boolean): NameFound | null => {
  const first = words[at]
  if (!first?.capital || first.kind !== 'letter') return null
  if (neverNames.has(first.key) && !(surnames.has(first.key) && words[at + 1]?.capital && words[at + 2]?.capital)) return null
  const second = words[at + 1]
  if (second && !second.capital && bodies.has(`${first.key} ${second.key}`)) return null
  const parts = [first.text]
  let i = at + 1
  const vietnamese = surnames.has(first.key)
  const longest = vietnamese ? 5 : 8
  while (i < words.length && parts.length < longest && i - at < 24) {
    const word = words[i] as Word
    const next = words[i + 1]
    if (word.capital && word.kind === 'letter') {
      if (stops(i)) break
      if (neverNames.has(word.key) && !(vietnamese && parts.length < 3)) break
      parts.push(word.text)
      i++
    } else if (word.key === '-' && next?.kind === 'letter') {
      const tight = word.start === words[i - 1]?.end && next.start === word.end
      const koreanPart =
        !next.capital && /^[a-z]+$/.test(next.text) && (korean.has(next.key) || (parts.length === 2 && koreanSurnames.has(first.key)))
      const koreanCapital = next.capital && korean.has(next.key) && parts.length <= 2
      const doubled =
        next.capital &&
        !stops(i + 1) &&
        parts.length === 1 &&
        words[i + 2]?.capital === true &&
        words[i + 2]?.kind === 'letter' &&
        !stops(i + 2) &&
        !neverNames.has(next.key)
      const double =
        parts.length >= 2 &&
        next.capital &&
        /^[A-Z]/.test(first.text) &&
        /^[A-Za-z]+$/.test(next.text) &&
        /^[A-Za-z]+$/.test(words[i - 1]?.text ?? '') &&
        !stops(i + 1) &&
        words[i + 2]?.key !== '-' &&
        words[i + 2]?.capital !== true &&
        tight
      const before = words[i - 1]?.text ?? ''
      const servant = /^Abd[eu]l$/.test(before) && /^[A-Za-z]+$/.test(next.text)
      const article = servant || (parts.length <= 2 && next.capital && /^(?:El|Al|Ben|Bin|Ould|Abd|al|el)$/.test(before))
      if (article || (tight && (next.capital ? !stops(i + 1) : true)) || koreanPart || koreanCapital || doubled || double) {
        parts[parts.length - 1] += `-${next.text}`
        i += 2
      } else break
    } else if (isNickname(words, i) && !vietnamese && !stops(i + 3)) {
      i += 3
    } else if (
      word.text === '.' &&
      words[i - 1]?.end === word.start &&
      (words[i - 1]?.text.length ?? 9) <= 2 &&
      words[i - 1]?.capital &&
      next?.capital
    ) {
      i++
    } else if ((word.text === "'" || word.text === '’') && next?.capital && (words[i - 1]?.text.length ?? 9) <= 2) {
      parts[parts.length - 1] += `'${next.text}`
      i += 2
    } else if (
      particles.has(word.key) &&
      !word.capital &&
      next?.capital &&
      !stops(i + 1) &&
      parts.length < longest - 1 &&
      !vietnamese &&
      /^[a-z]+$/.test(word.text)
    ) {
      parts.push(word.text)
      i++
    } else if (particles.has(word.key) && next?.key === '-' && words[i + 2]?.capital && !vietnamese && /^[a-z]+$/.test(word.text)) {
      parts.push(`${word.text}-${(words[i + 2] as Word).text}`)
      i += 3
    } else if (
      particles.has(word.key) &&
      /^[a-z]+$/.test(word.text) &&
      next &&
      particles.has(next.key) &&
      words[i + 2]?.capital &&
      !vietnamese
    ) {
      parts.push(word.text)
      i++
    } else break
  }
  if (!strong && parts.length < 2) return null
  return { to: i, text: '', parts }
}

/** “Teodoro "Teddyboy" Locsin”: one word in quotation marks between two names. */
const isNickname = (words: readonly Word[], i: number): boolean =>
  /^["“]$/.test(words[i]?.text ?? '') &&
  /^["”]$/.test(words[i + 2]?.text ?? '') &&
  [words[i + 1], words[i + 3]].every((word) => word?.capital === true && /^[A-Za-z]+$/.test(word.text))

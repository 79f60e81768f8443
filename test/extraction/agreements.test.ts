import { describe, expect, it } from 'vitest'
import { draftsOf } from '../../src/extraction/document.ts'
import type { AgreementDraft } from '../../src/kernel/reading.ts'
import { anyDigest, extractor } from './told.ts'

const lead = 'Chiều 5/3, tại Hà Nội, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.'

interface Told {
  readonly type: string
  readonly title?: string
  readonly count: number | null
  readonly narrative: string
  readonly date?: string
  readonly role?: string
  readonly parties: readonly string[]
}

/** What the document tells of instruments after the talks that it opens with. */
const told = (text: string): Told[] =>
  extractor
    .extract(`${lead}\n${text}`, anyDigest)
    .claims.filter(({ type }) => type.startsWith('Agreement'))
    .map(({ type, data }) => ({ type, ...(data as Omit<Told, 'type'>) }))

describe('agreements', () => {
  it('counts what is only counted, without a title, on the day of the talks', () => {
    const [total, ...rest] = told('Kết thúc hội đàm, hai Thủ tướng chứng kiến lễ ký bảy văn kiện hợp tác giữa các bộ, ngành hai nước.')
    expect(total).toMatchObject({ type: 'AgreementSigned', count: 7, date: 'XXXX-03-05', role: 'signed', parties: ['LA', 'VN'] })
    expect(total?.title).toBeUndefined()
    expect(rest).toEqual([])
  })

  it('knows a total told twice as one, and an indefinite number as no number', () => {
    expect(told('Hai bên ký 17 văn kiện hợp tác.\nVới 17 văn kiện được ký kết, quan hệ hai nước bước sang giai đoạn mới.')).toHaveLength(1)
    expect(told('Hai bên đã ký nhiều văn kiện hợp tác.')).toMatchObject([{ type: 'AgreementSigned', count: null }])
  })

  it('keeps titles whole, with their “và”, verbs used as nouns and syllables that elsewhere end a title', () => {
    const titles = told(
      'Hai bên đã ký Bản ghi nhớ về nâng cao năng lực kiểm dịch và hợp tác chế tạo máy giữa Bộ Công Thương Việt Nam và Bộ Công Thương Lào, Hiệp định vận tải hàng không và Nghị định thư về kiểm dịch đối với thịt bò xuất khẩu.',
    ).map(({ title }) => title)
    expect(titles).toEqual([
      'Bản ghi nhớ về nâng cao năng lực kiểm dịch và hợp tác chế tạo máy giữa Bộ Công Thương Việt Nam và Bộ Công Thương Lào',
      'Hiệp định vận tải hàng không',
      'Nghị định thư về kiểm dịch đối với thịt bò xuất khẩu',
    ])
  })

  it('knows an instrument that is spoken of again by its kind alone', () => {
    expect(
      told('Hai bên đã ký Hiệp định vận tải hàng không.\nHiệp định này được ký sau ba năm đàm phán.').map(({ title }) => title),
    ).toEqual(['Hiệp định vận tải hàng không'])
  })

  it('keeps “tự do” within a title, and knows the block that it names', () => {
    expect(told('Hai bên đã ký Hiệp định thương mại giữa Việt Nam và Khối mậu dịch tự do châu Âu.')).toMatchObject([
      { title: 'Hiệp định thương mại giữa Việt Nam và Khối mậu dịch tự do châu Âu', parties: ['EFTA', 'VN'] },
    ])
  })

  it('takes a capital before the verb for its state, and a language for no state', () => {
    expect(told('Năm 2014, Manila đã ký Hiệp định hợp tác quốc phòng với Washington.')).toMatchObject([{ parties: ['PH', 'US'] }])
    expect(told('Hai bên đã ký Hiệp định dạy tiếng Anh.')).toMatchObject([{ parties: ['LA', 'VN'] }])
  })

  it('takes one instrument with its short name for one', () => {
    expect(told('Hai bên đã ký Hiệp định thương mại tự do (FTA).').map(({ title }) => title)).toEqual(['Hiệp định thương mại tự do (FTA)'])
  })

  it.each([
    ['Hai bên đã ra Tuyên bố chung về tăng cường hợp tác biên giới.', 'AgreementSigned', 'news'],
    ['Dự kiến hai bên sẽ ký Hiệp định về dẫn độ trong năm tới.', 'AgreementAnnounced', 'news'],
    ['Hai bên nhất trí sớm ký kết Hiệp định về dẫn độ.', 'AgreementAnnounced', 'news'],
    ['Hai bên nhất trí triển khai hiệu quả Hiệp định thương mại biên giới Việt Nam - Lào.', 'AgreementReferenced', 'news'],
    ['Hiệp định hoạch định biên giới Việt Nam - Lào được ký năm 1977.', 'AgreementSigned', 'background'],
  ])('%s', (text, type, narrative) => {
    expect(told(text)).toMatchObject([{ type, narrative }])
  })

  it('reads a list over lines as its heading says', () => {
    const list = told(
      'Hai bên đã ký ba văn kiện hợp tác.\nCác văn kiện gồm:\n1. Bản ghi nhớ về hợp tác logistics;\n2. Nghị định thư về kiểm dịch chè.',
    )
    expect(list.map(({ type, title }) => [type, title])).toEqual([
      ['AgreementSigned', undefined],
      ['AgreementSigned', 'Bản ghi nhớ về hợp tác logistics'],
      ['AgreementSigned', 'Nghị định thư về kiểm dịch chè'],
    ])
  })

  it('leaves agreements at large alone', () => {
    expect(told('Hai bên sẽ thực hiện tốt các thỏa thuận đã ký.')).toEqual([])
    expect(told('Hai bên hoan nghênh những thỏa thuận giữa các doanh nghiệp.')).toEqual([])
  })

  it.each([
    'Hai bên thỏa thuận với nhau về giờ họp.',
    'Hai bên đã thỏa thuận mở thêm cửa khẩu.',
    'Tuyên bố của Bộ Ngoại giao Lào nêu rõ lập trường của nước này.',
  ])('takes no verb and no word of one side for an instrument: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('does not take the day of entry into force for the day of signing', () => {
    const [referenced] = told('Hiệp định thương mại biên giới Việt Nam - Lào có hiệu lực từ ngày 1/1/2016.')
    expect(referenced?.date).toBeUndefined()
  })

  it('counts instruments of several kinds under one number once', () => {
    expect(told('Hai Thủ tướng chứng kiến lễ ký một số hiệp định và bản ghi nhớ.')).toMatchObject([
      { type: 'AgreementSigned', count: null, parties: ['LA', 'VN'] },
    ])
    expect(told('Hai bên đã ký một loạt thoả thuận mới.')).toMatchObject([{ count: null }])
  })

  it('keeps decimals and words that only look like the end of a title', () => {
    const titles = told(
      'Hai bên đã ký Hiệp định khung về khoản vay hơn 120,5 triệu USD cho tuyến đường sắt Vũng Áng và Bản ghi nhớ về an toàn hạt nhân.',
    ).map(({ title }) => title)
    expect(titles).toEqual([
      'Hiệp định khung về khoản vay hơn 120,5 triệu USD cho tuyến đường sắt Vũng Áng',
      'Bản ghi nhớ về an toàn hạt nhân',
    ])
  })

  it.each([
    'Bản ghi nhớ về cơ chế tham vấn chính trị giữa hai Bộ Ngoại giao',
    'Bản ghi nhớ về việc lập nhóm chuyên gia, hợp tác thương mại điện tử giữa Bộ Công Thương Việt Nam và Bộ Công Thương Lào',
    'Hiệp định về tàu cá đi lại tại vùng hồ chung giữa Việt Nam và Lào',
    'Bản ghi nhớ về hỗ trợ hậu cần',
  ])('keeps a title to the names of its parties: %s', (title) => {
    expect(told(`Hai bên đã ký ${title}.`).map((each) => each.title)).toEqual([title])
  })

  it.each([
    ['Biên bản xác nhận việc hoàn thành cầu Hữu nghị', 'Biên bản xác nhận việc hoàn thành cầu Hữu nghị'],
    ['Biên bản ghi nhận việc hoàn thành cầu Hữu nghị', 'Biên bản ghi nhận việc hoàn thành cầu Hữu nghị'],
    ['Bản ghi nhớ hoàn tất đàm phán hiệp định vận tải', 'Bản ghi nhớ hoàn tất đàm phán hiệp định vận tải'],
    [
      'hợp đồng cấp nước giữa hãng Sông Xanh, Hiệp hội cấp nước và tỉnh Savannakhet',
      'hợp đồng cấp nước giữa hãng Sông Xanh, Hiệp hội cấp nước và tỉnh Savannakhet',
    ],
    ['Bản ghi nhớ về kết nối "Hành lang Đông Tây" và "Con đường Chè"', 'Bản ghi nhớ về kết nối "Hành lang Đông Tây" và "Con đường Chè"'],
    ['một thỏa thuận trị giá 3 tỷ USD với Lào', 'thỏa thuận trị giá 3 tỷ USD với Lào'],
    ['một biên bản ghi nhớ để giúp Lào trồng chè', 'biên bản ghi nhớ để giúp Lào trồng chè'],
    ['Hiệp định vận tải để hàng hóa đi lại nhanh hơn', 'Hiệp định vận tải'],
    ['Hiệp định thương mại trị giá 3 tỷ USD', 'Hiệp định thương mại'],
    ['hợp đồng mua tàu với tổng trị giá 3 tỷ USD', 'hợp đồng mua tàu'],
    [
      'Bản ghi nhớ "Về trồng chè trên núi" giữa Bộ Công Thương Lào và Bộ Công Thương Việt Nam',
      'Bản ghi nhớ "Về trồng chè trên núi" giữa Bộ Công Thương Lào và Bộ Công Thương Việt Nam',
    ],
  ])('ends the title of “%s” where it ends', (written, title) => {
    expect(told(`Hai Thủ tướng đã chứng kiến lễ ký kết ${written}.`).map((each) => each.title)).toEqual([title])
  })

  it.each([
    ['Hai bên thay thế Hiệp định ký năm 1996.', 'Hiệp định ký năm 1996'],
    ['Hai bên phê chuẩn Hiệp định ký ngày 5/3/1996 về vận tải biển.', 'Hiệp định ký ngày 5/3/1996 về vận tải biển'],
    ['Hai bên phê chuẩn Hiệp định được ký năm 1996.', 'Hiệp định'],
  ])('takes the clause that sets a bare instrument apart for its title: %s', (text, title) => {
    const { document } = extractor.read(text, anyDigest)
    expect(
      draftsOf<AgreementDraft>(document, 'agreement').map(({ draft }) => draft.title && text.slice(draft.title.start, draft.title.end)),
    ).toEqual([title])
  })

  it.each([
    ['Hai bên đã ký năm văn kiện hợp tác về thương mại, đầu tư, du lịch, nghề cá, trong đó có Bản ghi nhớ về hợp tác logistics.'],
    ['Hai bên đã ký năm văn kiện hợp tác.\nTrong đó có Bản ghi nhớ về hợp tác logistics.'],
    ['Hai bên đã ký năm văn kiện hợp tác, gồm: Kế hoạch hợp tác giáo dục; tặng một trường học; Bản ghi nhớ về hợp tác logistics.'],
    ['Hai bên đã ký năm văn kiện hợp tác trong lĩnh vực tài chính, văn hóa, giáo dục và Bản ghi nhớ về hợp tác logistics.'],
  ])('reads what a total is opened into as the total is read: %s', (text) => {
    expect(told(text)).toContainEqual(expect.objectContaining({ type: 'AgreementSigned', title: 'Bản ghi nhớ về hợp tác logistics' }))
  })

  it('does not count “văn kiện” beside the number or the title of what was signed', () => {
    expect(told('Hai bên ký 17 văn kiện hợp tác.\nSau lễ ký kết văn kiện, hai Thủ tướng họp báo.')).toMatchObject([{ count: 17 }])
    expect(told('Hai bộ trưởng chứng kiến lễ ký bản ghi nhớ.\nHai bên đã ký Bản ghi nhớ về hợp tác logistics.')).toMatchObject([
      { title: 'Bản ghi nhớ về hợp tác logistics' },
    ])
  })

  it('knows an instrument by its initials alone', () => {
    expect(
      told('Năm 2019, hai bên đã ký Hiệp định thương mại tự do (EVFTA).\nNăm 2019, hai bên đã ký EVFTA.').map(({ title }) => title),
    ).toEqual(['Hiệp định thương mại tự do (EVFTA)'])
  })

  it('reads and dates all of a list by the verb that closes it', () => {
    expect(told('Hiệp định vận tải biển và Hiệp định tương trợ tư pháp được ký tháng 3/2016.')).toMatchObject([
      { title: 'Hiệp định vận tải biển', date: '2016-03', narrative: 'background' },
      { title: 'Hiệp định tương trợ tư pháp', date: '2016-03', narrative: 'background' },
    ])
  })

  it('takes what is signed before something to come for something to come', () => {
    expect(told('Sau lễ ký bảy văn kiện hợp tác, ngày 9/3 hai Thủ tướng sẽ họp báo.')).toMatchObject([
      { type: 'AgreementAnnounced', count: 7 },
    ])
    expect(told('Sau lễ ký bảy văn kiện hợp tác, hai Thủ tướng đã họp báo.')).toMatchObject([{ type: 'AgreementSigned', count: 7 }])
  })

  it('dates an instrument with the year that it goes by', () => {
    expect(told('Hai bên đã ký Hiệp định năm 2010 về vận tải biển.')).toMatchObject([{ date: '2010' }])
  })

  it('dates a list with the year that opens it', () => {
    const list = told('Năm 2002, hai bên đã ký Hiệp định vận tải biển; Hiệp định tương trợ tư pháp; Hiệp định tránh đánh thuế hai lần.')
    expect(list.map(({ date }) => date)).toEqual(['2002', '2002', '2002'])
  })

  it.each([
    ['an instrument known by its name', 'Hai bên thúc đẩy việc sớm phê chuẩn Hiệp định thương mại tự do (EVFTA).', ['EU', 'VN']],
    ['the other one of its list', 'Hai bên hoan nghênh Hiệp định thương mại Việt Nam - EU và Hiệp định bảo hộ đầu tư.', ['EU', 'VN']],
    ['those who always go by its name', 'Năm 2007, hai bên đã ký Hiệp định khung về thương mại và đầu tư (TIFA).', ['US', 'VN']],
    ['the two spoken of, where its name is that of another', 'Hai bên đã ký Tuyên bố Bình Nhưỡng giữa hai nước.', ['LA', 'VN']],
    ['no city and no organisation that it is only about', 'Hai bên đã ký Bản ghi nhớ về hợp tác gìn giữ hoà bình LHQ.', ['LA', 'VN']],
  ])('gives an instrument the parties of %s', (_, text, parties) => {
    const found = told(text)
    expect(found.length).toBeGreaterThan(0)
    for (const each of found) expect(each.parties).toEqual(parties)
  })
})

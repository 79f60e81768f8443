export interface ViewWords {
  readonly title: string
  readonly says: string
  readonly keyed: string
}

/** The shipped views in Vietnamese; in English a view speaks for itself. A test holds the names to the register. */
export const viewsInVietnamese: Readonly<Record<string, ViewWords>> = {
  'agreement-counts': {
    title: 'Số văn kiện',
    says: 'Hai nước đã ký, công bố hoặc nhắc đến bao nhiêu văn kiện, mỗi văn kiện tính một lần. Chỉ cần có hoạt động là có dòng.',
    keyed: 'cặp nước, mã xếp theo thứ tự: KZ-VN',
  },
  'country-relations': {
    title: 'Quan hệ giữa các nước',
    says: 'Hai nước đã có gì với nhau, theo thứ tự. Chỉ gồm hoạt động giữa các nhà nước.',
    keyed: 'cặp nước, mã xếp theo thứ tự: KZ-VN',
  },
  documents: {
    title: 'Văn bản',
    says: 'Mọi văn bản: biết gì về nó, ghi nhận được gì và bỏ qua câu nào.',
    keyed: 'SHA-256 của các byte gốc, 64 chữ số hệ 16',
  },
  'leader-histories': {
    title: 'Hoạt động của lãnh đạo',
    says: 'Mỗi nhà lãnh đạo đã làm gì, theo thứ tự, với chức vụ và tên như trong văn bản.',
    keyed: 'mã của người: nguyen-tan-dung.vn',
  },
  meetings: {
    title: 'Cuộc gặp',
    says: 'Mỗi cuộc gặp một lần, dù bao nhiêu văn bản kể lại.',
    keyed: 'mã của cuộc gặp',
  },
  people: {
    title: 'Người',
    says: 'Mọi người được văn bản nêu tên, với mọi cách viết và mọi chức vụ.',
    keyed: 'mã của người: karim-masimov.kz',
  },
  timeline: {
    title: 'Dòng thời gian',
    says: 'Mọi hoạt động của một nước với các nước khác, theo thứ tự diễn ra.',
    keyed: 'mã nước: KZ',
  },
  'trade-figures': {
    title: 'Số liệu thương mại',
    says: 'Văn bản nói gì về thương mại, đầu tư và người giữa hai nước, theo năm; số liệu khác nhau đứng cạnh nhau.',
    keyed: 'cặp nước, mã xếp theo thứ tự: KZ-VN; một mã nếu là số liệu của một nước',
  },
  visits: {
    title: 'Chuyến thăm',
    says: 'Mỗi chuyến thăm một lần, dù bao nhiêu văn bản kể lại.',
    keyed: 'mã của chuyến thăm',
  },
}

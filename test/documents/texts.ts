import type { Input } from '../../src/documents/document.ts'

/** An article written for these tests. */
export const article = [
  'Thủ tướng Mông Cổ thăm chính thức Việt Nam',
  'Chiều 12/5, tại Hà Nội, Thủ tướng Phạm Minh Chính đã chủ trì lễ đón và hội đàm với Thủ tướng Mông Cổ đang ở thăm chính thức Việt Nam.',
  'Hai bên nhất trí tăng cường quan hệ hợp tác về thương mại, nông nghiệp và vận tải. Kim ngạch hai chiều năm ngoái đạt 85 triệu USD.',
  'Kết thúc hội đàm, hai Thủ tướng đã chứng kiến lễ ký ba văn kiện hợp tác giữa các bộ của hai nước.',
].join('\n\n')

export const inputOf = (content: string | Uint8Array, origin = 'article.txt', more: Partial<Input> = {}): Input => ({
  origin,
  name: origin.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
  metadata: {},
  load: async () => Buffer.from(content as Uint8Array),
  ...more,
})

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Base letters precomposed, tones as combining marks: how Windows wrote Vietnamese. */
export const toneMarked = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const parts = letter.normalize('NFD')
      return parts.replace(tones, '').normalize('NFC') + (parts.match(tones) ?? []).join('')
    })
    .join('')

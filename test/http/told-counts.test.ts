import { expect, test } from 'vitest'
import { linker } from '../../src/http/frame/links.ts'
import { toldCounts } from '../../src/http/html/told-counts.ts'
import { wordsFor } from '../../src/http/words/words.ts'

const shown = (lang: string) => ({ words: wordsFor(lang, undefined), link: linker({}) })
const counts = { 'at least 10': ['#3'], '7': ['#1', '#2'], several: ['#4'], 'about 12000': ['#5'] }
const text = (lang: string) =>
  toldCounts(shown(lang), counts, { view: 'agreement-counts', key: 'LA-VN' }, ['counts'])
    .toString()
    .replace(/<[^>]*>/g, '')

test('differing counts stand side by side, most told first, in the reader’s words', () => {
  expect(text('en')).toBe('7 (2 sources) · about 12,000 (1 source) · at least 10 (1 source) · several (1 source)')
  expect(text('vi')).toBe('7 (2 nguồn) · khoảng 12.000 (1 nguồn) · ít nhất 10 (1 nguồn) · một số (1 nguồn)')
})

test('each of them opens its own quotes', () => {
  const markup = toldCounts(shown('en'), counts, { view: 'agreement-counts', key: 'LA-VN' }, ['counts']).toString()
  expect([...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
    ['7', 'about%2012000', 'at%20least%2010', 'several'].map((said) => `/why/agreement-counts/LA-VN/counts/${said}`),
  )
})

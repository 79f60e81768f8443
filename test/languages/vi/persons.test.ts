import { describe, expect, it } from 'vitest'
import type { PersonMention } from '../../../src/kernel/reading.ts'
import { vietnamese } from '../../../src/languages/vi/index.ts'
import { tables } from './tables.ts'

const reader = vietnamese.prepare(tables)

/** Who is told in a sentence: name, office, country. */
const told = (text: string) =>
  reader
    .read(text)
    .flatMap(({ items }) => items.filter(({ kind }) => kind === 'person'))
    .map(({ value }) => value as PersonMention)
    .map(({ name, office, country }) => [name, office, country])

describe('names of people', () => {
  it('go on after a spaced hyphen, and around a nickname', () => {
    expect(told('Ông Min Gap - ryong đến Hà Nội.')).toEqual([['Min Gap - ryong', null, null]])
    expect(told('Quốc vương Faruk bin Abdul - aziz al Hamad đến Hà Nội.')).toEqual([
      ['Faruk bin Abdul - aziz al Hamad', 'Quốc vương', null],
    ])
    expect(told('Ngoại trưởng Rodolfo "Rody" Santos Jr đến Hà Nội.')).toEqual([['Rodolfo "Rody" Santos Jr', 'Ngoại trưởng', null]])
  })

  it('end where a dash sets an aside off', () => {
    expect(told('Ông Olav Berggren - người của Na Uy - đến Hà Nội.')[0]).toEqual(['Olav Berggren', null, null])
  })

  it('are no bodies', () => {
    expect(told('Bộ trưởng Văn phòng Tổng thống Myanmar Kyaw Htun đến Hà Nội.')).toEqual([
      ['Kyaw Htun', 'Bộ trưởng Văn phòng Tổng thống', 'MM'],
    ])
    expect(told('Bà Lena Weidinger, lãnh đạo Cơ quan Năng lượng Áo, đến Hà Nội.')).toEqual([
      ['Lena Weidinger', 'lãnh đạo Cơ quan Năng lượng', 'AT'],
    ])
  })
})

describe('an office', () => {
  it('that is held for another does not make the other its holder', () => {
    expect(told('Chủ tịch nước tiếp đặc phái viên của Tổng thống Weidinger.')[1]).toEqual([null, 'đặc phái viên của Tổng thống', null])
    expect(told('Ông Olav Berggren, đặc phái viên của Thủ tướng Weidinger, đến Hà Nội.')).toEqual([
      ['Olav Berggren', 'đặc phái viên của Thủ tướng', null],
    ])
    expect(told('Đặc phái viên của Tổng thống Weidinger, ông Olav Berggren, đến Hà Nội.')).toEqual([
      ['Olav Berggren', 'Đặc phái viên của Tổng thống', null],
    ])
  })

  it('of another country belongs to the name behind it, not to the Vietnamese before it', () => {
    expect(told('Nhận lời mời của Đại tướng Trần Văn Hòa, Bộ trưởng Quốc phòng Na Uy, bà Lena Berggren đến Hà Nội.')).toEqual([
      ['Trần Văn Hòa', null, null],
      ['Lena Berggren', 'Bộ trưởng Quốc phòng', 'NO'],
    ])
    expect(told('Đại tướng Trần Văn Hòa, Bộ trưởng Quốc phòng, đến Oslo.')).toEqual([['Trần Văn Hòa', 'Bộ trưởng Quốc phòng', null]])
  })

  it('of the past is written with the word that says so', () => {
    expect(told('Nguyên Chủ tịch nước Trần Văn Hòa tiếp cựu Tổng thống Áo Weidinger.').map(([, office]) => office)).toEqual([
      'Nguyên Chủ tịch nước',
      'cựu Tổng thống',
    ])
  })
})

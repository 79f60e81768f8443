import { describe, expect, test } from 'vitest'
import { eventId } from '../../src/kernel/event-id.ts'
import { engagementId, foldText, personId } from '../../src/kernel/ids.ts'

describe('ids', () => {
  test('a person is the folded name and the country', () => {
    expect(personId('Nguyễn Tấn Dũng', 'VN')).toBe('nguyen-tan-dung.vn')
    expect(personId('Lars Løkke Rasmussen', 'DK')).toBe('lars-lokke-rasmussen.dk')
    expect(personId('Kassym - Jomart Tokayev', 'KZ')).toBe(personId('Kassym-Jomart Tokayev', 'KZ'))
    expect(personId('Đặng Thị Ngọc Thịnh', null)).toBe('dang-thi-ngoc-thinh')
  })

  test('normal forms and case do not make another person', () => {
    const name = 'Nguyễn Phú Trọng'
    expect(personId(name.normalize('NFD'), 'VN')).toBe(personId(name, 'VN'))
    expect(personId(name.toUpperCase(), 'VN')).toBe(personId(name, 'VN'))
    expect(foldText('İSTANBUL ĐÀ NẴNG Straße')).toBe('istanbul da nang strasse')
  })

  test('an engagement is where its anchor starts', () => {
    expect(engagementId('0123456789abcdef'.repeat(4), 'visit', 130)).toBe('0123456789ab/v@130')
  })

  test('an event id is a function of what the event says', () => {
    const id = eventId('document/ab', 'VisitStarted', '130', { host: 'KZ' }, 0)
    expect(id).toBe(eventId('document/ab', 'VisitStarted', '130', { host: 'KZ' }, 0))
    expect(id).not.toBe(eventId('document/ab', 'VisitStarted', '130', { host: 'KZ' }, 1))
    expect(id).not.toBe(eventId('document/ab', 'VisitStarted', '131', { host: 'KZ' }, 0))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

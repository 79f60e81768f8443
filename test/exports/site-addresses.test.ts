import { describe, expect, test } from 'vitest'
import { pageOf } from '../../src/exports/site-addresses.ts'

const digest = '0123456789ab'

describe('the page of a site that an address leads to', () => {
  test.each([
    ['/', '/'],
    ['/leaders/joe-biden.us', '/leaders/joe-biden.us'],
    ['/assets/reading-room.css', '/assets/reading-room.css'],
    ['/checkpoint', '/checkpoint'],
  ])('%s is a page of its own', (address, page) => {
    expect(pageOf(address)).toBe(page)
  })

  test.each([
    ['/why/agreement-counts/KZ-VN/signed', '/why/agreement-counts/KZ-VN'],
    [`/why/visits/${digest}%2Fv@130/told/happened/when/2009-09-14`, `/why/visits/${digest}%2Fv@130`],
    [`/why/leader-histories/joe-biden.us/engagements/${digest}%2Fm@7/when`, `/engagements/${digest}/m@7`],
    ['/why/leader-histories/joe-biden.us/offices/T%E1%BB%95ng%20th%E1%BB%91ng/when', '/why/leader-histories/joe-biden.us'],
  ])('%s leads to the evidence of its row or engagement', (address, page) => {
    expect(pageOf(address)).toBe(page)
  })

  test('lists have data, and nothing else has', () => {
    for (const list of ['/leaders.csv', '/views/visits.json', '/index.json']) expect(pageOf(list)).toBe(list)
    for (const single of ['/leaders/joe-biden.us.json', '/why/visits/x.csv', `/documents/${digest}.json`, '/views/visits/x.csv'])
      expect(pageOf(single)).toBeNull()
  })

  test('what needs a server has no page', () => {
    for (const address of ['/search', '/events', '/events.json', '/changes', '/prove/12', '/review/date-without-year'])
      expect(pageOf(address)).toBeNull()
  })
})

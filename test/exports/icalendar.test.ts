import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarText, contentLine } from '../../src/exports/content-line.ts'
import type { ViewRows } from '../../src/exports/export.ts'
import { iCalendar } from '../../src/exports/icalendar.ts'
import { viewNamed, whole } from './example-ledger.ts'

const eventsOf = async (view: ViewRows) => {
  const calendar = new ICAL.Component(ICAL.parse((await whole(iCalendar.write(view, { recorded: '2024-05-13T00:00:07.000Z' }))).toString()))
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        status: component.getFirstPropertyValue('status'),
        categories: component.getFirstProperty('categories')?.getValues(),
      }
    }),
  }
}

const rowOf = (row: object): ViewRows => ({
  name: 'visits',
  rows: [
    [
      'x/v@1',
      { type: 'visit', status: 'happened', what: 'official', until: null, derived: null, host: 'KZ', visitors: {}, sources: 1, ...row },
    ],
  ],
})

describe('a calendar', () => {
  it('holds the visits, read by another program', async () => {
    const { events } = await eventsOf(await viewNamed('visits'))
    expect(events).toMatchObject([
      {
        summary: 'Oyun-Erdene (MN) → VN (official visit)',
        start: '2024-05-12',
        end: '2024-05-15',
        status: 'CONFIRMED',
        categories: ['VISIT'],
      },
      {
        summary: '~ Phạm Minh Chính (VN) → EU (working visit)',
        start: '2025-02-01',
        end: '2025-03-01',
        status: 'TENTATIVE',
        categories: ['VISIT', 'UNCERTAIN DATE'],
      },
    ])
  })

  it('leaves out what has no year, and says how many', async () => {
    const { calendar, events } = await eventsOf(await viewNamed('meetings'))
    expect(events).toEqual([])
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toBe('1 without a date that could be placed are left out.')
  })

  it.each([
    ['2009-09-14/2009-09-15', '2009-09-14', '2009-09-16', false],
    ['1959', '1959-01-01', '1960-01-01', true],
    ['[2009-09-14,2010-09-14]', '2009-09-14', '2010-09-15', true],
    ['2024-02-29', '2024-02-29', '2024-03-01', false],
  ])('%s takes the days that it can mean', async (when, start, end, isUncertain) => {
    const { events } = await eventsOf(rowOf({ when }))
    expect(events).toMatchObject([{ start, end, categories: isUncertain ? ['VISIT', 'UNCERTAIN DATE'] : ['VISIT'] }])
    expect(events[0]?.description).toContain(when)
  })

  it('says that a date was inferred', async () => {
    const { events } = await eventsOf(rowOf({ when: '2009-09-14', derived: { when: '2009-09-14', by: 'x' } }))
    expect(events[0]).toMatchObject({
      description: expect.stringContaining('inferred, not stated by any document'),
      categories: ['VISIT', 'INFERRED DATE'],
    })
  })

  it('marks a cancelled visit as cancelled', async () => {
    expect((await eventsOf(rowOf({ when: '2024-01-01', status: 'cancelled' }))).events[0]).toMatchObject({ status: 'CANCELLED' })
  })

  it('is the same file twice', async () => {
    const [a, b] = [await whole(iCalendar.write(await viewNamed('visits'))), await whole(iCalendar.write(await viewNamed('visits')))]
    expect(a).toEqual(b)
  })
})

describe('content lines', () => {
  it('are folded at 75 octets, inside no letter, and unfold to what they were: property', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ế', '😀', ' ', ',', ';', '\\', '\n'), maxLength: 300 }), (text) => {
        const line = contentLine('SUMMARY', calendarText(text))
        for (const part of line.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
          expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
        }
        expect(new ICAL.Property(ICAL.parse.property(line.replace(/\r\n /g, '').slice(0, -2))).getFirstValue()).toBe(text)
      }),
    )
  })
})

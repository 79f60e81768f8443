import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, example, ledgerWith, temporary, type World } from './run-cli.ts'

let place: Awaited<ReturnType<typeof temporary>>
let ledger: string
const on = (argv: readonly string[], world?: World) => cli([...argv, '--ledger', ledger], world)
const json = async (...argv: string[]) => JSON.parse((await on([...argv, '--json'])).out)
const tip = async (): Promise<number> => (await json('events', '--newest', '--limit', '1'))[0].position
const signed = async (): Promise<unknown> => (await json('view', 'agreement-counts', 'MN-VN')).row.signed

beforeAll(async () => {
  place = await temporary()
  ledger = await ledgerWith(place.folder, 'signing-1-total', 'kazakhstan-3-held', 'phone-talks')
}, 60_000)
afterAll(() => place.remove())

describe('a correction', () => {
  test('needs a reason and somebody who gives it', async () => {
    expect(await on(['correct', 'retract', '3'])).toMatchObject({ code: 2, err: expect.stringContaining('--because') })
    expect(await on(['correct', 'retract', '3', '--because', ' '])).toMatchObject({ code: 2 })
    const nobody = await on(['correct', 'retract', '3', '--because', 'x', '--preview'], { env: { USER: '' } })
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('CHANCERY_BY') })
  })

  test('amended, previewed: tells what would change and appends nothing; then done, undone and done again', async () => {
    const before = await tip()
    const was = await signed()
    const claims = (await json('events', '--type', 'AgreementSigned')) as { position: number; data: { parties: string[]; count: number } }[]
    const ours = claims.filter(({ data }) => data.parties.includes('MN') && data.count === 7).map(({ position }) => String(position))
    const amend = (position: string, ...more: string[]) =>
      on(['correct', 'amend', position, '--set', 'count=8', '--because', 'the annex lists eight', ...more])

    const preview = await amend(ours[0] as string, '--preview')
    expect(preview).toMatchObject({ code: 0, out: expect.stringContaining('nothing was appended') })
    expect(await tip()).toBe(before)

    for (const position of ours) expect((await amend(position)).code).toBe(0)
    expect(await signed()).toMatchObject({ atLeast: 8 })
    const why = await on(['why', 'agreement-counts', 'MN-VN', 'signed'])
    expect(why.out).toMatch(/corrected by EventAmended.*by tester.*“the annex lists eight”/)

    for (const _ of ours) expect((await on(['correct', 'undo'])).code).toBe(0)
    expect(await signed()).toEqual(was)
    for (const _ of ours) expect((await on(['correct', 'redo'])).code).toBe(0)
    expect(await signed()).toMatchObject({ atLeast: 8 })
    for (const _ of ours) await on(['correct', 'undo', '--because', 'tidying up'])
    expect(await signed()).toEqual(was)
  })

  test('retracts by position, by id, from standard input, and a whole document', async () => {
    const [event] = await json('events', '--type', 'MeetingHeld')
    const byPosition = await json('correct', 'retract', String(event.position), '--because', 'x', '--preview')
    expect(byPosition.events).toMatchObject([{ type: 'EventRetracted', data: { event: event.id } }])
    const piped = await on(['correct', 'retract', '-', '--because', 'x', '--preview', '--json'], { stdin: `${event.id}\n\n` })
    expect(JSON.parse(piped.out).events).toMatchObject([{ data: { event: event.id } }])
    const whole = await json('correct', 'retract', '--document', 'phone-talks', '--because', 'a forgery', '--preview')
    expect(whole.events.length).toBeGreaterThan(0)
    expect(whole.changes.length).toBeGreaterThan(0)
    expect(await on(['correct', 'retract', '99999', '--because', 'x', '--preview'])).toMatchObject({ code: 1 })
  })

  test('adds what was overlooked, with words that stand in the text, or refuses', async () => {
    const data = JSON.stringify({
      meeting: '06f22354e3d1/m@0',
      participants: [
        { id: 'a.us', name: 'A', country: 'US' },
        { id: 'b.vn', name: 'B', country: 'VN' },
      ],
      form: 'phone',
      narrative: 'news',
      scope: 'interstate',
    })
    const add = (quote: string, ...more: string[]) =>
      on(['correct', 'add', 'phone-talks', 'MeetingHeld', '--data', data, '--quote', quote, '--because', 'overlooked', ...more])
    expect(await add('điện đàm', '--preview')).toMatchObject({ code: 0, out: expect.stringContaining('MeetingHeld') })
    expect(await add('words that stand nowhere', '--preview')).toMatchObject({
      code: 3,
      err: expect.stringContaining('words that stand in the document'),
    })
    const misspelt = await on(['correct', 'add', 'phone-talks', 'MeetingHed', '--data', data, '--quote', 'x', '--because', 'x'])
    expect(misspelt).toMatchObject({ code: 2, err: expect.stringContaining('MeetingHeld') })
  })

  test('people are named by any spelling; one alone cannot be joined', async () => {
    const merged = await json('correct', 'merge-people', 'tokaev', 'Joe Biden', '--because', 'a test', '--preview')
    expect(merged.events).toMatchObject([
      { type: 'PeopleMerged', data: { people: ['kassym-jomart-tokayev.kz', expect.stringContaining('biden')] } },
    ])
    expect(await on(['correct', 'merge-people', 'tokayev', 'tokaev', '--because', 'x', '--preview'])).toMatchObject({ code: 2 })
    const renamed = await json(
      'correct',
      'separate-people',
      'tokayev',
      '--as',
      'tokayev-2.kz',
      '--in',
      'kazakhstan-3-held',
      '--because',
      'a namesake',
      '--preview',
    )
    expect(renamed.events).toMatchObject([{ data: { as: 'tokayev-2.kz' } }])
    expect(await on(['correct', 'separate-people', 'tokayev', '--because', 'x'])).toMatchObject({ code: 2 })
  })

  test('engagements are joined and parted by their ids; another kind is refused', async () => {
    const [visit] = await json('view', 'visits')
    const [meeting] = await json('view', 'meetings')
    const other = `${visit.key.slice(0, 12)}/v@999999`
    expect((await on(['correct', 'separate', visit.key, other, '--because', 'x', '--preview'])).code).toBeLessThan(2)
    expect(await on(['correct', 'merge', visit.key, meeting.key, '--because', 'x', '--preview'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('kind'),
    })
  })

  test('a review changes no view', async () => {
    const [event] = await json('events', '--type', 'MeetingHeld')
    const reviewed = await json('correct', 'review', String(event.position), '--verdict', 'right', '--because', 'read it', '--preview')
    expect(reviewed).toMatchObject({ events: [{ type: 'EventReviewed' }], changes: [] })
    expect(await on(['correct', 'review', '3', '--because', 'x'])).toMatchObject({ code: 2 })
  })

  test('with nothing to take back, undo says so', async () => {
    expect(await on(['correct', 'undo', '--by', 'somebody else'])).toMatchObject({ code: 1, err: expect.stringContaining('somebody else') })
  })
})

describe('withdrawing a text', () => {
  test('needs a reason; the events stay, the text is gone; the same file brings it back', async () => {
    expect(await on(['documents', 'withdraw', 'phone-talks'])).toMatchObject({ code: 2 })
    expect((await on(['documents', 'withdraw', 'phone-talks', '--because', 'the publisher asked'])).code).toBe(0)
    expect((await on(['documents', 'show', 'phone-talks', '--text'])).code).not.toBe(0)
    expect((await on(['documents'])).out).toContain('withdrawn')
    expect((await on(['documents', 'show', 'phone-talks'])).out).toContain('▐')
    expect((await on(['verify'])).out).toContain('was withdrawn')
    expect((await on(['documents', 'restore', example('phone-talks'), '--because', 'agreed'])).code).toBe(0)
    expect((await on(['documents', 'show', 'phone-talks', '--text'])).code).toBe(0)
  })
})

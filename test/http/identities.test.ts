import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doubtfulTexts } from './doubtful-texts.ts'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom({ only: ['signing-1-total'], texts: doubtfulTexts, app: { writing: { token: 'open' } } })
}, 60_000)
afterAll(() => room.close())

interface Doubt {
  about: string
  kind: string
  code: string
  candidates: { id: string; linked: boolean; decided: string | null }[]
}

const waiting = async (query = ''): Promise<Doubt[]> => (await room.json<{ doubts: Doubt[] }>(`/review/identities.json${query}`)).doubts
const meeting = async (): Promise<Doubt> => (await waiting()).find(({ kind }) => kind === 'meeting') as Doubt
const post = async (verb: string, body: object) => {
  const answer = await room.app.request(`/correct/${verb}`, {
    method: 'POST',
    headers: { authorization: 'Bearer open', 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'Lan', because: 'compared', ...body }),
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
}
const undo = () => post('undo', { because: undefined })

describe('the queue of doubts about who and what is one', () => {
  test('asks of a report that fits two meetings, and of a surname that fits two people', async () => {
    const doubts = await waiting()
    expect(doubts.map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual(['meeting ambiguous-engagement', 'person ambiguous-person'])
    for (const { candidates } of doubts)
      expect(candidates.map(({ linked, decided }) => ({ linked, decided }))).toEqual([
        { linked: false, decided: null },
        { linked: false, decided: null },
      ])
  })

  test('is a page in both languages, and a table with one row for each pair', async () => {
    const { about } = await meeting()
    const english = (await room.page('/review/identities')).text
    expect(english).toContain(`href="/review/identities/${about}"`)
    expect(english).toContain('a report fits more than one engagement')
    expect((await room.page('/review/identities?lang=vi')).text).toContain('một tin hợp với nhiều hoạt động')
    const csv = await (await room.app.request('/review/identities.csv')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(1 + 4)
  })

  test('as of an earlier point asks what was doubtful then', async () => {
    const tip = await room.ledger.tip()
    const asked = await Promise.all([...Array(tip).keys()].map(async (position) => (await waiting(`?asOf=${position}`)).length))
    expect(asked[0]).toBe(0)
    expect(asked.at(-1)).toBe(2)
    expect(asked).toContain(1)
  })
})

describe('two candidates side by side', () => {
  test('show each feature with its verdict, what keeps them apart, and both in whole sentences', async () => {
    const { about, candidates } = await meeting()
    const pair = await room.json<{
      with: string
      linked: boolean
      features: { feature: string; verdict: string; a: unknown[]; b: unknown[] }[]
    }>(`/review/identities/${about}.json`)
    expect(pair).toMatchObject({ with: candidates[0]?.id, linked: false })
    const verdict = Object.fromEntries(pair.features.map(({ feature, verdict }) => [feature, verdict]))
    expect(verdict).toMatchObject({ participants: 'same', date: 'silent', form: 'same' })
    const { text } = await room.page(`/review/identities/${about}?with=${candidates[1]?.id}`)
    expect(text).toContain('No rule joined the two, and no person set them apart.')
    expect(text.match(/<blockquote/g)).toHaveLength(2)
    expect(text).toContain('– one side says nothing')
    expect(text).toContain(', báo chí hai nước đưa tin.')
  })

  test('name what is in conflict first', async () => {
    const { candidates } = await meeting()
    const { features } = await room.json<{ features: { feature: string; verdict: string }[] }>(
      `/review/identities/${candidates[0]?.id}.json?with=${candidates[1]?.id}`,
    )
    expect(features[0]).toMatchObject({ feature: 'date', verdict: 'conflicting' })
  })

  test('of which nothing is asked, and nobody is named, are refused with the way to the queue', async () => {
    const answer = await room.app.request('/review/identities/joe-biden.us.json')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'no-such-row', cure: 'All doubts: /review/identities' })
  })

  test('tell who can decide: here the server takes corrections, and the past takes none', async () => {
    const { about } = await meeting()
    const now = (await room.page(`/review/identities/${about}`)).text
    expect(now.match(/data-answer="(\w+)"/g)).toEqual(['same', 'different', 'unsure', 'skip'].map((name) => `data-answer="${name}"`))
    const past = (await room.page(`/review/identities/${about}?asOf=${(await room.ledger.tip()) - 1}`)).text
    expect(past).not.toContain('data-answer')
    expect(past).toContain('This is the ledger as it was')
  })
})

describe('an answer', () => {
  test('“the same” settles the doubt with all its candidates, and asks again when it is taken back', async () => {
    const { about, candidates } = await meeting()
    await post('merge', { engagements: [about, candidates[1]?.id], relation: 'same' })
    expect((await waiting()).map((doubt) => doubt.about)).not.toContain(about)
    const { text } = await room.page(`/review/identities/${about}?with=${candidates[1]?.id}`)
    expect(text).toContain('taken for one')
    expect(text).toContain('compared')
    await undo()
    expect((await meeting()).about).toBe(about)
  })

  test('“not the same” of one candidate leaves the others to ask of; of all, it settles the doubt', async () => {
    const { about, candidates } = await meeting()
    await post('separate', { a: about, b: candidates[0]?.id })
    expect((await meeting()).candidates.map(({ decided }) => decided).sort()).toEqual([null, 'different'].sort())
    const pair = await room.json<{ with: string }>(`/review/identities/${about}.json`)
    expect(pair.with).toBe(candidates[1]?.id)
    await post('separate', { a: about, b: candidates[1]?.id })
    expect((await waiting()).map((doubt) => doubt.about)).not.toContain(about)
    await undo()
    await undo()
    expect((await meeting()).candidates.map(({ decided }) => decided)).toEqual([null, null])
  })

  test('“unsure” keeps the doubt, at the end of the queue', async () => {
    const [first, second] = await waiting()
    const { claims } = (await room.json<{ sides: { claims: string[] }[] }>(`/review/identities/${first?.about}.json`)).sides[0] as {
      claims: string[]
    }
    const documents = async () => (await room.json<{ total: number }>('/review.json')).total
    const before = await documents()
    await post('review', { event: claims[0], verdict: 'unsure' })
    expect(await documents()).toBe(before)
    expect((await waiting()).map(({ about }) => about)).toEqual([second?.about, first?.about])
    expect((await room.page('/review/identities')).text).toContain('somebody looked and was unsure')
    await undo()
    expect((await waiting()).map(({ about }) => about)).toEqual([first?.about, second?.about])
  })

  test('of people is a merge of people', async () => {
    const person = (await waiting()).find(({ kind }) => kind === 'person') as Doubt
    await post('merge-people', { people: [person.about, person.candidates[0]?.id] })
    expect((await waiting()).map(({ about }) => about)).not.toContain(person.about)
    await undo()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleRoom, exampleRoom, linksIn, unescaped } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom()
}, 60_000)
afterAll(() => room.close())

const places = [
  '/',
  '/leaders',
  '/pairs',
  '/documents',
  '/views',
  '/log',
  '/doubts',
  '/help',
  '/search?q=hoi+dam',
  '/pairs/KZ-VN',
  '/leaders/kassym-jomart-tokayev.kz',
]

describe('every page', () => {
  test.each(places)('%s is a page, a JSON value and a table at three addresses', async (place) => {
    const [path = '', query = ''] = place.split('?')
    const named = path === '/' ? '/index' : path
    expect((await room.page(place)).text).toMatch(/^<!doctype html>\n<html lang="en">/)
    const json = await room.app.request(`${named}.json?${query}`)
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await json.json()).toMatchObject({ position: await room.ledger.tip(), asOf: null })
    const csv = await room.app.request(`${named}.csv?${query}`)
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(await csv.text()).toMatch(/^\uFEFF?[\w,]+\r\n/)
  })

  test('has a strict policy and no script or style of its own', async () => {
    for (const place of places) {
      const { text, headers } = await room.page(place)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(text).not.toMatch(/<style|<script(?! type="module" src="\/assets\/| src="\/assets\/)| style="| on\w+="|javascript:/i)
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!example\.org)/)
    }
  })

  test('carries the point in time and the language on in every link and every form', async () => {
    const { rows } = await room.json<{ rows: { key: string }[] }>('/views/visits.json')
    const { documents } = await room.json<{ documents: { sha256: string }[] }>('/documents.json')
    const past = (await room.ledger.tip()) - 1
    const [document, visit] = [documents[0]?.sha256, rows[0]?.key]
    const more = [
      '/review',
      `/review/${document}`,
      '/review/identities',
      `/documents/${document}`,
      `/engagements/${visit}`,
      `/compare/${visit}`,
    ]
    const all = [...places, ...more, '/views/visits', '/count/visits', '/saved', '/why/agreement-counts/KZ-VN/signed']
    for (const place of all) {
      const { text } = await room.page(`${place}${place.includes('?') ? '&' : '?'}asOf=${past}&lang=vi`)
      const links = linksIn(text).filter((href) => !/^\/(?:assets\/|checkpoint|openapi)/.test(href))
      // Only the way back to now leaves the past.
      const [back, ...others] = links.filter((href) => !href.includes(`asOf=${past}`))
      expect(
        others.filter((href) => href !== back),
        place,
      ).toEqual([])
      expect(
        links.filter((href) => !/lang=(?:vi|en)/.test(href)),
        place,
      ).toEqual([])
      for (const form of text.match(/<form[\s\S]*?<\/form>/g) ?? [])
        expect(form, place).toMatch(/name="asOf"[\s\S]*name="lang"|name="lang"[\s\S]*name="asOf"/)
    }
  }, 60_000)

  test('is not sent again to who has it, until the ledger grows', async () => {
    const first = await room.page('/leaders')
    const tag = first.headers.get('etag') as string
    const again = await room.app.request('/leaders', { headers: { accept: 'text/html', 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    const vietnamese = await room.app.request('/leaders?lang=vi', { headers: { 'if-none-match': tag } })
    expect(vietnamese.status).toBe(200)
    expect((await room.app.request('/leaders?asOf=50', { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
})

describe('why', () => {
  test('every figure, date and name of every view opens its reasons, and every link leads somewhere', { timeout: 120_000 }, async () => {
    const { views } = await room.json<{ views: { name: string }[] }>('/views.json')
    const seen = new Set<string>()
    let values = 0
    for (const { name } of views) {
      const { text } = await room.page(`/views/${name}`)
      for (const row of text.split('<tbody')[1]?.split('</tr>') ?? []) {
        for (const cell of row.match(/<td[^>]*>.*?<\/td>/gs) ?? []) {
          const bare = cell.replace(/<a [^>]*>.*?<\/a>|<svg.*?<\/svg>|<small>.*?<\/small>|<b>.*?<\/b>|<[^>]*>/gs, '')
          expect(bare, `${name}: ${cell.slice(0, 300)}`).not.toMatch(/\d|\p{Lu}/u)
          values += cell.match(/<a class="why/g)?.length ?? 0
        }
        for (const href of linksIn(row)) if (href.startsWith('/why/')) seen.add(href)
      }
    }
    expect(values).toBeGreaterThan(300)
    const some = [...seen].filter((_, at) => at % 7 === 0)
    for (const href of some) {
      const { status, text } = await room.page(href)
      expect(status, href).toBe(200)
      expect(text, href).toMatch(/class="step"|class="empty"/)
    }
  })

  test('leads from a count to the words of the document', async () => {
    const { text } = await room.page('/why/agreement-counts/MN-VN/signed')
    expect(text).toContain('<strong><a class="why figure"')
    const opens = /<a href="(\/documents\/[0-9a-f]{64}#\d+-\d+)" class="open">/.exec(text)?.[1]
    expect(opens).toBeDefined()
    const [path = '', span] = (opens as string).split('#')
    const document = await room.page(path)
    expect(document.text).toContain(`id="${span}"`)
    const tree = await room.json<{ value: unknown; events: { effect: string }[] }>('/why/agreement-counts/MN-VN/signed.json')
    expect(tree.value).toMatchObject({ atLeast: 7 })
    expect(tree.events[0]?.effect).toBe('set')
  })
})

describe('a document', () => {
  test('shows its stored text, unit for unit, with the evidence marked', async () => {
    const { documents } = await room.json<{ documents: { sha256: string }[] }>('/documents.json')
    for (const { sha256 } of documents) {
      const { text } = await room.page(`/documents/${sha256}`)
      const stored = await room.ledger.archive.text(sha256)
      const markup = /<div class="text"[^>]*>([\s\S]*?)<\/div>\n?<\/section>/.exec(text)?.[1] as string
      expect(unescaped(markup.replace(/<[^>]*>/g, ''))).toBe(stored)
      const { claims } = await room.json<{ claims: { number: number; evidence: { start: number; end: number; quote: string }[] }[] }>(
        `/documents/${sha256}.json`,
      )
      for (const { number, evidence } of claims) {
        expect(markup).toContain(`data-number="${number}"`)
        for (const { start, end, quote } of evidence) expect(stored.slice(start, end)).toBe(quote)
      }
    }
  })

  test('is found by a prefix of its digest, and any span of it has an address', async () => {
    const { documents } = await room.json<{ documents: { sha256: string }[] }>('/documents.json')
    const { sha256 } = documents[0] as { sha256: string }
    const moved = await room.app.request(`/documents/${sha256.slice(0, 12)}?at=3-9`)
    expect(moved.status).toBe(307)
    expect(moved.headers.get('location')).toBe(`/documents/${sha256}?at=3-9`)
    expect((await room.page(`/documents/${sha256}?at=3-9`)).text).toContain('id="3-9"')
  })

  test('names the sentences that were passed over', async () => {
    const { documents } = await room.json<{ documents: { sha256: string; name: string; uncodedTotal: number }[] }>('/documents.json')
    const passed = documents.find(({ name }) => name === 'no-engagement') as { sha256: string; uncodedTotal: number }
    const { text } = await room.page(`/documents/${passed.sha256}`)
    expect(text.match(/class="passed"/g)?.length).toBe(passed.uncodedTotal)
    expect(text).toContain('nothing recorded')
  })
})

describe('points in time', () => {
  test('a page as of a position is the page of a ledger that ends there', async () => {
    for (const asOf of [0, 30, 90]) {
      const past = await room.json<{ rows: unknown[]; position: number }>(`/views/visits.json?asOf=${asOf}`)
      const view = await room.ledger.view('visits', { asOf: String(asOf) })
      expect(past.position).toBe(asOf)
      expect(past.rows.length).toBe(view.size)
    }
  })

  test('a claim that came later is not on the page of a document', async () => {
    const { documents } = await room.json<{ documents: { sha256: string }[] }>('/documents.json')
    const last = documents[0]?.sha256
    const before = await room.page(`/documents/${last}?asOf=1`)
    expect(before.status).toBe(404)
    expect(before.text).toContain('not read at this point of the log')
  })

  test('the log stops at the point', async () => {
    const { events } = await room.json<{ events: { position: number }[] }>('/log.json?asOf=20')
    expect(Math.max(...events.map(({ position }) => position))).toBe(20)
  })
})

describe('the log', () => {
  test('is walked from end to end, and by position', async () => {
    const tip = await room.ledger.tip()
    const seen = new Set<number>()
    let next: number | null = tip
    while (next !== null) {
      const { events, older }: { events: { position: number }[]; older: number | null } = await room.json(`/log.json?at=${next}&limit=50`)
      for (const { position } of events) seen.add(position)
      next = older
    }
    expect(seen.size).toBe(tip + 1)
    const oldest = await room.json<{ events: { position: number }[]; newer: number | null }>('/log.json?from=oldest&limit=10')
    expect(oldest.events.map(({ position }) => position)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(oldest.newer).toBe(10)
  })

  test('comes as NDJSON, line by line as it is stored', async () => {
    const lines = (await (await room.app.request('/events')).text()).trimEnd().split('\n')
    expect(lines.length).toBe((await room.ledger.tip()) + 1)
    const stored: string[] = []
    for await (const batch of room.ledger.store.lines?.() ?? []) for (const line of batch) stored.push(Buffer.from(line).toString())
    expect(lines).toEqual(stored)
    const some = (await (await room.app.request('/events?type=VisitStarted&from=10&to=100')).text()).trimEnd().split('\n')
    expect(new Set(some.map((line) => JSON.parse(line).type))).toEqual(new Set(['VisitStarted']))
  })
})

describe('the interface', () => {
  test('describes itself in OpenAPI 3.1, every page among it', async () => {
    const description = await room.json<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json')
    expect(description.openapi).toBe('3.1.0')
    for (const path of [
      '/index.json',
      '/leaders/{id}.json',
      '/why/{view}/{key}/{path}.json',
      '/views/{name}.csv',
      '/events',
      '/correct/merge-people',
      '/ingest',
    ])
      expect(Object.keys(description.paths)).toContain(path)
  })

  test.each([
    ['/nowhere', 404, 'no-such-path'],
    ['/views/nothing.json', 404, 'no-such-view'],
    ['/views/visits/nothing.json', 404, 'no-such-row'],
    ['/documents/ffff.json', 404, 'no-such-document'],
    ['/leaders/nobody.json', 404, 'no-such-row'],
    ['/views/visits.json?limit=-1', 400, 'invalid-input'],
    ['/views/visits.json?from=tomorrow', 400, 'invalid-input'],
    ['/log.json?asOf=whenever', 400, 'invalid-input'],
    ['/leaders/%E0%A4%A.json', 400, 'invalid-input'],
  ])('answers %s with %d in one shape', async (path, status, code) => {
    const answer = await room.app.request(path)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code, attempted: expect.any(String), found: expect.any(String) })
    const page = await room.page(path.replace('.json', ''))
    expect(page.status).toBe(status)
    expect(page.text).toContain(code)
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleRoom, exampleRoom, unescaped } from './example-room.ts'

const markup = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;</textarea></title>'
const texts = {
  '<b onmouseover=alert(3)>name</b>': `${markup}\n\nNgày 12/3, Chủ tịch nước Trần Văn ${'A'} thăm chính thức Lào. ${markup}`,
  'right-to-left':
    'Ngày 13/3, Thủ tướng \u202ePhạm Minh Chính\u202c hội đàm với Thủ tướng Lào Sonexay Siphandone tại Viêng Chăn.\u200b Hết.',
  'carriage-returns': 'Dòng một.\r\nDòng hai.\rDòng ba.\n\n\tThụt vào.',
  'one-line': `Ngày 14/3, Chủ tịch nước Võ Văn Thưởng thăm Lào. ${'từ '.repeat(20_000)}`,
}
let room: ExampleRoom
let digests: Record<string, string>
beforeAll(async () => {
  room = await exampleRoom({
    only: ['kazakhstan-3-held'],
    texts,
    app: { limits: { followers: 2, body: 1_000, text: 20_000 }, writing: { token: 'open' } },
  })
  const { documents } = await room.json<{ documents: { sha256: string; name: string }[] }>('/documents.json')
  digests = Object.fromEntries(documents.map(({ sha256, name }) => [name, sha256]))
}, 60_000)
afterAll(() => room.close())

const textOf = (page: string): string =>
  unescaped((/<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '').replace(/<[^>]*>/g, ''))

describe('hostile documents', () => {
  test('markup in a text, a name, a search is shown as text, never as markup', async () => {
    const sha256 = digests['<b onmouseover=alert(3)>name</b>']
    for (const path of [
      '/',
      '/documents',
      `/documents/${sha256}`,
      `/search?q=${encodeURIComponent(markup)}`,
      '/log',
      `/views/documents?q=${encodeURIComponent(markup)}`,
    ]) {
      const { text } = await room.page(path)
      expect(text).not.toMatch(/<script>|<img|<b on|<\/textarea>(?!<)/)
    }
    expect(textOf((await room.page(`/documents/${sha256}`)).text)).toBe(texts['<b onmouseover=alert(3)>name</b>'])
  })

  test('characters that hide or reorder are labelled, in place', async () => {
    const { text } = await room.page(`/documents/${digests['right-to-left']}`)
    expect(text).toContain('<span class="unseen" data-code="U+202E">\u202e</span>')
    expect(text).toContain('data-code="U+200B"')
    expect(textOf(text)).toBe(texts['right-to-left'])
  })

  test('carriage returns survive the way through markup', async () => {
    const { text } = await room.page(`/documents/${digests['carriage-returns']}`)
    expect(text).toContain('Dòng một.&#13;\nDòng hai.&#13;Dòng ba.')
    expect(textOf(text)).toBe(texts['carriage-returns'])
  })

  test('a very long line comes in parts, and a span in the middle is found', async () => {
    const sha256 = digests['one-line']
    const length = texts['one-line'].length
    const parts: string[] = []
    for (let part = 1; part <= Math.ceil(length / 20_000); part++)
      parts.push(textOf((await room.page(`/documents/${sha256}?part=${part}`)).text))
    expect(parts.join('')).toBe(texts['one-line'])
    expect((await room.page(`/documents/${sha256}?at=45000-45010`)).text).toContain('id="45000-45010"')
  })

  test('names with quotes, markup and path signs lead to their pages, and nowhere else', async () => {
    const names = [`"><svg onload=alert(1)>`, "it's 100% /../ & ?a=b#c", '‮gnp.exe', '__proto__', 'a'.repeat(300), '日本 ẾỒẪẮỞ ậợ']
    const own = await exampleRoom({ only: [], texts: Object.fromEntries(names.map((name) => [name, `Bài ${name} không có gì.`])) })
    const { documents } = await own.json<{ documents: { sha256: string; name: string }[] }>('/documents.json')
    expect(documents.map(({ name }) => name).sort()).toEqual([...names].sort())
    const list = (await own.page('/documents')).text
    expect(list).not.toMatch(/<svg on|onload=alert\(1\)>/)
    for (const { sha256 } of documents) {
      expect(list).toContain(`href="/documents/${sha256}"`)
      for (const path of [`/documents/${sha256}`, `/review/${sha256}`, `/why/documents/${sha256}/name`, `/views/documents/${sha256}`])
        expect((await own.page(path)).status, path).toBe(200)
    }
    await own.close()
  })

  test('formulas do not reach a spreadsheet', async () => {
    const room = await exampleRoom({ only: [], texts: { '=HYPERLINK("http://x")': 'Không có gì.' } })
    const csv = await (await room.app.request('/documents.csv')).text()
    expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m)
    await room.close()
  })
})

describe('hostile requests', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/tile/../key',
    '/tile/0/..%2f..%2fkey',
    '/tile/0/000/../../../key',
    '/tile/x',
    '/checkpoint/../key',
    '/documents/..%2f..%2fkey',
  ])('%s reads no file', async (path) => {
    const answer = await room.app.fetch(new Request(`http://localhost${path}`))
    expect([400, 404]).toContain(answer.status)
    expect(await answer.text()).not.toMatch(/PRIVATE|"dependencies"/)
  })

  test('an address that is too long is refused, whatever is in it', async () => {
    const answer = await room.app.request(`/search.json?q=${'a'.repeat(5_000)}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'invalid-input' })
  })

  test('numbers, filters and names that no page knows are refused or find nothing, with a clear answer', async () => {
    for (const path of [
      '/views/visits.json?limit=99999999999999999999',
      '/views/visits.json?limit=1e9',
      '/views/visits.json?page=-1',
      '/why/visits/x.json?limit=201',
      '/log.json?limit=5000',
      '/documents/0.json?part=0',
      '/events?from=abc',
      '/events?from=-1',
    ]) {
      const answer = await room.app.request(path)
      expect([400, 404], path).toContain(answer.status)
      expect(await answer.json(), path).toMatchObject({
        code: expect.any(String),
        attempted: expect.any(String),
        found: expect.any(String),
      })
    }
    const many = `/views/visits.json?${Array.from({ length: 300 }, (_, at) => `f${at}=x`).join('&')}`
    expect(await (await room.app.request(many)).json()).toMatchObject({ total: 0 })
    for (const query of [
      'read=__proto__',
      'read=constructor',
      'sort=__proto__',
      'sort=-constructor',
      'lang=../../etc',
      'why=javascript:alert(1)',
    ])
      expect((await room.page(`/views/visits?${query}`)).status, query).toBe(200)
  })

  test('a saved view leads only within this server', async () => {
    const save = (address: string, name = 'x') =>
      room.app.request('/saved', {
        method: 'POST',
        headers: { authorization: 'Bearer open', 'content-type': 'application/json' },
        body: JSON.stringify({ name, address }),
      })
    for (const address of [
      'https://example.org/',
      '//example.org/',
      '/\\example.org',
      'javascript:alert(1)',
      '',
      '/a b',
      `/${'a'.repeat(3_000)}`,
    ])
      expect([400, 413], address.slice(0, 50)).toContain((await save(address)).status)
    expect((await room.app.request('/saved', { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await save('/views/visits?status=happened', '<b>"x"</b> /../ %2F')).status).toBe(201)
    const { text } = await room.page('/saved')
    expect(text).toContain('&lt;b&gt;')
    const href = unescaped(/href="(\/saved\/[^"]+)"/.exec(text)?.[1] as string)
    const moved = await room.app.request(`${href}?asOf=3`)
    expect([moved.status, moved.headers.get('location')]).toEqual([307, '/views/visits?status=happened&asOf=3'])
    expect((await room.app.request('/saved/nothing')).status).toBe(404)
  })

  test('a file of saved views that is broken stops nothing, and is told', async () => {
    const path = join(room.ledger.location, 'views.json')
    const before = await readFile(path, 'utf8')
    for (const broken of ['{', '[]', '{"views":[{"name":"a","address":"https://example.org"}]}', '{"views":[{"name":"","address":"/"}]}']) {
      await writeFile(path, broken)
      const { status, text } = await room.page('/saved')
      expect(status).toBe(200)
      expect(text).toContain('Mend the file')
      expect((await room.page('/')).status).toBe(200)
    }
    await writeFile(path, before)
  })

  test('patterns in a search are words', async () => {
    for (const query of ['(((((', '.*.*.*.*x', '\\', '%00', '__proto__', 'constructor', '<', '"'])
      expect((await room.page(`/search?q=${encodeURIComponent(query)}`)).status).toBe(200)
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect((await room.app.request(`/views/visits/${key}.json`)).status).toBe(404)
  })

  test('a thousand requests at once are all answered', async () => {
    const paths = ['/', '/leaders.json', '/views/visits', '/log.csv', `/documents/${digests['right-to-left']}`, '/nowhere']
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, at) => room.app.request(paths[at % paths.length] as string)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 404]))
    expect(answers.every(({ status }, at) => (status === 404) === (at % paths.length === 5))).toBe(true)
  })

  test('more followers than fit are turned away, and leave room when they go', async () => {
    const controllers = [new AbortController(), new AbortController()]
    const followers = await Promise.all(
      controllers.map(({ signal }) => room.app.fetch(new Request('http://localhost/changes', { signal }))),
    )
    expect(followers.map(({ status }) => status)).toEqual([200, 200])
    const third = await room.app.request('/changes')
    expect(third.status).toBe(503)
    expect(third.headers.get('retry-after')).toBe('5')
    for (const { body } of followers) await body?.cancel()
    expect((await room.app.request('/changes')).status).toBe(200)
  })

  test('nothing is written without the token, from elsewhere, or beyond the limit', async () => {
    const post = (headers: Record<string, string>, body = 'Một bài.') =>
      room.app.request('/ingest', { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body })
    const before = await room.ledger.tip()
    expect((await post({})).status).toBe(401)
    expect((await post({ authorization: 'Bearer opens' })).status).toBe(403)
    expect((await post({ authorization: 'Bearer open', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ authorization: 'Bearer open' }, 'x'.repeat(2_000))).status).toBe(413)
    expect((await room.app.request('/leaders', { method: 'DELETE' })).status).toBe(405)
    expect(await room.ledger.tip()).toBe(before)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { add, type BrowserRoom, browserRoom, hasBrowser, inPage, seriousIn } from './browser.ts'

let room: BrowserRoom
describe.skipIf(!hasBrowser)('the reading room in a browser', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    room = await browserRoom(['kazakhstan-1-announced', 'kazakhstan-3-held', 'signing-1-total', 'phone-talks'])
  }, 120_000)
  afterAll(async () => {
    await room?.close()
  })

  test('from the overview to the highlighted words: pair, count, quote, document', async () => {
    const page = await room.open('/')
    await page.click('text=Mongolia – Vietnam')
    await page.click('dl.figures a.why')
    const sheet = page.locator('dialog.sheet')
    await sheet.locator('mark').first().waitFor()
    expect(new URL(page.url()).searchParams.get('why')).toBe('/why/agreement-counts/MN-VN/signed')
    expect(await sheet.locator('.value strong').textContent()).toBe('7')
    await sheet.locator('a.open').first().click()
    await page.waitForURL(/\/documents\/[0-9a-f]{64}#\d+-\d+$/)
    const span = decodeURIComponent(new URL(page.url()).hash.slice(1))
    const mark = page.locator(`[id="${span}"] + mark`)
    expect(await mark.isVisible()).toBe(true)
    expect(await inPage(page, `getComputedStyle(document.getElementById('${span}').nextElementSibling).textDecorationLine`)).toBe(
      'underline',
    )
    const box = await mark.boundingBox()
    expect(box && box.y > 0 && box.y < 900).toBe(true)
  })

  test('the sheet of why is an address: reload restores it, Back and Escape close it', async () => {
    const page = await room.open('/pairs/MN-VN')
    await page.click('dl.figures a.why')
    await page.locator('dialog.sheet mark').first().waitFor()
    await page.reload()
    await page.locator('dialog.sheet mark').first().waitFor()
    await page.goBack()
    await page.locator('dialog.sheet').waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('why=')
    await page.click('dl.figures a.why')
    await page.locator('dialog.sheet mark').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog.sheet').waitFor({ state: 'detached' })
    await page.waitForURL((url) => !url.searchParams.has('why'))
  })

  test('any span of a document has an address, with or without a claim on it', async () => {
    const { documents } = await listed()
    const page = await room.open(`/documents/${documents[0]?.sha256}#30-41`)
    await page.locator('mark.sought').first().waitFor()
    const stored = await room.ledger.archive.text(documents[0]?.sha256 ?? '')
    expect((await page.locator('mark.sought').allTextContents()).join('')).toBe(stored.slice(30, 41))
    expect(await page.locator('.text').evaluate((element) => element.textContent)).toBe(stored)
    expect(await inPage(page, `find(${JSON.stringify(stored.slice(30, 41))})`)).toBe(true)
  })

  test('as of an earlier point, everything is as it was, and the slider leads there', async () => {
    const page = await room.open('/views/visits')
    const now = await page.locator('table.rows tbody tr').count()
    await page.fill('#as-of', '5')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=5/)
    expect(await page.locator('.second.past').count()).toBe(1)
    expect(await page.locator('table.rows tbody tr').count()).toBeLessThan(now)
    expect(await page.locator('a.why').first().getAttribute('href')).toContain('asOf=5')
    await page.locator('.as-of input[type=range]').focus()
    await page.keyboard.press('End')
    await page.waitForURL((url) => !url.searchParams.get('asOf'))
  })

  test('with the keyboard alone: skip, go, walk, why, help', async () => {
    const page = await room.open('/')
    await page.keyboard.press('Tab')
    expect(await inPage(page, 'document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await inPage(page, "document.querySelector('main').contains(document.activeElement)")).toBe(true)
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.waitForURL(/\/leaders$/)
    await page.keyboard.press('n')
    expect(await inPage(page, "document.activeElement.closest('tr').rowIndex")).toBe(1)
    await page.keyboard.press('w')
    await page.locator('dialog.sheet .step').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog.sheet').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.locator('dialog.help kbd').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog.help').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('g l ? hoi dam')
    expect(await page.inputValue('#search')).toBe('g l ? hoi dam')
  })

  test('a proof is checked in the page, in words', async () => {
    await room.ledger.transparency.sign()
    const page = await room.open('/why/agreement-counts/MN-VN/signed')
    await page.click('.proof button')
    await page.locator('.ticks li').nth(2).waitFor()
    for (const tick of await page.locator('.ticks li').allTextContents()) expect(tick).toMatch(/^✓ .*: yes$/)
  })

  test('a merge of people with its reason, its preview, and its undo; the page follows', async () => {
    const page = await room.open('/leaders/joe-biden.us')
    await page.click('.correct summary')
    await page.click('text=Join with')
    const form = page.locator('dialog form')
    await form.locator('textarea').first().fill('kassym-jomart-tokayev.kz')
    await form.locator('textarea').nth(1).fill('only a test')
    await form.locator('input').first().fill('Lan')
    await form.locator('input[type=password]').fill('open sesame')
    await form.locator('text=Preview').click()
    await form.locator('[role=status]:has-text("would change")').waitFor()
    const before = await room.ledger.tip()
    await form.locator('text=Append').click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await room.ledger.tip()).toBeGreaterThan(before)
    expect((await room.ledger.view('leader-histories')).keyOf('joe-biden.us')).toBe(
      (await room.ledger.view('leader-histories')).keyOf('kassym-jomart-tokayev.kz'),
    )
    const other = await room.open('/leaders/kassym-jomart-tokayev.kz')
    await other.click('.correct summary')
    await other.click('text=Undo my last correction')
    await other.locator('dialog form input').first().fill('Lan')
    await other.locator('dialog form input[type=password]').fill('open sesame')
    await other.locator('dialog form >> text=Append').click()
    await other.locator('dialog').waitFor({ state: 'detached' })
    const leaders = await room.ledger.view('leader-histories')
    expect(leaders.keyOf('joe-biden.us')).not.toBe(leaders.keyOf('kassym-jomart-tokayev.kz'))
  })

  test('a document that arrives shows at once; focus, scroll and what was folded open stay', async () => {
    const page = await room.open('/', { viewport: { width: 1280, height: 500 } })
    await page.locator('.numbers summary').click()
    await inPage(page, "getSelection().selectAllChildren(document.querySelector('#timeline'))")
    const selected = await inPage(page, 'String(getSelection())')
    await page.locator('#pairs a').focus()
    await inPage(page, 'scrollTo(0, 300)')
    const [scroll, documents] = [
      await inPage(page, 'scrollY'),
      Number(await page.locator('.totals a[href="/count/documents"] b').textContent()),
    ]
    await add(room.ledger, ['signing-2-list'])
    await page.locator(`.totals a[href="/count/documents"] b:text-is("${documents + 1}")`).waitFor()
    expect(await inPage(page, 'scrollY')).toBe(scroll)
    expect(await inPage(page, 'document.activeElement.parentElement.id')).toBe('pairs')
    expect(await inPage(page, "document.querySelector('.numbers').open")).toBe(true)
    expect(await inPage(page, 'String(getSelection())')).toBe(selected)
    expect(await page.locator('#announcer').textContent()).toContain('grown')
  })

  test('documents and reasons are read without script', async () => {
    const { documents } = await listed()
    for (const path of [`/documents/${documents[0]?.sha256}`, '/why/agreement-counts/MN-VN/signed']) {
      const page = await room.open(path, { javaScriptEnabled: false })
      expect(await page.locator('mark').count()).toBeGreaterThan(0)
    }
  })

  test('on paper: black on white, evidence underlined, everything folded laid open', async () => {
    // Checkpoints are signed after appends, not with them: wait for the one over everything.
    const signed = async () => Number(String(await room.ledger.transparency.checkpoint()).split('\n')[1])
    await expect.poll(signed, { timeout: 10_000 }).toBe((await room.ledger.tip()) + 1)
    const page = await room.open('/why/agreement-counts/MN-VN/signed', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await inPage(page, 'getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await inPage(page, 'getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
    expect(await inPage(page, "getComputedStyle(document.querySelector('mark')).textDecorationLine")).toBe('underline')
    expect(await inPage(page, "document.querySelector('.step details dl').checkVisibility({ contentVisibilityAuto: true })")).toBe(true)
    expect(await page.locator('.bottom').textContent()).toMatch(/Log position/)
    const [origin, size, root] = String(await room.ledger.transparency.checkpoint()).split('\n')
    for (const part of [origin, `over ${size} events`, root, '/why/agreement-counts/MN-VN/signed'])
      expect(await page.locator('.bottom').textContent()).toContain(part)
    expect(await page.locator('.bottom button').first().isVisible()).toBe(false)
  })

  test('in forced colours evidence keeps its mark and its line', async () => {
    const { documents } = await listed()
    const page = await room.open(`/documents/${documents[0]?.sha256}`, { forcedColors: 'active' })
    const style = (name: string) => inPage(page, `getComputedStyle(document.querySelector('.text mark')).${name}`)
    expect(await style('textDecorationLine')).toBe('underline')
    expect(await style('backgroundColor')).not.toBe('rgba(0, 0, 0, 0)')
    expect(await inPage(page, "matchMedia('(forced-colors: active)').matches")).toBe(true)
  })

  test('a total opens everything that was counted', async () => {
    const page = await room.open('/')
    const total = Number(await page.locator('.totals a[href="/count/meetings"] b').textContent())
    await page.click('.totals a[href="/count/meetings"]')
    await page.locator('dialog.sheet .value strong').waitFor()
    expect(Number(await page.locator('dialog.sheet .value strong').textContent())).toBe(total)
    expect(await page.locator('dialog.sheet table tbody tr').count()).toBe(total)
    await page.locator('dialog.sheet tbody a.why').last().click()
    await page.locator('.step mark, dialog.sheet .step mark').first().waitFor()
  })

  test('rows are stepped through by key, with the why of each beside the list; Back closes it in one step', async () => {
    const page = await room.open('/views/meetings')
    await page.locator('table.rows tbody tr').first().locator('a.why').first().click()
    await page.locator('dialog.sheet .step').first().waitFor()
    const at = () => page.locator('main tr.current').getAttribute('id')
    const first = await at()
    expect(await page.locator('table.rows tbody tr').first().isVisible()).toBe(true)
    await page.keyboard.press('n')
    await page.locator(`main tr.current:not([id="${first}"])`).waitFor()
    const second = await at()
    expect(new URL(page.url()).searchParams.get('why')).toContain(
      encodeURIComponent((second ?? '').replace('row-', '')).replace('%40', '@'),
    )
    await page.keyboard.press('p')
    await page.locator(`main tr.current[id="${first}"]`).waitFor()
    await page.goBack()
    await page.locator('dialog.sheet').waitFor({ state: 'detached' })
    expect(await page.locator('main tr.current').count()).toBe(0)
  })

  test('in the log one step leads to a position, and Back to the row that was left', async () => {
    const page = await room.open('/log', { viewport: { width: 1280, height: 500 } })
    const tip = await room.ledger.tip()
    const far = page.locator(`#at-${tip - 30} a.position`)
    await far.scrollIntoViewIfNeeded()
    const top = (await far.boundingBox())?.y ?? 0
    await far.click()
    await page.waitForURL(/at=/)
    expect(await page.locator('.log > li').first().getAttribute('id')).toBe(`at-${tip - 30}`)
    await page.goBack()
    await page.locator(`#at-${tip - 30}`).waitFor()
    await expect.poll(async () => Math.abs(((await far.boundingBox())?.y ?? -999) - top)).toBeLessThan(40)
    await page.fill('input[name=at]', '3')
    await page.keyboard.press('Enter')
    await page.waitForURL(/at=3/)
    expect(await page.locator('.log > li').first().getAttribute('id')).toBe('at-3')
    await page.goBack()
    await page.fill('input[name=at]', '2999-12-31')
    await page.keyboard.press('Enter')
    await page.waitForURL(/at=2999-12-31/)
    expect(await page.locator('.log > li').first().getAttribute('id')).toBe(`at-${tip}`)
  })

  test('a view is saved under a name, shown on the overview and on its own page, and opens by its name', async () => {
    const page = await room.open('/views/meetings?what=phone')
    await page.click('[data-save]')
    await page.fill('dialog input[name=name]', 'Calls “by phone” & <more>')
    await page.fill('dialog input[name=token]', 'open sesame')
    await page.keyboard.press('Enter')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.goto(new URL('/', room.served.url).href)
    await page.click('.saved a')
    await page.waitForURL(/\/views\/meetings\?what=phone$/)
    expect(await page.locator('.saved-as').textContent()).toContain('Calls “by phone” & <more>')
  })

  test('two documents on one engagement stand side by side, and the reading rule is a choice', async () => {
    const { rows } = await listed('/views/visits.json')
    const several = (rows as unknown as { key: string; sources: number }[]).find(({ sources }) => sources > 1)
    const page = await room.open(`/engagements/${several?.key}`)
    await page.click('.rules a:text("earliest date")')
    await page.waitForURL(/read=earliest/)
    expect(await page.locator('.rules [aria-current]').textContent()).toBe('earliest date')
    await page.click('a:text("Compare two documents")')
    await page.waitForURL(/\/compare\//)
    expect(await page.locator('.sides section').count()).toBe(2)
    expect(await page.locator('.sides section mark').count()).toBeGreaterThan(1)
    expect(await page.locator('table.compared tr.same, table.compared tr.differs, table.compared tr.silent').count()).toBeGreaterThan(4)
  })

  test('a claim is accepted, amended in fields and retracted on the screen of review, and all of it is taken back', {
    timeout: 120_000,
  }, async () => {
    const { documents } = await listed()
    const page = await room.open(`/review/${documents.at(-1)?.sha256}`)
    const before = await room.ledger.tip()
    const claim = page.locator('.card').first()
    await claim.locator('[data-verb=accept]').click()
    expect(await claim.locator('.says').textContent()).toContain('come first')
    expect(await room.ledger.tip()).toBe(before)
    await page.fill('[data-reviewer] input[name=by]', 'Hoa')
    await page.fill('[data-reviewer] input[name=token]', 'open sesame')
    await claim.locator('.number').focus()
    await page.keyboard.press('a')
    await claim.locator('.decision').first().waitFor()
    expect(await claim.locator('.decision').first().textContent()).toContain('Hoa')
    await claim.locator('.number').focus()
    await page.keyboard.press('e')
    const field = claim.locator('select[data-field=narrative]')
    const was = await field.inputValue()
    await field.selectOption(was === 'news' ? 'background' : 'news')
    const preview = claim.locator('[data-verb=preview]')
    await preview.click()
    await claim.locator('.says:has-text("again")').waitFor()
    await preview.click()
    await claim.locator('.decision:has-text("amended")').waitFor()
    const retract = claim.locator('[data-verb=retract]')
    await retract.click()
    await claim.locator('.says:has-text("would change")').waitFor()
    await retract.click()
    await page.locator('.card.retracted').first().waitFor()
    expect(await page.locator('.card.retracted').first().locator('.decision').first().textContent()).toContain('compared with the words')
    for (const state of ['.card.retracted', '.decision:has-text("amended")', '.decision']) {
      await page.click('[data-undo]')
      await page
        .locator(`.card:first-child${state.startsWith('.card') ? state.slice(5) : ` ${state}`}`)
        .first()
        .waitFor({ state: 'detached' })
    }
    expect(await page.locator('.card').first().locator('.decision').count()).toBe(0)
  })

  describe('axe finds nothing serious', () => {
    const places = [
      '/',
      '/leaders',
      '/leaders/kassym-jomart-tokayev.kz',
      '/pairs',
      '/pairs/KZ-VN',
      '/documents',
      'document',
      'engagement',
      '/views',
      '/views/visits',
      '/views/visits?status=happened',
      '/views/agreement-counts/KZ-VN',
      '/why/agreement-counts/MN-VN/signed',
      '/log',
      '/doubts',
      '/search?q=hoi+dam',
      '/help',
      '/pairs/KZ-VN?why=/why/agreement-counts/KZ-VN/signed',
      '/views/visits?asOf=5',
      '/count/documents',
      '/saved',
      '/review',
      'review',
      'compare',
    ]
    test('on any page in light, nor in its contrasts in dark and in forced colours', { timeout: 300_000 }, async () => {
      const page = await room.open('/')
      for (const place of places) {
        await page.goto(new URL(await addressOf(place), room.served.url).href, { waitUntil: 'load' })
        if (place.includes('why=')) await page.locator('dialog.sheet mark').first().waitFor()
        expect(await seriousIn(page), place).toEqual([])
      }
    })
  })

  test('no page complained to the console, and none asked anybody else', () => {
    expect(room.complaints).toEqual([])
    expect(room.outside).toEqual([])
  })
})

const addressOf = async (place: string): Promise<string> => {
  if (place.startsWith('/')) return place
  const { documents } = await listed()
  if (place === 'document') return `/documents/${documents[0]?.sha256}`
  if (place === 'review') return `/review/${documents[0]?.sha256}`
  const { rows } = await listed('/views/visits.json')
  return `/${place === 'compare' ? 'compare' : 'engagements'}/${rows[0]?.key}`
}

const listed = async (path = '/documents.json'): Promise<{ documents: { sha256: string }[]; rows: { key: string }[] }> =>
  (await (await fetch(new URL(path, room.served.url))).json()) as never

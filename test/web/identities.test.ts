import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doubtfulTexts } from '../http/doubtful-texts.ts'
import { type BrowserRoom, browserRoom, hasBrowser, inPage, seriousIn } from './browser.ts'

let room: BrowserRoom
describe.skipIf(!hasBrowser)('doubts about who and what is one, in a browser', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    room = await browserRoom([], { texts: doubtfulTexts })
  }, 120_000)
  afterAll(async () => {
    await room?.close()
  })

  const left = async (): Promise<number> =>
    ((await (await fetch(new URL('/review/identities.json', room.served.url))).json()) as { total: number }).total

  test('a merge is decided by key, told before it is appended, and taken back by key', async () => {
    const page = await room.open('/review/identities')
    expect(await left()).toBe(2)
    await page.locator('tbody a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/review\/identities\/./)
    const first = page.url()
    await page.locator('form[data-pair]').waitFor()
    await page.keyboard.press('x')
    await page.locator('.says:has-text("come first")').waitFor()
    expect(await inPage(page, 'document.activeElement.name')).toBe('by')
    await page.keyboard.type('Hoa')
    await page.keyboard.press('Tab')
    await page.keyboard.type('open sesame')
    await inPage(page, 'document.activeElement.blur()')
    const before = await room.ledger.tip()
    await page.keyboard.press('x')
    await page.locator('.says:has-text("would change")').waitFor()
    expect(await room.ledger.tip()).toBe(before)
    await page.keyboard.press('x')
    await page.waitForURL((url) => url.href !== first)
    expect(await left()).toBe(1)
    await page.locator('form[data-pair]').waitFor()
    await page.keyboard.press('z')
    await page.waitForURL(first)
    expect(await left()).toBe(2)
  })

  test('“not the same” goes on to the next candidate, and after the last one to the next doubt', async () => {
    const page = await room.open('/review/identities')
    await page.locator('tbody a').first().click()
    await page.locator('form[data-pair]').waitFor()
    const pair = () => page.locator('form[data-pair]').getAttribute('data-pair')
    await page.fill('[data-reviewer] input[name=by]', 'Hoa')
    await page.fill('[data-reviewer] input[name=token]', 'open sesame')
    const [about, one] = JSON.parse((await pair()) ?? '[]') as [string, string]
    const decided = async () => {
      const here = await pair()
      await page.locator('[data-answer=different]').click()
      await page.locator('.says:has-text("again")').waitFor()
      await page.locator('[data-answer=different]').click()
      await page.locator(`form[data-pair]:not([data-pair='${here}'])`).waitFor()
      return JSON.parse((await pair()) ?? '[]') as [string, string]
    }
    const [same, other] = await decided()
    expect([same, other === one]).toEqual([about, false])
    expect((await decided())[0]).not.toBe(about)
    expect(await left()).toBe(1)
    for (const stillLeft of [2, 2]) {
      await page.click('[data-undo]')
      await expect.poll(left).toBe(stillLeft)
      await page.locator('form[data-pair]').waitFor()
    }
    await page.goto(new URL(`/review/identities/${about}`, room.served.url).href)
    expect(await page.locator('.candidates small:has-text("a person said")').count()).toBe(0)
  })

  test('axe finds nothing serious, in either language', async () => {
    const { doubts } = (await (await fetch(new URL('/review/identities.json', room.served.url))).json()) as { doubts: { about: string }[] }
    const page = await room.open('/')
    for (const place of ['', `/${doubts[0]?.about}`, `/${doubts[1]?.about}?lang=vi`]) {
      await page.goto(new URL(`/review/identities${place}`, room.served.url).href, { waitUntil: 'load' })
      expect(await seriousIn(page), place).toEqual([])
    }
  })

  test('no page complained to the console, and none asked anybody else', () => {
    expect(room.complaints).toEqual([])
    expect(room.outside).toEqual([])
  })
})

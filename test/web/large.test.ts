import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DocumentRegistered } from '../../events/index.ts'
import { defineProjection } from '../../src/kernel/projection.ts'
import { type BrowserRoom, browserRoom, hasBrowser } from './browser.ts'

/** Ten thousand rows out of one event. */
const many = defineProjection({
  name: 'many',
  version: 1,
  row: z.object({ title: z.string().default(''), size: z.number().default(0) }),
  events: { DocumentRegistered },
  key: { DocumentRegistered: () => Array.from({ length: 10_000 }, (_, at) => `row ${String(at).padStart(5, '0')}`) },
  on: {
    DocumentRegistered(row, _, key) {
      row.title = `Dòng ${key}`
      row.size++
    },
  },
})

const hostile = `<script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 2">"'</title></textarea>\u202e đảo \u202c`

let room: BrowserRoom
describe.skipIf(!hasBrowser)('large and hostile, in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    room = await browserRoom(['phone-talks'], {
      projections: [{ projection: many, fingerprint: 'many' }],
      texts: {
        [hostile]: `${hostile}\n\nNgày 12/3/2021, Chủ tịch nước Trần Văn Thử hội đàm với Tổng thống Lào Bun Thử <b onclick=alert(1)>tại Viêng Chăn</b>.`,
      },
    })
  }, 120_000)
  afterAll(async () => {
    await room?.close()
  })

  test('ten thousand rows: find and Tab reach the last, and the way back leads to the row that was left', async () => {
    const page = await room.open('/views/many')
    expect(await page.locator('table.rows tbody tr').count()).toBeGreaterThanOrEqual(200)
    await page.locator('nav.pager.brought').waitFor({ state: 'attached', timeout: 90_000 })
    expect(await page.locator('table.rows tbody tr').count()).toBe(10_000)
    expect(await page.evaluate("find('row 09999')")).toBe(true)
    const last = page.locator('[id="row-row 09999"] a').first()
    await page.locator('[id="row-row 09998"] a').last().focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.closest('tr').id")).toBe('row-row 09999')
    await last.click()
    await page.waitForURL(/09999/)
    await page.goBack()
    await page.locator('nav.pager.brought').waitFor({ state: 'attached', timeout: 90_000 })
    await expect.poll(() => last.isVisible()).toBe(true)
    await expect.poll(async () => (await last.boundingBox())?.y ?? -1).toBeGreaterThan(-1)
    expect((await last.boundingBox())?.y).toBeLessThan(900)
  })

  test('what a document holds is shown, and never run', async () => {
    const { documents } = (await (await fetch(new URL('/documents.json', room.served.url))).json()) as {
      documents: { sha256: string; name: string }[]
    }
    const { sha256 } = documents.find(({ name }) => name === hostile) as { sha256: string }
    for (const path of [
      '/',
      '/documents',
      `/documents/${sha256}`,
      `/review/${sha256}`,
      '/log',
      `/search?q=${encodeURIComponent(hostile)}`,
      '/views/documents',
    ]) {
      const page = await room.open(path)
      page.on('dialog', () => expect.unreachable('a document spoke'))
      expect(await page.evaluate('globalThis.hacked'), path).toBeUndefined()
      expect(await page.locator('main img, main script, main [onclick]').count(), path).toBe(0)
    }
    const page = await room.open(`/documents/${sha256}`)
    expect(await page.locator('.text').evaluate((text) => text.textContent)).toBe(await room.ledger.archive.text(sha256))
    expect(await page.locator('.text .unseen').count()).toBeGreaterThan(0)
    expect(room.complaints).toEqual([])
    expect(room.outside).toEqual([])
  })
})

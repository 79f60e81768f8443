import { type Browser, chromium } from 'playwright-core'

/** What a reader waits for and what the network carries, for one page in a browser that has nothing of it yet. */
export interface Visit {
  /** Milliseconds from the click to the first words on the screen. */
  readonly firstViewMs: number
  /** The longest time for which the page could not answer the reader; under 50 ms is told as 0. */
  readonly longestTaskMs: number
  /** As sent, compressed, everything of the page together. */
  readonly kilobytes: number
  /** Elements in the page. */
  readonly elements: number
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })

/** Visits a page in a context of its own, and waits until its scripts have come to rest. */
export const visit = async (browser: Browser, url: string): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
  try {
    const page = await context.newPage()
    await page.addInitScript(
      'globalThis.tasks = []; new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true })',
    )
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    let bytes = 0
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(url, { waitUntil: 'load' })
    await page.evaluate('new Promise((rest) => requestAnimationFrame(() => requestIdleCallback(rest, { timeout: 2000 })))')
    const [firstViewMs, tasks, elements] = (await page.evaluate(
      '[performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, globalThis.tasks, document.querySelectorAll("*").length]',
    )) as [number, number[], number]
    return { firstViewMs, longestTaskMs: Math.max(0, ...tasks), kilobytes: bytes / 1024, elements }
  } finally {
    await context.close()
  }
}

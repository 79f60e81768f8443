import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'

/** What a reader waits for and what the network carries, for one page in a browser that has nothing of it yet. */
export interface Visit {
  /** Milliseconds from the click to the first words on the screen. */
  readonly firstViewMs: number
  /** The longest task of the page's main thread in processor time, which other programs of the machine do not stretch. */
  readonly longestTaskMs: number
  /** The same by the clock, as the reader feels it on this machine now; under 50 ms is told as 0. */
  readonly longestBlockMs: number
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
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
    const began = Date.now()
    await page.goto(url, { waitUntil: 'load' })
    // A server that is still opening its views says so, and the page comes back by itself.
    await page.waitForSelector('body[data-position]', { state: 'attached', timeout: 60_000 })
    await page.waitForLoadState('load')
    // Charts come with what is in sight, further rows whenever the browser is idle. The page is asked in its own words:
    // a selector of the driver would walk all its elements, and be the longest task itself.
    while (await page.evaluate("document.querySelector('nav.pager[aria-busy]') !== null")) await setTimeout(500)
    await page.evaluate('new Promise((rest) => setTimeout(() => requestIdleCallback(rest, { timeout: 2000 }), 500))')
    const longestTaskMs = longestTaskIn((await browser.stopTracing()).toString(), url)
    const [painted, tasks, elements] = (await page.evaluate(
      '[performance.timeOrigin + (performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0), globalThis.tasks, document.querySelectorAll("*").length]',
    )) as [number, number[], number]
    return { firstViewMs: painted - began, longestTaskMs, longestBlockMs: Math.max(0, ...tasks), kilobytes: bytes / 1024, elements }
  } finally {
    await context.close()
  }
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Processor time, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly beginData?: { readonly url?: string } }
}

/** The longest task of the thread that parsed the page. */
const longestTaskIn = (trace: string, url: string): number => {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] }
  const { origin } = new URL(url)
  const page = traceEvents.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith(origin))
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === page?.pid && tid === page.tid)
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1_000))
}

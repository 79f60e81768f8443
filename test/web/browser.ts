import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { loadAssets } from '../../src/http/frame/assets.ts'
import { type Served, serve } from '../../src/http/server.ts'
import { inputsFrom, type Ledger, type OutsideProjection, openLedger } from '../../src/ledger.ts'
import { examples, inputsOf } from '../http/example-room.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Tests in a browser need Debian's Chromium; where it is absent they are skipped, and say so. */
export const hasBrowser = existsSync(executablePath)
if (!hasBrowser)
  console.warn(
    `Skipping the tests in a browser: there is no ${executablePath}. Install it (apt-get install chromium), or name one in CHROMIUM.`,
  )

export interface BrowserRoom {
  readonly ledger: Ledger
  readonly served: Served
  /** A page in a context of its own; everything its console complained of is kept in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  readonly complaints: string[]
  /** Requests that left this server. */
  readonly outside: string[]
  close(): Promise<void>
}

/** The reading room as it ships: bundle built, ledger of the named examples, a server that takes writes, a browser. */
export const browserRoom = async (
  names: readonly string[],
  { texts = {}, projections = [] }: { texts?: Readonly<Record<string, string>>; projections?: readonly OutsideProjection[] } = {},
): Promise<BrowserRoom> => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-browser-'))
  const ledger = await openLedger(join(folder, 'ledger'), { projections })
  await add(ledger, names)
  for await (const outcome of ledger.ingest(inputsOf(texts), { threads: 0 })) if (outcome.outcome === 'refused') throw outcome.fault
  const configFile = fileURLToPath(new URL('../../src/web/vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir: join(folder, 'web') } })
  const served = await serve(ledger, {
    port: 0,
    allowWrites: true,
    token: 'open sesame',
    limits: { soonMs: 30_000 },
    assets: loadAssets(pathToFileURL(`${join(folder, 'web')}/`)),
  })
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const complaints: string[] = []
  const outside: string[] = []
  return {
    ledger,
    served,
    complaints,
    outside,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', ...options })
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${path}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`))
      page.on('request', (request) => {
        if (!request.url().startsWith(served.url)) outside.push(request.url())
      })
      await page.goto(new URL(path, served.url).href, { waitUntil: 'load' })
      return page
    },
    async close() {
      await browser.close()
      await served.close()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Takes in examples by name. */
export const add = async (ledger: Ledger, names: readonly string[]): Promise<void> => {
  const paths = names.map((name) => join(examples, `${name}.txt`))
  for await (const outcome of ledger.ingest(inputsFrom(paths), { threads: 0 })) if (outcome.outcome === 'refused') throw outcome.fault
}

/** What an expression is worth in the page. */
export const inPage = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)

/** Rules that axe finds broken seriously, with an example each: all of them in light, those of contrast in dark and in forced colours. */
export const seriousIn = async (page: Page): Promise<string[]> => {
  await inPage(page, await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await broken(page, '{}')
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(media)
    const contrasts = await broken(page, "{ runOnly: ['color-contrast', 'link-in-text-block'] }")
    found.push(...contrasts.map((rule) => `${JSON.stringify(media)} ${rule}`))
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return found
}

const broken = async (page: Page, options: string): Promise<string[]> => {
  const { violations } = (await inPage(page, `axe.run(${options})`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 200)}`)
}

import { join } from 'node:path'
import { startServer } from './pages/server.ts'
import { openBrowser, type Visit, visit } from './pages/visit.ts'
import { type Row, secondsOf } from './row.ts'

const built = process.env.CHANCERY_BUILT ?? join(import.meta.dirname, '../dist')
const turns = Number(process.env.CHANCERY_BENCH_TURNS ?? 3)

/**
 * Every page of the reading room over the ledger that `CHANCERY_LEDGER` names: the first view with a server that has
 * just started, and with one that has answered before; the longest task of the page's main thread; what is sent.
 */
export const run = async (): Promise<Row[]> => {
  const ledger = process.env.CHANCERY_LEDGER
  if (!ledger) return []
  const browser = await openBrowser()
  const rows: Row[] = []
  try {
    const warm = await startServer(built, ledger)
    rows.push({ figure: 'from the start of the server to its address', values: [warm.startedMs], unit: 'ms' })
    const places = await placesOf(warm.url)
    for (const place of places) await fetch(new URL(place, warm.url)).then((answer) => answer.text())
    for (const place of places) {
      const [cold, again]: [Visit[], Visit[]] = [[], []]
      const answers: number[] = []
      for (let turn = 0; turn < turns; turn++) {
        const fresh = await startServer(built, ledger)
        cold.push(await visit(browser, new URL(place, fresh.url).href))
        await fresh.stop()
        answers.push(1_000 * (await secondsOf(() => fetch(new URL(place, warm.url)).then((answer) => answer.text()))))
        again.push(await visit(browser, new URL(place, warm.url).href))
      }
      const of = (visits: readonly Visit[], name: keyof Visit) => visits.map((one) => one[name])
      const figure = decodeURIComponent(place).slice(0, 60)
      rows.push(
        {
          figure: `${figure}: first view, server just started`,
          values: of(cold, 'firstViewMs'),
          unit: 'ms',
          beside: { figure: 'server has answered before', values: of(again, 'firstViewMs') },
        },
        {
          figure: `${figure}: longest task, processor time`,
          values: [...of(cold, 'longestTaskMs'), ...of(again, 'longestTaskMs')],
          unit: 'ms',
          beside: { figure: 'by the clock', values: [...of(cold, 'longestBlockMs'), ...of(again, 'longestBlockMs')] },
          remark: `${again[0]?.elements} elements, ${Math.round(again[0]?.kilobytes ?? 0)} KB sent, answer ${Math.round(Math.min(...answers))} ms`,
        },
      )
    }
    await warm.stop()
  } finally {
    await browser.close()
  }
  return rows
}

/** One page of each kind, the largest of its kind. */
const placesOf = async (url: string): Promise<string[]> => {
  const json = async <Value>(path: string): Promise<Value> => (await fetch(new URL(path, url))).json() as Promise<Value>
  const { leaders } = await json<{ leaders: { id: string }[] }>('/leaders.json')
  const { pairs } = await json<{ pairs: { pair: string }[] }>('/pairs.json')
  const { documents } = await json<{ documents: { sha256: string; claimsTotal: number }[] }>('/documents.json')
  const visits = await json<{ rows: { key: string; sources: number }[]; position: number }>('/views/visits.json?limit=10000')
  const most = <Item>(items: readonly Item[], size: (item: Item) => number): Item =>
    items.reduce((best, item) => (size(item) > size(best) ? item : best))
  const pair = pairs[0]?.pair ?? ''
  const half = Math.floor(visits.position / 2)
  return [
    '/',
    '/leaders',
    `/leaders/${encodeURIComponent(leaders[0]?.id ?? '')}`,
    '/pairs',
    `/pairs/${pair}`,
    '/documents',
    `/documents/${most(documents, ({ claimsTotal }) => claimsTotal).sha256}`,
    `/engagements/${most(visits.rows, ({ sources }) => sources).key}`,
    '/views',
    '/views/visits',
    '/views/meetings?limit=10000',
    `/why/country-relations/${pair}/engagements`,
    `/why/agreement-counts/${pair}/signed`,
    '/log',
    '/doubts',
    '/search?q=hoi+dam',
    '/help',
    `/?asOf=${half}`,
    `/leaders?asOf=${half}`,
    `/pairs/${pair}?asOf=${half}`,
  ]
}

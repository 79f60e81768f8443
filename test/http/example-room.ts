import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, type AppOptions, createApp } from '../../src/http/app.ts'
import { type Input, inputsFrom, type Ledger, openLedger } from '../../src/ledger.ts'

export const examples = fileURLToPath(new URL('../../examples', import.meta.url))

export interface ExampleRoom {
  readonly ledger: Ledger
  readonly app: App
  /** A page, as a browser asks for it. */
  page(path: string): Promise<{ status: number; text: string; headers: Headers }>
  json<Value = Record<string, unknown>>(path: string): Promise<Value>
  close(): Promise<void>
}

/** A reading room over a ledger of its own: the example articles, and further texts by name. */
export const exampleRoom = async (
  options: { texts?: Readonly<Record<string, string>>; only?: readonly string[]; app?: AppOptions } = {},
): Promise<ExampleRoom> => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-room-'))
  const ledger = await openLedger(join(folder, 'ledger'))
  const paths = options.only ? options.only.map((name) => join(examples, `${name}.txt`)) : [examples]
  for await (const outcome of ledger.ingest(inputsFrom(paths), { threads: 0 })) if (outcome.outcome === 'refused') throw outcome.fault
  for await (const outcome of ledger.ingest(inputsOf(options.texts ?? {}), { threads: 0 }))
    if (outcome.outcome === 'refused') throw outcome.fault
  const app = createApp(ledger, options.app)
  const page = async (path: string) => {
    const answer = await app.request(path, { headers: { accept: 'text/html' } })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  return {
    ledger,
    app,
    page,
    async json(path) {
      return (await (await app.request(path, { headers: { accept: 'application/json' } })).json()) as never
    },
    async close() {
      app.close()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Texts as inputs of an ingest. */
export async function* inputsOf(texts: Readonly<Record<string, string>>): AsyncIterable<Input> {
  for (const [name, text] of Object.entries(texts))
    yield { origin: name, name, metadata: {}, mediaType: 'text/plain; charset=utf-8', load: async () => new TextEncoder().encode(text) }
}

export const unescaped = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&')

/** Addresses of this room that a page links to, without fragments. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/ href="(\/[^"]*)"/g)].map((match) => unescaped(match[1] as string).split('#')[0] as string)

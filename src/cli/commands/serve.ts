import { defineCommand } from '../command.ts'

export const serve = defineCommand({
  name: 'serve',
  flags: {
    port: { takes: 'N', number: true },
    host: { takes: 'ADDRESS' },
    allowWrites: {},
    token: { takes: 'TOKEN' },
  },
  examples: ['chancery serve', 'chancery serve --port 8080'],
  async run(context, { port = 4173, host = '127.0.0.1', allowWrites = false, token }) {
    const { io, out, words, settings } = context
    const ledger = await context.ledger({ write: allowWrites })
    const { serve: listen } = await import('../../http/server.ts')
    const server = await listen(ledger, { port, host, allowWrites, ...(token ? { token } : {}) })
    if (settings.json) await out.print(JSON.stringify({ url: server.url, allowWrites, ...(server.token ? { token: server.token } : {}) }))
    else {
      await out.print(allowWrites ? words.serve.writable(server.url) : words.serve.at(server.url))
      if (server.token) out.say(words.serve.token(server.token))
    }
    await interruption(io.interrupted)
    await server.close()
    return 0
  },
})

/** Resolves at Ctrl-C. */
const interruption = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })

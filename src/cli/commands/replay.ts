import { defineCommand } from '../command.ts'
import { printList } from '../formats/list.ts'
import { namedView } from '../named-view.ts'
import { progressOf } from '../progress.ts'

export const replay = defineCommand({
  name: 'replay',
  takes: ['[view...]'],
  completes: 'views',
  flags: {},
  examples: ['chancery replay', 'chancery replay visits'],
  async run(context, _flags, args) {
    const { io, words, settings, out } = context
    const ledger = await context.ledger({ write: true })
    const names = args.map((name) => namedView(ledger, name, words))
    const tip = await ledger.tip()
    const progress = await progressOf(context, tip + 1, words.replay.rate)
    const started = io.now().getTime()
    const views = await ledger.replay(names, (position) => progress.step(position + 1)).finally(() => progress.stop())
    const seconds = (io.now().getTime() - started) / 1000
    const rebuilt = views.all.filter(({ name }) => names.length === 0 || names.includes(name))
    await printList(context, rebuilt, {
      columns: [
        { key: 'view', head: words.views.name, text: ({ name }) => name },
        { key: 'version', head: words.views.version, text: ({ version }) => String(version) },
        { key: 'rows', head: words.replay.rows, text: ({ size }) => String(size) },
        { key: 'position', head: words.events.position, text: ({ position }) => String(position) },
        { key: 'digest', head: words.replay.digest, text: (view) => view.digest().slice(0, 16), value: (view) => view.digest() },
      ],
      json: (view) => ({ view: view.name, version: view.version, rows: view.size, position: view.position, digest: view.digest() }),
    })
    const rate = Math.round((tip + 1) / Math.max(0.001, seconds))
    if (!settings.json) out.say(words.replay.done(rebuilt.length, tip + 1, seconds.toFixed(1), rate))
    return 0
  },
})

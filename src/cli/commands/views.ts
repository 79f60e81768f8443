import { defineCommand } from '../command.ts'
import { printList } from '../formats/list.ts'
import { showLong } from '../formats/pager.ts'
import { columns } from '../text/columns.ts'

/** Narrower than this, two columns leave no room for a sentence. */
const narrow = 60

export const views = defineCommand({
  name: 'views',
  flags: {},
  examples: ['chancery views', 'chancery views --json'],
  async run(context) {
    const ledger = await context.ledger()
    const { io, out, paint, settings, words } = context
    if (settings.format === undefined && io.isTty.stdout) {
      // What a view is for is a sentence: it is told whole, and how its rows are named stands below it.
      const told = ledger.projections.map(({ name, says = '', keyed = '' }) => ({
        name,
        says: [...(says ? [says] : []), ...(keyed ? [paint.dim(`${words.views.keyed}: ${keyed}`)] : [])],
      }))
      const lines =
        io.columns < narrow
          ? told.flatMap(({ name, says }) => [paint.bold(name), ...says.map((line) => `  ${line}`)])
          : columns(told.flatMap(({ name, says }) => says.map((line, i): [string, string] => [i === 0 ? name : '', line])))
      await showLong(context, lines.join('\n'))
      out.say(words.views.next)
      return 0
    }
    await printList(context, ledger.projections, {
      columns: [
        { key: 'name', head: words.views.name, text: ({ name }) => name },
        { key: 'says', head: words.views.says, text: ({ says }) => says ?? '' },
        { key: 'keyed', head: words.views.keyed, text: ({ keyed }) => keyed ?? '' },
        { key: 'version', head: words.views.version, text: ({ version }) => String(version) },
      ],
      json: ({ name, version, says = null, keyed = null, events }) => ({ name, version, says, keyed, reads: Object.keys(events) }),
    })
    return 0
  },
})

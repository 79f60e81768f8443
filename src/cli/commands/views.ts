import { defineCommand } from '../command.ts'
import { printList } from '../formats/list.ts'

export const views = defineCommand({
  name: 'views',
  flags: {},
  examples: ['chancery views', 'chancery views --json'],
  async run(context) {
    const ledger = await context.ledger()
    const { words } = context
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

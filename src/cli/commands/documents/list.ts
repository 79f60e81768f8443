import { defineCommand } from '../../command.ts'
import { documentsOf } from '../../documents.ts'
import { printList } from '../../formats/list.ts'
import { inWords } from '../../rows/cells.ts'
import { visible } from '../../text/visible.ts'

export const list = defineCommand({
  name: 'documents',
  flags: {},
  examples: ['chancery documents', 'chancery documents --format csv'],
  async run(context) {
    const { out, words, settings } = context
    const found = await documentsOf(await context.ledger())
    if (found.length === 0 && !settings.json) out.say(words.documents.none)
    else
      await printList(context, found, {
        columns: [
          { key: 'document', head: words.documents.document, text: ({ sha256 }) => sha256.slice(0, 12), value: ({ sha256 }) => sha256 },
          { key: 'name', head: words.documents.name, text: ({ name }) => visible(name) },
          {
            key: 'published',
            head: words.documents.published,
            text: ({ published }) => inWords(published, words),
            value: ({ published }) => published,
          },
          {
            key: 'publisher',
            head: words.documents.publisher,
            text: ({ publisher }) => inWords(publisher, words),
            value: ({ publisher }) => publisher,
          },
          { key: 'claims', head: words.documents.claims, text: ({ claims }) => inWords(claims, words), value: ({ claims }) => claims },
          {
            key: 'uncoded',
            head: words.documents.uncoded,
            text: ({ uncoded }) => inWords(uncoded, words),
            value: ({ uncoded }) => uncoded,
          },
          { key: 'state', head: words.documents.state, text: ({ withdrawn }) => (withdrawn === null ? '' : words.documents.withdrawn) },
        ],
      })
    return 0
  },
})

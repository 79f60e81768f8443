import type { Why } from '../../ledger.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { documentsOf, type SourceSummary } from '../documents.ts'
import { decisionsInWords } from '../explaining/decisions.ts'
import { treeInWords } from '../explaining/tree.ts'
import { printOne } from '../formats/one.ts'
import { showLong } from '../formats/pager.ts'
import { namedView } from '../named-view.ts'
import { chosen } from '../rows/chosen.ts'
import { isObject } from '../rows/shapes.ts'

export const why = defineCommand({
  name: 'why',
  takes: ['view', 'key', '[path]'],
  completes: 'views',
  flags: { asOf: { takes: 'POSITION|TIME' }, limit: { takes: 'N', number: true } },
  examples: [
    'chancery why agreement-counts KZ-VN signed',
    'chancery why visits tokayev when',
    'chancery why leader-histories tokayev identity',
    'chancery why agreement-counts KZ-VN signed --json',
  ],
  async run(context, { asOf, limit = usual }, [name = '', wanted = '', path = '']) {
    const { settings, words, out } = context
    const ledger = await context.ledger()
    const at = asOf === undefined ? {} : { asOf }
    const view = await ledger.view(namedView(ledger, name, words), at)
    const key = view.keyOf(wanted) ?? (await chosen(context, view.name, wanted, view.rows()))
    if (key === null) return 1
    const row = view.row(key)
    const wholeIdentity = path.replace(/^\//, '') === 'identity' && !(isObject(row) && Object.hasOwn(row, 'identity'))
    const found = await ledger.why(view.name, key, wholeIdentity ? '' : path, at)
    if (wholeIdentity) await printIdentity(context, found)
    else if (settings.json) await printOne(context, found, () => '')
    else await showLong(context, treeInWords(context, found, await documentsBehind(ledger, found), limit))
    if (!settings.json && settings.format === undefined && !wholeIdentity) out.say(words.why.hint(found.position))
    return 0
  },
})

/** So many reports are told; a screen or two. */
const usual = 5

const documentsBehind = async (ledger: Ledger, { events }: Why): Promise<ReadonlyMap<string, SourceSummary>> => {
  const streams = [...new Set(events.map(({ document }) => document.stream))].filter((stream) => stream.startsWith('document/'))
  const documents = new Map<string, SourceSummary>()
  for (const stream of streams) for (const summary of await documentsOf(ledger, stream)) documents.set(stream, summary)
  return documents
}

/** Only the decisions about who and what is the same, each once. */
const printIdentity = async (context: Context, { events }: Why): Promise<void> => {
  const { words } = context
  const decisions = [
    ...new Map(events.flatMap(({ identity }) => identity.map((decision) => [decision.event.id, decision] as const))).values(),
  ]
  await printOne(context, decisions, () => (decisions.length === 0 ? words.why.noDecisions : decisionsInWords(decisions, words).join('\n')))
}

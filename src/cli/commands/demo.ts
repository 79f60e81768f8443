import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineCommand } from '../command.ts'
import { columns } from '../text/columns.ts'

export const demo = defineCommand({
  name: 'demo',
  flags: { keep: {} },
  examples: ['chancery demo', 'chancery demo --keep'],
  async run(context, { keep }) {
    const { io, out, words, paint } = context
    const folder = await mkdtemp(join(tmpdir(), 'chancery-demo-'))
    const ledger = join(folder, 'ledger')
    const articles = fileURLToPath(new URL('../../../examples', import.meta.url))
    // As on a terminal, whatever the output is: the demo is there to be read. Nothing waits, nothing asks.
    const shown = {
      ...io,
      isTty: { stdin: false, stdout: true, stderr: false },
      // What commands say beside their results belongs to the story.
      stderr: io.stdout,
      columns: io.isTty.stdout ? Math.min(io.columns, 120) : 110,
      env: { ...io.env, CHANCERY_LEDGER: ledger, PAGER: '', ...(paint.on ? {} : { NO_COLOR: '1' }) },
    }
    const step = async (heading: string, ...argv: string[]): Promise<void> => {
      await out.print(`\n${paint.bold(heading)}\n${paint.dim(`$ chancery ${argv.join(' ').replace(articles, 'examples')}`)}`)
      await context.run([...argv, '--lang', words.tag], shown)
    }
    try {
      await out.print(words.demo.reading(ledger))
      await step(words.demo.articles, 'ingest', articles)
      await step(words.demo.visits, 'view', 'visits', '--from', '2023', '--to', '2023', '--where', 'status=happened')
      await step(words.demo.counts, 'view', 'agreement-counts', 'mn-vn', '--quiet')
      await step(words.demo.leader, 'view', 'leader-histories', 'tokaev', '--quiet')
      await step(words.demo.why, 'why', 'agreement-counts', 'MN-VN', 'signed', '--limit', '1', '--quiet')
      const next = [
        [`chancery ingest ${words.demo.folder}`, words.demo.own],
        ['chancery help analyst', words.front.next.help],
        ['chancery serve', words.commands.serve.brief],
      ] as const
      await out.print(
        ['', paint.bold(words.demo.next), ...columns(next), '', keep ? words.demo.kept(ledger) : words.demo.removed].join('\n'),
      )
    } finally {
      if (!keep) await rm(folder, { recursive: true, force: true })
    }
    return 0
  },
})

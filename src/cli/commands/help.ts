import { defineCommand } from '../command.ts'
import { showLong } from '../formats/pager.ts'
import { familyPage, overview } from '../front.ts'
import { page } from '../help/page.ts'
import { commandNames, families, isCommandName, membersOf } from '../names.ts'
import { suggest } from '../suggest.ts'
import { Usage } from '../usage.ts'
import { topics } from '../words/topics/index.ts'

export const help = defineCommand({
  name: 'help',
  takes: ['[topic...]'],
  completes: 'commands',
  flags: {},
  examples: ['chancery help analyst', 'chancery help developer', 'chancery help dates'],
  async run(context, _flags, args) {
    const { io, words } = context
    const topic = args.join(' ')
    if (topic === '') {
      await showLong(context, `${overview(words)}\n\n${words.help.topics}: ${Object.keys(topics).join(', ')}`)
      return 0
    }
    const family = families.find((name) => name === topic)
    if (Object.hasOwn(topics, topic)) await showLong(context, topics[topic as keyof typeof topics][words.tag as 'en' | 'vi'].trim())
    else if (family && !isCommandName(topic)) await showLong(context, familyPage(words, family, membersOf(family)))
    else if (isCommandName(topic))
      await showLong(context, page(await context.commandNamed(topic), words, io.isTty.stdout ? io.columns : undefined))
    else {
      const known = [...Object.keys(topics), ...commandNames]
      const near = suggest(topic, known)
      throw new Usage('unknown-command', {
        attempted: words.usage.understand(topic),
        found: words.usage.noTopic,
        ...(near.length
          ? { cure: words.usage.didYouMean(near.join(` ${words.usage.or} `)) }
          : { expected: words.usage.oneOf(Object.keys(topics).join(', ')) }),
      })
    }
    return 0
  },
})

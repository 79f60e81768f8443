import { defineCommand } from '../command.ts'
import { type CommandName, commandNames, families } from '../names.ts'
import { type CommandSpec, everywhere, spelled } from '../spec.ts'
import { Usage } from '../usage.ts'
import { topics } from '../words/topics/index.ts'

const shells = ['bash', 'zsh', 'fish'] as const

export const completions = defineCommand({
  name: 'completions',
  takes: ['shell'],
  completes: 'nothing',
  flags: {},
  examples: [
    'chancery completions bash >> ~/.bashrc',
    'chancery completions zsh > ~/.zfunc/_chancery',
    'chancery completions fish > ~/.config/fish/completions/chancery.fish',
  ],
  async run({ out, words, commandNamed }, _flags, [wanted]) {
    const shell = shells.find((name) => name === wanted)
    if (!shell)
      throw new Usage('invalid-value', {
        attempted: words.usage.run('completions'),
        found: words.usage.value('shell', wanted ?? ''),
        expected: words.usage.oneOf(shells.join(', ')),
      })
    const described: Described[] = []
    for (const name of commandNames) described.push({ name, brief: words.commands[name].brief, command: await commandNamed(name) })
    await out.print({ bash, zsh, fish }[shell](described))
    return 0
  },
})

interface Described {
  readonly name: CommandName
  readonly brief: string
  readonly command: CommandSpec
}

const flagsOf = ({ command }: Described): string[] => [...Object.keys(command.flags ?? {}), ...Object.keys(everywhere), 'help'].map(spelled)
const firstWords = (commands: readonly Described[]): string[] => [
  ...new Set([...commands.map(({ name }) => name.split(' ')[0] as string), ...families]),
]
const secondWords = (commands: readonly Described[], family: string): string[] =>
  commands.flatMap(({ name }) => (name.startsWith(`${family} `) ? [name.slice(family.length + 1)] : []))

/** Names of views come from the ledger in use; where there is none, nothing is offered. */
const viewNames = 'chancery views --format ndjson 2>/dev/null | sed -n \'s/^{"name":"\\([^"]*\\)".*/\\1/p\''

const bash = (commands: readonly Described[]): string => `# chancery, completion for bash
_chancery() {
  local current=\${COMP_WORDS[COMP_CWORD]} first=\${COMP_WORDS[1]} second=\${COMP_WORDS[2]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then words="${firstWords(commands).join(' ')} --help --version"
  else case "$first $second" in
${commands
  .filter(({ name }) => name.includes(' '))
  .map((each) => `    "${each.name}") words="${flagsOf(each).join(' ')}" ;;`)
  .join('\n')}
    *) case "$first" in
${families.map((family) => `      ${family}) [ "$COMP_CWORD" -eq 2 ] && words="${secondWords(commands, family).join(' ')}" ;;`).join('\n')}
      help) words="${[...Object.keys(topics), ...firstWords(commands)].join(' ')}" ;;
${commands
  .filter(({ name }) => !name.includes(' ') && name !== 'help' && !(families as readonly string[]).includes(name))
  .map(
    (each) =>
      `      ${each.name}) words="${flagsOf(each).join(' ')}"${each.command.completes === 'views' ? `; [ "$COMP_CWORD" -eq 2 ] && words="$words $(${viewNames})"` : ''} ;;`,
  )
  .join('\n')}
    esac ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _chancery chancery`

const zsh = (commands: readonly Described[]): string => `#compdef chancery
# chancery, completion for zsh
_chancery() {
  local -a offered
  if (( CURRENT == 2 )); then
    offered=(${firstWords(commands)
      .map((word) => `'${word}:${quote(commands.find(({ name }) => name === word)?.brief ?? '')}'`)
      .join(' ')})
    _describe command offered
    return
  fi
  case "$words[2] $words[3]" in
${commands
  .filter(({ name }) => name.includes(' '))
  .map((each) => `    '${each.name}') compadd -- ${flagsOf(each).join(' ')}; _files; return ;;`)
  .join('\n')}
  esac
  case "$words[2]" in
${families.map((family) => `    ${family}) (( CURRENT == 3 )) && compadd -- ${secondWords(commands, family).join(' ')} ;;`).join('\n')}
    help) compadd -- ${[...Object.keys(topics), ...firstWords(commands)].join(' ')} ;;
${commands
  .filter(({ name }) => !name.includes(' ') && name !== 'help' && !(families as readonly string[]).includes(name))
  .map(
    (each) =>
      `    ${each.name}) compadd -- ${flagsOf(each).join(' ')}${each.command.completes === 'views' ? `; (( CURRENT == 3 )) && compadd -- \${(f)"$(${viewNames})"}` : ''}; _files ;;`,
  )
  .join('\n')}
  esac
}
if [ "$funcstack[1]" = "_chancery" ]; then _chancery; else compdef _chancery chancery; fi`

const fish = (commands: readonly Described[]): string =>
  [
    '# chancery, completion for fish',
    ...firstWords(commands).map(
      (word) =>
        `complete -c chancery -n __fish_use_subcommand -a ${word} -d '${quote(commands.find(({ name }) => name === word)?.brief ?? '')}'`,
    ),
    ...families.map(
      (family) => `complete -c chancery -n '__fish_seen_subcommand_from ${family}' -a '${secondWords(commands, family).join(' ')}'`,
    ),
    ...commands.flatMap((each) =>
      flagsOf(each).map(
        (flag) => `complete -c chancery -n '__fish_seen_subcommand_from ${each.name.split(' ').at(-1)}' -l ${flag.slice(2)}`,
      ),
    ),
    `complete -c chancery -n '__fish_seen_subcommand_from help' -f -a '${Object.keys(topics).join(' ')}'`,
    ...commands
      .filter(({ command }) => command.completes === 'views')
      .map(({ name }) => `complete -c chancery -n '__fish_seen_subcommand_from ${name}' -f -a '(${viewNames.replaceAll("'", "\\'")})'`),
  ].join('\n')

const quote = (text: string): string => text.replaceAll("'", '’').replaceAll(':', '\\:')

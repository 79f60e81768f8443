import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commandNames } from '../../src/cli/names.ts'
import { cli } from './run-cli.ts'

const script = async (shell: string): Promise<string> => (await cli(['completions', shell])).out
const has = (program: string): boolean => spawnSync(program, ['-c', 'true']).status === 0

test.each(['bash', 'zsh', 'fish'])('%s: names every command', async (shell) => {
  const text = await script(shell)
  for (const name of commandNames) expect(text).toContain(name.split(' ').at(-1))
})

test.each(['bash', 'zsh', 'fish'].filter(has))('%s accepts the script', async (shell) => {
  const { status, stderr } = spawnSync(shell, ['-n'], { input: await script(shell), encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test.runIf(has('bash'))('bash completes commands, second words, flags', async () => {
  const text = await script('bash')
  const complete = (...words: string[]): string[] =>
    execFileSync(
      'bash',
      [
        '-c',
        `${text}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _chancery; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8' },
    ).split('\n')
  expect(complete('chancery', 'wh')).toContain('why')
  expect(complete('chancery', 'correct', 'un')).toContain('undo')
  expect(complete('chancery', 'correct', 'undo', '--pre')).toContain('--preview')
  expect(complete('chancery', 'help', 'ana')).toContain('analyst')
})

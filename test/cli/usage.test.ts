import { describe, expect, test } from 'vitest'
import { lineOf } from '../../src/cli/argv.ts'
import { defineCommand } from '../../src/cli/command.ts'
import { scan } from '../../src/cli/scan.ts'
import { suggest } from '../../src/cli/suggest.ts'
import { en } from '../../src/cli/words/en.ts'
import { cli } from './run-cli.ts'

const command = defineCommand({
  name: 'why',
  takes: ['view', 'key', '[path]'],
  flags: {
    asOf: { takes: 'POSITION' },
    type: { takes: 'TYPE', many: true },
    limit: { takes: 'N', number: true },
    verdict: { oneOf: ['right', 'wrong'] },
    preview: {},
  },
  examples: [],
  run: async () => 0,
})
const scanned = (...argv: string[]) => scan(command, argv, en)

describe('a command line, scanned', () => {
  test.each([
    [['a', 'b'], { args: ['a', 'b'], flags: {} }],
    [['a', '--as-of', '3', 'b'], { args: ['a', 'b'], flags: { asOf: '3' } }],
    [['a', 'b', '--as-of=3', '--type', 'X', '--type=Y'], { flags: { asOf: '3', type: ['X', 'Y'] } }],
    [['a', 'b', '--limit', '12', '--no-pager', '--json'], { flags: { limit: 12, pager: false, json: true } }],
    [['a', '-'], { args: ['a', '-'] }],
    [['--', 'a', '--b'], { args: ['a', '--b'] }],
  ])('%j', async (argv, expected) => {
    expect(await scanned(...argv)).toMatchObject(expected)
  })

  test.each([
    [['a'], 'missing-argument', 'no key was given'],
    [['a', 'b', 'c', 'd'], 'unexpected-argument', '“d” is one word too many'],
    [['a', 'b', '--as-off', '3'], 'unknown-flag', 'there is no flag --as-off'],
    [['a', 'b', '-x'], 'unknown-flag', 'there is no flag -x'],
    [['a', 'b', '--as-of'], 'missing-argument', '--as-of has no value'],
    [['a', 'b', '--as-of', '--json'], 'missing-argument', '--as-of has no value'],
    [['a', 'b', '--as-of', '1', '--as-of', '2'], 'unexpected-argument', '--as-of is given twice'],
    [['a', 'b', '--limit', 'many'], 'invalid-value', '--limit is “many”'],
    [['a', 'b', '--limit', '1.5'], 'invalid-value', '--limit is “1.5”'],
    [['a', 'b', '--verdict', 'wrogn'], 'invalid-value', '--verdict is “wrogn”'],
    [['a', 'b', '--format', 'jsn'], 'invalid-value', '--format is “jsn”'],
  ])('%j is refused', async (argv, code, found) => {
    await expect(scanned(...argv)).rejects.toMatchObject({ code, facts: { found } })
  })

  test('what was meant is asked', async () => {
    await expect(scanned('a', 'b', '--as-off', '3')).rejects.toMatchObject({
      facts: { cure: expect.stringContaining('did you mean --as-of?') },
    })
    await expect(scanned('a', 'b', '--verdict', 'wrogn')).rejects.toMatchObject({ facts: { cure: 'did you mean wrong?' } })
  })

  test('flags that hold everywhere may stand before the command', () => {
    expect(lineOf(['--ledger', 'x', '--json', 'view', 'visits', '--as-of', '3'])).toMatchObject({
      first: 'view',
      rest: ['visits', '--as-of', '3', '--ledger', 'x', '--json'],
      json: true,
      ledger: 'x',
    })
    expect(lineOf(['--quiet', 'events', '--', '--help'])).toMatchObject({ first: 'events', rest: ['--quiet', '--', '--help'], help: false })
    expect(lineOf(['view', '-h'])).toMatchObject({ help: true })
  })

  test('suggestions forgive case, marks and a slip, and offer nothing far away', () => {
    expect(suggest('vist', ['visits', 'meetings'])).toEqual(['visits'])
    expect(suggest('Hội-Đàm', ['hoi-dam'])).toEqual(['hoi-dam'])
    expect(suggest('waht', ['what', 'until'])).toEqual(['what'])
    expect(suggest('zzzz', ['visits'])).toEqual([])
  })
})

describe('a wrong command line', () => {
  test.each([
    [['wy'], 'there is no such command'],
    [['correct', 'retrct'], 'there is no such command'],
    [['view'], 'no name was given'],
    [['view', 'visits', '--form', 'json'], 'there is no flag --form'],
    [['completions', 'powershell'], 'shell is “powershell”'],
    [['help', 'wizard'], 'there is no such topic or command'],
    [['new', 'projection', 'Not A Noun'], 'name is “Not A Noun”'],
    [['prove', 'twelve'], 'position is “twelve”'],
    [['correct', 'retract', '12'], 'no reason was given'],
    [['compare', 'visits'], 'no --from was given'],
    [['export', 'parqet'], 'format is “parqet”'],
  ])('%j: exit code 2, nothing on stdout, the reason on stderr', async (argv, found) => {
    const { code, out, err } = await cli(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(found)
    expect(err).toMatch(/^couldn't /)
  })

  test('with --json the error is JSON, in the one shape', async () => {
    const { code, err } = await cli(['view', 'visits', '--form', 'x', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(err)).toEqual({
      code: 'unknown-flag',
      attempted: 'run view',
      found: 'there is no flag --form',
      cure: expect.stringContaining('did you mean --format or --from?'),
    })
  })

  test('in Vietnamese the error is Vietnamese', async () => {
    expect((await cli(['wy', '--lang', 'vi'])).err).toContain('không thể hiểu “wy”: không có lệnh ấy')
  })

  test('a family without a second word lists its members, and is not done', async () => {
    const { code, err } = await cli(['correct'])
    expect(code).toBe(2)
    expect(err).toContain('correct undo')
  })
})

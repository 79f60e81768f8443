#!/usr/bin/env node
// `npm run eval`: extracts a folder of texts with gold facts and scores the claims with the scorer that lies beside them.
//   npm run eval                       the texts to learn from: the table, and the errors by kind
//   npm run eval -- --errors           every error with its clause
//   npm run eval -- --check            the texts for scoring alone: the table, never the errors
//   npm run eval -- --shared DIR       where the material is; otherwise CHANCERY_SHARED
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'

const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const shared = argument('--shared') ?? process.env.CHANCERY_SHARED
const check = process.argv.includes('--check')
if (!shared || !existsSync(join(shared, 'eval/score.mjs'))) {
  console.error(
    `couldn't evaluate: ${shared ? `${shared} has no eval/score.mjs` : 'no material was named'}. Set CHANCERY_SHARED, or give --shared DIR with eval/score.mjs, eval/dev and eval/check.`,
  )
  process.exit(2)
}

register()
const root = new URL('../../', import.meta.url)
const { createExtractor } = await import(new URL('src/extraction/extract.ts', root).href)
const { vietnamese } = await import(new URL('src/languages/vi/index.ts', root).href)
const gazetteer = {}
for (const folder of ['src/languages/vi/gazetteer', 'src/identity/gazetteer'])
  for (const file of readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.tsv')))
    gazetteer[file.slice(0, -4)] = readFileSync(new URL(`${folder}/${file}`, root), 'utf8')
const extractor = createExtractor({ language: vietnamese, gazetteer })

const folder = join(shared, 'eval', check ? 'check' : 'dev')
const lines = []
for (const file of readdirSync(join(folder, 'texts'))
  .filter((name) => name.endsWith('.txt'))
  .sort()) {
  const text = readFileSync(join(folder, 'texts', file), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  for (const { type, data, evidence, rule } of extractor.extract(text, { sha256 }).claims)
    lines.push(JSON.stringify({ document: file.slice(0, -4), type, data, evidence, rule }))
}
const scratch = mkdtempSync(join(tmpdir(), 'chancery-eval-'))
const events = join(scratch, 'events.ndjson')
writeFileSync(events, lines.join('\n'))
const score = (...flags) =>
  spawnSync(process.execPath, [join(shared, 'eval/score.mjs'), join(folder, 'gold'), events, ...flags], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })

const { stdout, stderr, status } = score(...(check ? [] : ['--errors']))
rmSync(scratch, { recursive: true })
if (status !== 0) {
  console.error(stderr)
  process.exit(3)
}
const isError = (line) => line.split(' | ').length > 3
const errors = stdout.split('\n').filter(isError)
console.log(
  stdout
    .split('\n')
    .filter((line) => !isError(line))
    .join('\n')
    .trim(),
)
if (check) process.exit(0)

const kinds = new Map()
for (const error of errors) {
  const [, kind, what, wanted] = error.split(' | ')
  const key = `${kind}: ${what}${what === 'missed' || what === 'false alarm' ? `, ${wanted}` : ''}`
  kinds.set(key, (kinds.get(key) ?? 0) + 1)
}
console.log('\nErrors by kind')
for (const [key, count] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`${String(count).padStart(5)}  ${key}`)
if (process.argv.includes('--errors')) console.log(`\n${errors.join('\n')}`)

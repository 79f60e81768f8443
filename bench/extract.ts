import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createExtractor, type Extractor } from '../src/extraction/extract.ts'
import { vietnamese } from '../src/languages/vi/index.ts'
import { type Row, secondsOf } from './row.ts'

/** Articles per second in one thread, cold and warm, and how time grows with the length of hostile texts. */
export const run = async (): Promise<Row[]> => {
  const documents = articles()
  const gazetteer = tables()
  const cold: number[] = []
  const warm: number[] = []
  let characters = 0
  for (const { text } of documents) characters += text.length
  const first = documents.slice(0, 100)
  let extractor = createExtractor({ language: vietnamese, gazetteer })
  const start = await secondsOf(() => {
    extractor = createExtractor({ language: vietnamese, gazetteer })
    for (const document of first) extractor.extract(document.text, { sha256: document.sha256 })
  })
  cold.push(first.length / start)
  for (let turn = 0; turn < 5; turn++)
    warm.push(documents.length / (await secondsOf(() => documents.map(({ text, sha256 }) => extractor.extract(text, { sha256 })))))
  return [
    { figure: 'extract, cold', values: cold, unit: 'articles/s', remark: `the first ${first.length}, tables read in the same breath` },
    {
      figure: 'extract, warm',
      values: warm,
      unit: 'articles/s',
      remark: `${documents.length} articles, ${Math.round(characters / documents.length)} characters each`,
    },
    ...(await Promise.all(Object.entries(hostile).map(([name, text]) => growth(extractor, name, text)))),
  ]
}

/** Ten times the text may take ten times as long: the ratio of time per character, of 1 MB against 100 kB, is near 1. */
const growth = async (extractor: Extractor, name: string, unit: string): Promise<Row> => {
  const seconds = (length: number): Promise<number> => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    return secondsOf(() => extractor.extract(text, { sha256: '0'.repeat(64) }))
  }
  await seconds(50_000)
  const ratios: number[] = []
  for (let turn = 0; turn < 3; turn++) ratios.push((await seconds(1_000_000)) / (10 * (await seconds(100_000))))
  return { figure: `1 MB of ${name}`, values: ratios, unit: '× the time per character of 100 kB' }
}

const hostile: Readonly<Record<string, string>> = {
  'repeated titles': 'Thủ tướng Chính phủ nước Cộng hòa ',
  brackets: '((((',
  digits: '1234567890',
  commas: ',,,,',
  'dates in a row': '5/3, ',
  'names in a row': 'Nguyễn Văn An và ',
  visits: 'Thủ tướng Lào thăm Việt Nam. ',
}

/** The corpus where it is at hand (`CHANCERY_SHARED`), else the project's own articles. */
const articles = (): { text: string; sha256: string }[] => {
  const corpus = join(process.env.CHANCERY_SHARED ?? '', 'corpus/articles.ndjson')
  const texts =
    process.env.CHANCERY_SHARED && existsSync(corpus)
      ? readFileSync(corpus, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => (JSON.parse(line) as { text: string }).text)
      : textsIn('../test/gold/texts/')
  return texts.map((text) => ({ text, sha256: createHash('sha256').update(text).digest('hex') }))
}

const textsIn = (folder: string): string[] => {
  const directory = new URL(folder, import.meta.url)
  return readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, directory), 'utf8'))
}

const tables = (): Record<string, string> =>
  Object.fromEntries(
    ['../src/languages/vi/gazetteer/', '../src/identity/gazetteer/'].flatMap((folder) => {
      const directory = new URL(folder, import.meta.url)
      return readdirSync(directory)
        .filter((name) => name.endsWith('.tsv'))
        .map((name) => [name.slice(0, -4), readFileSync(new URL(name, directory), 'utf8')])
    }),
  )

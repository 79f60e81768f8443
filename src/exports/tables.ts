import { readFile } from 'node:fs/promises'

/** The rows of a table that lies in this room, by the names in its first line; lines that begin with `#` are remarks. */
export const tableRows = async (file: string): Promise<Readonly<Record<string, string>>[]> => {
  const text = await readFile(new URL(file, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

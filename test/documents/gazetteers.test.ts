import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadGazetteer } from '../../src/documents/gazetteers.ts'
import { codeOf } from './archive-contract.ts'

describe('loading gazetteers', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gazetteer-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('gives each table under its name, in order, without byte-order mark', async () => {
    await writeFile(join(folder, 'leaders.tsv'), '\uFEFFname\toffice\nPhạm Văn Đồng\tThủ tướng\n')
    await writeFile(join(folder, 'countries.tsv'), 'code\n')
    await writeFile(join(folder, 'notes.txt'), 'not a table')
    const tables = await loadGazetteer([folder])
    expect(Object.entries(tables)).toEqual([
      ['countries', 'code\n'],
      ['leaders', 'name\toffice\nPhạm Văn Đồng\tThủ tướng\n'],
    ])
  })

  it('refuses two tables of one name, a folder that is not there, and what is not UTF-8', async () => {
    await writeFile(join(folder, 'a.tsv'), 'x')
    expect(await codeOf(loadGazetteer([folder, folder]))).toBe('invalid-input')
    expect(await codeOf(loadGazetteer([join(folder, 'nowhere')]))).toBe('no-such-path')
    await writeFile(join(folder, 'b.tsv'), Buffer.from([0xc3, 0x28]))
    expect(await codeOf(loadGazetteer([folder]))).toBe('invalid-input')
  })

  it('finds relative folders beside its own room', async () => {
    expect(await codeOf(loadGazetteer(['documents']))).toBe('no fault')
  })
})

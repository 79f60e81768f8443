import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
const files = ['extraction', 'languages'].flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(src, room, file)),
)

/** Every literal regular expression of the rooms that read documents. */
const expressions = files.flatMap((file) => {
  const found: { file: string; source: string; flags: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ file: file.slice(src.length), source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return found
})

describe('regular expressions of extraction and languages', () => {
  it('are found at all, and none is built at run time', () => {
    expect(expressions.length).toBeGreaterThan(20)
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(/new RegExp\(/)
  })

  it('backtrack in no more than linear time', () => {
    const seen = new Map<string, string>()
    for (const { file, source, flags } of expressions) seen.set(`${source}/${flags.replace('g', '')}`, file)
    for (const [key, file] of seen) {
      const at = key.lastIndexOf('/')
      const { status } = checkSync(key.slice(0, at), key.slice(at + 1), { timeout: 4_000, checker: 'automaton' })
      expect(status, `${file}: /${key}`).not.toBe('vulnerable')
    }
  }, 60_000)
})

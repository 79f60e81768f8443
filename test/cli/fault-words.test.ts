import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { inWords } from '../../src/cli/trouble.ts'
import { en } from '../../src/cli/words/en.ts'
import { reworded } from '../../src/cli/words/reworded.ts'
import { vi } from '../../src/cli/words/vi.ts'
import { faultSentences } from '../../src/cli/words/vi-faults.ts'
import { Fault } from '../../src/kernel/fault.ts'

/** Rooms below the faces: what they say reaches people through a face. */
const rooms = ['kernel', 'store', 'documents', 'recording', 'replay', 'transparency', 'audit', 'intake', 'exports']
const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** Sentences of faults as the code writes them, `{}` for a value: facts of `new Fault`, and what is handed to functions that make one. */
const sentencesOf = (file: string): string[] => {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const makers = new Set<string>()
  const take = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''))
    else if (ts.isConditionalExpression(node)) for (const each of [node.whenTrue, node.whenFalse]) take(each)
    else if (ts.isBinaryExpression(node)) take(node.right)
  }
  const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
    visit(node)
    ts.forEachChild(node, (child) => walk(child, visit))
  }
  walk(tree, (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && /new Fault\(/.test(node.initializer?.getText() ?? ''))
      if (node.initializer && ts.isArrowFunction(node.initializer) && !ts.isBlock(node.initializer.body)) makers.add(node.name.text)
  })
  walk(tree, (node) => {
    if (ts.isPropertyAssignment(node) && /^(attempted|found|expected|cure)$/.test(node.name.getText())) take(node.initializer)
    if (ts.isCallExpression(node) && makers.has(node.expression.getText()))
      for (const argument of node.arguments) if (/^['"`]/.test(argument.getText()) && argument.getText().includes(' ')) take(argument)
  })
  return found
}

const files = rooms.flatMap((room) =>
  readdirSync(`${source}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${source}${room}/${name}`),
)
const sentences = [...new Set(files.flatMap(sentencesOf))].filter((sentence) => /[a-z]{3}/.test(sentence.replaceAll('{}', '')))

describe('what faults say, in Vietnamese', () => {
  test('every sentence that the code writes has its Vietnamese', () => {
    expect(sentences.length).toBeGreaterThan(180)
    // A file name, a digest or a word of JSON is the same in every language.
    const same = new Set(['CSV', 'UTF-8', 'sha256'])
    expect(sentences.filter((sentence) => !same.has(sentence) && !Object.hasOwn(faultSentences, sentence))).toEqual([])
  })

  test('every value of a sentence is kept', () => {
    for (const [from, to] of Object.entries(faultSentences)) {
      const values = (text: string): number => text.split(/\{\d?\}/).length
      expect(values(to), from).toBe(values(from))
    }
  })

  test('a fault reads in one language; one that nobody has worded has its meaning above it', () => {
    const fault = new Fault('document-unreadable', {
      attempted: 'read /a/b.pdf',
      found: 'it is encrypted and opens only with a password',
      expected: 'a PDF with text',
      cure: 'Save it without a password, then try again.',
    })
    expect(inWords(fault.toJSON(), vi)).toBe(
      'không thể đọc /a/b.pdf: nó được mã hoá, có mật khẩu mới mở được, cần một PDF có chữ\n  Cách chữa: Lưu không có mật khẩu rồi thử lại.',
    )
    expect(inWords(fault.toJSON(), en)).toBe(
      "couldn't read /a/b.pdf: it is encrypted and opens only with a password, expected a PDF with text\n  Cure: Save it without a password, then try again.",
    )
    const strange = new Fault('io-error', { attempted: 'read x', found: 'EIO: the disk is on fire' })
    expect(inWords(strange.toJSON(), vi)).toBe('Lỗi vào ra.\n  không thể đọc x: EIO: the disk is on fire')
  })

  test('the pattern with the most words of its own is taken, and its values go where they belong', () => {
    const patterns = { 'read {}': 'đọc {}', 'read {} beyond record {}': 'đọc quá bản ghi {2} của {1}' }
    expect(reworded('read a.warc beyond record 7', patterns)).toBe('đọc quá bản ghi 7 của a.warc')
    expect(reworded('read a b', patterns)).toBe('đọc a b')
    expect(reworded('write a', patterns)).toBeNull()
  })

  test('any value comes through whole: property', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (value) => {
        fc.pre(!value.includes(' '))
        expect(reworded(`there is no ${value}`, faultSentences)).toContain(Object.hasOwn(faultSentences, value) ? 'không có' : value)
      }),
    )
  })
})

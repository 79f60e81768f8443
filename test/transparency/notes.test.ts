import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfBase64 } from '../../src/transparency/base64.ts'
import { parseCheckpoint, signCheckpoint } from '../../src/transparency/checkpoint.ts'
import { leafHash } from '../../src/transparency/hashes.ts'
import {
  checkSignature,
  formatSigningKey,
  formatVerifierKey,
  newSigningKey,
  parseSigningKey,
  parseVerifierKey,
  signText,
} from '../../src/transparency/keys.ts'
import { formatNote, type Note, parseNote } from '../../src/transparency/note.ts'

/** The key and the note that Go's documentation of signed notes published. */
const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const signer = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const published = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

/** The checkpoint that C2SP tlog-cosignature shows. */
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

const noteOf = (bytes: string | Uint8Array): Note => {
  const note = parseNote(bytes)
  if ('wrong' in note) throw new Error(note.wrong)
  return note
}
const keyOf = (line: string) => {
  const key = parseVerifierKey(line)
  if (!key) throw new Error(line)
  return key
}

describe('signed notes', () => {
  test('given the published note and key, the signature verifies and is made again', () => {
    const note = noteOf(published)
    expect(checkSignature(note, keyOf(verifier))).toBe('signed')
    const key = parseSigningKey(signer)
    expect(key && formatVerifierKey(key)).toBe(verifier)
    expect(key && formatSigningKey(key)).toBe(signer)
    expect(key && formatNote({ text, signatures: [signText(text, key)] })).toBe(published)
  })

  test('given one letter changed anywhere, it is no longer that signed note', () => {
    const bytes = Buffer.from(published)
    for (let at = 0; at < bytes.length; at++)
      for (const flip of [0x01, 0x20, 0x80]) {
        const bent = Buffer.from(bytes)
        bent[at] = (bent[at] as number) ^ flip
        const note = parseNote(bent)
        const signed = 'wrong' in note ? 'not signed' : checkSignature(note, keyOf(verifier))
        expect(signed === 'signed' && !('wrong' in note) && note.text === text, `byte ${at} with ${flip}`).toBe(false)
      }
  })

  test('signatures of unknown keys are ignored, wrong ones of known keys are not', () => {
    const note = noteOf(published)
    const other = newSigningKey('PeterNeumann')
    expect(checkSignature(note, other)).toBe('not signed')
    const forged = { ...note, signatures: note.signatures.map((each) => ({ ...each, signature: Buffer.alloc(64) })) }
    expect(checkSignature(forged, keyOf(verifier))).toBe('wrong')
  })

  test('given what is no note, it says why', () => {
    for (const bytes of [
      '',
      'text',
      'text\n',
      'text\n\n',
      'text\n\n— name AAAA\n',
      `${text}\n— PeterNeumann x08go/ZJ`,
      'a\u0000b\n\n— n AAAAAAA=\n',
      published.replace('— ', '- '),
      `${published}\n`,
      `${published}x`,
    ])
      expect(parseNote(bytes), JSON.stringify(bytes)).toHaveProperty('wrong')
    expect(parseNote(Buffer.concat([Buffer.from([0xff]), Buffer.from(published)]))).toHaveProperty('wrong')
  })

  test('base64 that another text encodes too is refused', () => {
    expect(bytesOfBase64('AAAA')).toEqual(Buffer.alloc(3))
    for (const loose of ['AAA', 'AAB=', 'AAAB=', ' AAAA', 'AAAA\n', 'AA-_', 'AAA*', 'AAAA====', 'AA==AA=='])
      expect(bytesOfBase64(loose)).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  test('a verifier key whose id does not belong to it is none', () => {
    expect(parseVerifierKey(verifier.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
    expect(parseVerifierKey(verifier.replace('PeterNeumann', 'PeterNeuman'))).toBeUndefined()
    expect(parseVerifierKey(verifier.slice(0, -1))).toBeUndefined()
    expect(parseVerifierKey('')).toBeUndefined()
  })
})

describe('checkpoints', () => {
  test('the example of the specification is read, signatures of others with it', () => {
    const checkpoint = parseCheckpoint(cosigned)
    if ('wrong' in checkpoint) throw new Error(checkpoint.wrong)
    expect([checkpoint.origin, checkpoint.size]).toEqual(['example.com/behind-the-sofa', 20_852_163])
    expect(checkpoint.note.signatures.map(({ name }) => name)).toEqual(['example.com/behind-the-sofa', 'witness.example.com/w1'])
    expect(formatNote(checkpoint.note)).toBe(cosigned)
  })

  test('what is signed is read again and verifies', () => {
    const key = newSigningKey('example.org/sổ')
    const head = { origin: key.name, size: 3, root: leafHash(Buffer.from('x')) }
    const checkpoint = parseCheckpoint(signCheckpoint(head, [key]))
    expect(checkpoint).toMatchObject(head)
    if ('wrong' in checkpoint) throw new Error(checkpoint.wrong)
    expect(checkSignature(checkpoint.note, key)).toBe('signed')
  })

  test('given a malformed body, it says why', () => {
    for (const [from, to] of [
      ['20852163', '020852163'],
      ['20852163', '-1'],
      ['20852163', '99999999999999999'],
      ['example.com/behind-the-sofa\n20', '\n20'],
      ['CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J='],
      ['CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'AAAA'],
    ] as const)
      expect(parseCheckpoint(cosigned.replace(from, to)), to).toHaveProperty('wrong')
  })
})

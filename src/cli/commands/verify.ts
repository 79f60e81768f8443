import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { printOne } from '../formats/one.ts'
import { shortStream } from './events.ts'

export const verify = defineCommand({
  name: 'verify',
  flags: { reextract: {}, against: { takes: 'FILE' }, proof: { takes: 'FILE' }, key: { takes: 'VKEY|FILE' } },
  examples: [
    'chancery verify',
    'chancery verify --against checkpoint.txt',
    'chancery verify --reextract',
    'chancery verify --proof event-12.proof --key vkey.txt',
  ],
  async run(context, { reextract = false, against, proof, key }) {
    const { words } = context
    if (proof !== undefined) return verifyOne(context, proof, key)
    const ledger = await context.ledger()
    const result = await ledger.verify({
      reextract,
      ...(against === undefined ? {} : { against: await textOf(context, against) }),
      ...(key === undefined ? {} : { verifierKey: await keyOf(context, key) }),
    })
    await printOne(context, result, () => inWordsOf(result, words))
    return result.ok ? 0 : 1
  },
})

type Audited = Awaited<ReturnType<Ledger['verify']>>

const inWordsOf = (
  { ok, events, signed, after, problems, notes, documents, reextracted }: Audited,
  { verify }: Context['words'],
): string => {
  const wrong = [
    ...problems.map(({ file, position, says, found, expected }) =>
      [
        [file, position === undefined ? '' : verify.position(position)].filter(Boolean).join(' '),
        `${says}${found === undefined || says.includes(found) ? '' : ` (${verify.found(found, expected ?? '–')})`}`,
      ]
        .filter(Boolean)
        .join(': '),
    ),
    ...documents.problems.map(({ stream, position, says }) => `${shortStream(stream)} ${verify.position(position)}: ${says}`),
    ...(reextracted?.differing ?? []).map((stream) => `${shortStream(stream)}: ${verify.differs}`),
  ]
  return [
    [verify.events(events), verify.signed(signed, after), verify.documents(documents.matching, documents.quotes)].join(' · '),
    ...documents.withdrawn.map((stream) => verify.withdrawn(shortStream(stream))),
    ...(reextracted ? [verify.reextracted(reextracted.same, reextracted.differing.length, reextracted.notChecked)] : []),
    ...notes,
    ...wrong.map((line) => `✗ ${line}`),
    ok ? verify.fine : verify.wrong(wrong.length),
  ].join('\n')
}

/** A proof that somebody brought along: needs the log's public key, and no ledger where the key is given. */
const verifyOne = async (context: Context, file: string, key: string | undefined): Promise<0 | 1> => {
  const { verifyProof } = await context.hall()
  const keys = key === undefined ? (await context.ledger()).transparency.verifierKeys() : [await keyOf(context, key)]
  const text = await textOf(context, file)
  let refused: unknown
  for (const each of keys) {
    try {
      const { event, checkpoint, witnesses } = verifyProof(text, each)
      const proven = { event, size: checkpoint.size, origin: checkpoint.origin, witnesses }
      await printOne(context, proven, () => context.words.verify.proven(event.position, event.type, checkpoint.size, checkpoint.origin))
      return 0
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'proof-invalid') throw error
      refused = error
    }
  }
  throw (
    refused ??
    new Fault('proof-invalid', { attempted: `verify ${file}`, found: 'this ledger has no key yet', cure: 'Give the key with --key.' })
  )
}

const textOf = async ({ io }: Context, file: string): Promise<string> => {
  try {
    return await readFile(resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new Fault('no-such-path', { attempted: `read ${file}`, found: (error as Error).message, path: file }, error)
  }
}

/** The key itself (`name+hash+base64`), or a file that holds it. */
const keyOf = async (context: Context, key: string): Promise<string> =>
  /^\S+\+[0-9a-f]{8}\+\S+$/.test(key) ? key : (await textOf(context, key)).trim()

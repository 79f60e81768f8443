import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkProof } from '../../src/web/proof/inclusion.ts'
import { type ExampleRoom, exampleRoom } from '../http/example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom({ only: ['kazakhstan-3-held', 'phone-talks', 'signing-1-total'] })
  await room.ledger.transparency.sign()
}, 60_000)
afterAll(() => room.close())

const proofOf = async (position: number) => (await room.app.request(`/prove/${position}`)).text()
const keys = async () => (await (await room.app.request('/vkey')).text()).trim().split('\n')

describe('a proof in the browser', () => {
  test('holds for every event that the checkpoint covers', async () => {
    const tip = await room.ledger.tip()
    for (let position = 0; position <= tip; position++)
      expect(await checkProof(await proofOf(position), await keys(), position)).toEqual({
        leaf: true,
        root: true,
        signed: true,
        size: tip + 1,
      })
  })

  test('fails for another position, another line, another root, another key', async () => {
    const proof = await proofOf(5)
    expect((await checkProof(proof, await keys(), 6)).leaf).toBe(false)
    const otherLine = (await proofOf(6)).split('\n')[1] as string
    expect((await checkProof(proof.replace(/^extra .*$/m, otherLine), await keys(), 5)).root).toBe(false)
    const altered = proof.replace(
      /\n\n([^\n]+\n\d+\n)./,
      (_, head: string) => `\n\n${head}${'AB'.charAt(Number(/\n\n[^\n]+\n\d+\n(.)/.exec(proof)?.[1] === 'A'))}`,
    )
    const checked = await checkProof(altered, await keys(), 5)
    expect([checked.root, checked.signed]).toEqual([false, false])
    const [name = '', ...rest] = ((await keys())[0] as string).split('+')
    expect((await checkProof(proof, [[`${name}x`, ...rest].join('+')], 5)).signed).toBe(false)
  })

  test('the files of the log are served as C2SP tlog-tiles names them', async () => {
    const tip = await room.ledger.tip()
    expect((await room.app.request('/checkpoint')).headers.get('content-type')).toMatch(/^text\/plain/)
    const partial = (tip + 1) % 256
    const tile = await (await room.app.request(`/tile/0/000.p/${partial}`)).arrayBuffer()
    expect(tile.byteLength).toBe(partial * 32)
    const bundle = Buffer.from(await (await room.app.request(`/tile/entries/000.p/${partial}`)).arrayBuffer())
    const first = bundle.subarray(2, 2 + bundle.readUInt16BE(0)).toString()
    expect(JSON.parse(first)).toMatchObject({ position: 0, type: 'DocumentRegistered' })
    expect((await room.app.request(`/tile/entries/000.p/${partial + 1}`)).status).toBe(404)
  })
})

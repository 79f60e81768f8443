import jsonld from 'jsonld'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { provJsonLd } from '../../src/exports/prov-json-ld.ts'
import { context, type ProvOptions } from '../../src/exports/prov-nodes.ts'
import { provTurtle } from '../../src/exports/prov-turtle.ts'
import { exampleLedger, recorded, sha256, text, whole, wrong } from './example-ledger.ts'

const options: ProvOptions = {
  textOf: async (digest) => (digest === sha256 ? text : null),
  retracting: ['EventRetracted'],
  amending: ['EventAmended'],
}
const turtle = async (more: ProvOptions = options): Promise<string> =>
  (await whole(provTurtle(recorded(await exampleLedger()), more))).toString()
const jsonLd = async (): Promise<object> => JSON.parse((await whole(provJsonLd(recorded(await exampleLedger()), options))).toString())
const noNetwork = async (url: string): Promise<never> => {
  throw new Error(`nothing may be fetched: ${url}`)
}
describe('PROV', () => {
  it('says the same in Turtle and in JSON-LD', async () => {
    const quads = new Parser().parse(await turtle())
    const nquads = await jsonld.toRDF(await jsonLd(), { documentLoader: noNetwork, format: 'application/n-quads' } as never)
    const fromJson = new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string)
    const term = (is: (typeof quads)[0]['object']): string =>
      is.termType === 'BlankNode' ? '_' : is.termType === 'Literal' ? `${is.value}^^${is.datatype.value}` : is.value
    const shapes = (all: typeof quads) =>
      [
        ...new Set(
          all.map(({ subject, predicate, object }) =>
            [subject.termType === 'BlankNode' ? '_' : subject.value, predicate.value, term(object)].join(' '),
          ),
        ),
      ].sort()
    expect(shapes(quads)).toEqual(shapes(fromJson))
  })

  it('derives every claim from the text, and the text from the bytes', async () => {
    const quads = new Parser().parse(await turtle())
    const derived = quads
      .filter(({ predicate }) => predicate.value === `${context.prov}wasDerivedFrom`)
      .map(({ subject, object }) => [subject.value, object.value])
    expect(derived).toContainEqual([`urn:chancery:text:${sha256}`, `urn:chancery:document:${sha256}`])
    expect(derived).toContainEqual([`urn:uuid:${wrong.id}`, `urn:chancery:document:${sha256}`])
    expect(
      quads.some(({ predicate, object }) => predicate.value === `${context.chancery}retracts` && object.value === `urn:uuid:${wrong.id}`),
    ).toBe(true)
  })

  it('points at the quotes in code points', async () => {
    const quads = new Parser().parse(await turtle())
    const letters = [...text]
    const stated = (subject: string, property: string) =>
      quads.find((quad) => quad.subject.value === subject && quad.predicate.value === `${context.oa}${property}`)?.object.value
    const found = quads
      .filter(({ predicate }) => predicate.value === `${context.oa}hasTarget`)
      .map(({ object }) => {
        const selectors = quads
          .filter((quad) => quad.subject.value === object.value && quad.predicate.value === `${context.oa}hasSelector`)
          .map((quad) => quad.object.value)
        const [quote = '', position = ''] = selectors
        return {
          exact: stated(quote, 'exact'),
          slice: letters.slice(Number(stated(position, 'start')), Number(stated(position, 'end'))).join(''),
        }
      })
    expect(found).toHaveLength(4)
    for (const { exact, slice } of found) expect(slice).toBe(exact)
  })

  it('keeps quotes and leaves positions out when the text is withdrawn', async () => {
    const file = await turtle({})
    expect(file).toContain('exact')
    expect(file).not.toContain('TextPositionSelector')
  })
})

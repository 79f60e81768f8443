import type { Quad, Quad_Object, Quad_Subject } from 'n3'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { optionalPackage } from '../kernel/optional-package.ts'
import type { Pieces } from './export.ts'
import { context, type ProvNode, type ProvOptions, type ProvValue, provNodes } from './prov-nodes.ts'

/** PROV as Turtle 1.1: the same statements as in JSON-LD. */
export async function* provTurtle(events: AsyncIterable<RecordedEvent>, options?: ProvOptions): Pieces {
  const { DataFactory, Writer } = await optionalPackage('n3', 'write Turtle', () => import('n3'))
  const { namedNode, literal, quad } = DataFactory
  let written: string[] = []
  const writer = new Writer(
    {
      write: (text: string, _encoding: string, done?: () => void) => {
        written.push(text)
        done?.()
      },
      end: (done?: () => void) => done?.(),
    } as never,
    { prefixes: { ...context }, end: false },
  )
  let blanks = 0

  const objectOf = (value: ProvValue, quads: Quad[]): Quad_Object => {
    if (typeof value === 'string') return literal(value)
    if (typeof value === 'number') return literal(String(value), namedNode(`${context.xsd}integer`))
    if ('@value' in value) return literal(String(value['@value']), namedNode(expanded(String(value['@type']))))
    return '@type' in value ? statements(value as ProvNode, quads) : namedNode(expanded(String(value['@id'])))
  }
  const statements = (node: ProvNode, quads: Quad[]): Quad_Subject & Quad_Object => {
    const subject = node['@id'] ? namedNode(expanded(node['@id'])) : DataFactory.blankNode(`b${blanks++}`)
    for (const type of [node['@type']].flat()) quads.push(quad(subject, namedNode(`${context.rdf}type`), namedNode(expanded(type))))
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith('@') || values === undefined) continue
      for (const value of [values].flat() as ProvValue[]) {
        const about: Quad[] = []
        const object = objectOf(value, about)
        quads.push(quad(subject, namedNode(expanded(property)), object), ...about)
      }
    }
    return subject
  }

  for await (const node of provNodes(events, options)) {
    const quads: Quad[] = []
    statements(node, quads)
    writer.addQuads(quads)
    if (written.length > 100) {
      yield written.join('')
      written = []
    }
  }
  await new Promise<void>((resolve, reject) => writer.end((error?: Error | null) => (error ? reject(error) : resolve())))
  yield written.join('')
}

/** `prov:Entity` → its IRI; what has no known prefix is an IRI already. */
const expanded = (name: string): string => {
  const at = name.indexOf(':')
  const prefix = name.slice(0, at)
  return Object.hasOwn(context, prefix) ? context[prefix as keyof typeof context] + name.slice(at + 1) : name
}

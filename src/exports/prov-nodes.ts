import type { RecordedEvent } from '../kernel/envelope.ts'
import { digestOf } from '../kernel/ids.ts'
import type { Evidence } from '../kernel/span.ts'
import { codePointsIn } from './code-points.ts'

/** A resource in compact JSON-LD under `context`: what both PROV exports are written from. */
export interface ProvNode {
  readonly '@id'?: string
  readonly '@type': string | readonly string[]
  readonly [property: string]: ProvValue | readonly ProvValue[] | undefined
}
export type ProvValue = string | number | { readonly '@id': string } | { readonly '@value': string; readonly '@type': string } | ProvNode

export const context = {
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  chancery: 'urn:chancery:vocabulary:',
} as const

export interface ProvOptions {
  /** The stored text of a document; null when it was withdrawn or is not at hand: then quotes stand without positions. */
  readonly textOf?: (sha256: string) => Promise<string | null>
  /** Types of events that retract, and that amend, the event named in `data.event`. */
  readonly retracting?: readonly string[]
  readonly amending?: readonly string[]
}

/**
 * The log as W3C PROV. A document's bytes and the text read from them are entities; so is every event, derived from the
 * text, attributed to who said so; reading is an activity. Evidence is a Web Annotation whose target is the text, with
 * a TextQuoteSelector and, where the text is at hand, a TextPositionSelector in code points. Retractions invalidate,
 * amendments revise.
 */
export async function* provNodes(events: AsyncIterable<RecordedEvent>, options: ProvOptions = {}): AsyncGenerator<ProvNode> {
  const agents = new Set<string>()
  const texts = new Map<string, string>()
  let open: OpenText | null = null
  for await (const event of events) {
    const agent = agentOf(event.by)
    const id = String(agent['@id'])
    if (!agents.has(id)) yield agent
    agents.add(id)
    const sha256 = digestOf(event.stream)
    if (sha256 !== null && event.type === 'DocumentRegistered') {
      const { text } = event.data as { text: { sha256: string } }
      texts.set(event.stream, text.sha256)
      yield* documentNodes(sha256, event)
    }
    if (sha256 !== null && event.type === 'DocumentDescribed') yield described(sha256, event)
    if (sha256 !== null && event.type === 'DocumentRead') yield reading(sha256, texts.get(event.stream), event, id)
    if (sha256 !== null && event.evidence?.length && open?.sha256 !== sha256) open = await opened(sha256, options)
    yield eventNode(event, id, sha256, options)
    for (const evidence of event.evidence ?? []) yield annotation(event, evidence, texts.get(event.stream) ?? sha256, open)
  }
}

interface OpenText {
  readonly sha256: string
  readonly text: string | null
  readonly codePoints: (offset: number) => number
}

const opened = async (sha256: string, { textOf }: ProvOptions): Promise<OpenText> => {
  const text = (await textOf?.(sha256)) ?? null
  return { sha256, text, codePoints: codePointsIn(text ?? '') }
}

const bytesIri = (sha256: string): string => `urn:chancery:document:${sha256}`
const textIri = (sha256: string): string => `urn:chancery:text:${sha256}`
const eventIri = (id: string): string => `urn:uuid:${id}`
const instant = (recorded: string): ProvValue => ({ '@value': recorded, '@type': 'xsd:dateTime' })

const agentOf = (by: string): ProvNode => ({
  '@id': `urn:chancery:agent:${encodeURIComponent(by)}`,
  '@type': by.startsWith('extractor ') || by.startsWith('chancery') ? 'prov:SoftwareAgent' : 'prov:Agent',
  'rdfs:label': by,
})

function* documentNodes(sha256: string, event: RecordedEvent): Generator<ProvNode> {
  const { mediaType, name, text } = event.data as { mediaType: string; name: string; text: { sha256: string; reader: string } }
  yield {
    '@id': bytesIri(sha256),
    '@type': 'prov:Entity',
    'dcterms:identifier': `sha256:${sha256}`,
    'dcterms:format': mediaType,
    'rdfs:label': name,
  }
  yield {
    '@id': textIri(text.sha256),
    '@type': 'prov:Entity',
    'prov:wasDerivedFrom': { '@id': bytesIri(sha256) },
    'dcterms:identifier': `sha256:${text.sha256}`,
    'chancery:reader': text.reader,
  }
}

const described = (sha256: string, { data }: RecordedEvent): ProvNode => {
  const { title, publisher, published, uri } = data as { title?: string; publisher?: string; published?: string; uri?: string }
  return {
    '@id': bytesIri(sha256),
    '@type': 'prov:Entity',
    'dcterms:title': title,
    'dcterms:publisher': publisher,
    'dcterms:issued': published,
    'dcterms:source': uri,
  }
}

const reading = (sha256: string, text: string | undefined, event: RecordedEvent, agent: string): ProvNode => ({
  '@id': `urn:chancery:reading:${event.id}`,
  '@type': 'prov:Activity',
  'prov:used': { '@id': text ? textIri(text) : bytesIri(sha256) },
  'prov:wasAssociatedWith': { '@id': agent },
  'prov:endedAtTime': instant(event.recorded),
})

const eventNode = (
  event: RecordedEvent,
  agent: string,
  sha256: string | null,
  { retracting = [], amending = [] }: ProvOptions,
): ProvNode => {
  const corrected = (event.data as { event?: unknown } | null)?.event
  const target = typeof corrected === 'string' ? { '@id': eventIri(corrected) } : undefined
  return {
    '@id': eventIri(event.id),
    '@type': ['prov:Entity', `chancery:${event.type}`],
    'prov:wasAttributedTo': { '@id': agent },
    'prov:generatedAtTime': instant(event.recorded),
    'prov:wasDerivedFrom': [...(sha256 ? [{ '@id': bytesIri(sha256) }] : []), ...(event.cause ? [{ '@id': eventIri(event.cause) }] : [])],
    'prov:wasRevisionOf': amending.includes(event.type) ? target : undefined,
    'chancery:retracts': retracting.includes(event.type) ? target : undefined,
    'chancery:position': event.position,
    'chancery:rule': event.rule,
    'chancery:attribution': event.attribution,
    'chancery:data': { '@value': JSON.stringify(event.data), '@type': 'rdf:JSON' },
  }
}

const annotation = (event: RecordedEvent, evidence: Evidence, text: string | null, open: OpenText | null): ProvNode => {
  const { start, end, quote, field } = evidence
  const shown = open?.text ?? null
  const isHere = shown !== null && shown.slice(start, end) === quote
  return {
    '@type': 'oa:Annotation',
    'oa:motivatedBy': { '@id': 'oa:identifying' },
    'oa:hasBody': { '@id': eventIri(event.id) },
    'chancery:field': field,
    'oa:hasTarget': {
      '@type': 'oa:SpecificResource',
      'oa:hasSource': text ? { '@id': textIri(text) } : undefined,
      'oa:hasSelector': [
        {
          '@type': 'oa:TextQuoteSelector',
          'oa:exact': quote,
          'oa:prefix': isHere ? around(shown, start - 32, start) : undefined,
          'oa:suffix': isHere ? around(shown, end, end + 32) : undefined,
        },
        ...(isHere ? [{ '@type': 'oa:TextPositionSelector', 'oa:start': open?.codePoints(start), 'oa:end': open?.codePoints(end) }] : []),
      ],
    },
  }
}

/** A stretch of text that never begins or ends inside a letter. */
const around = (text: string, start: number, end: number): string =>
  text
    .slice(Math.max(0, start), end)
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '')

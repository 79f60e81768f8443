import type { DocumentArchive } from '../documents/archive.ts'
import { fingerprintOf } from '../identity/fingerprint.ts'
import {
  constraintsOf,
  createResolver,
  type IdentityDocument,
  type IdentityFinding,
  type LinkChange,
  type Resolver,
  type Tables,
} from '../identity/resolver.ts'
import type { Claim } from '../kernel/claim.ts'
import type { NewEvent, RecordedEvent } from '../kernel/envelope.ts'
import { isFault } from '../kernel/fault.ts'
import type { Finding } from '../kernel/finding.ts'
import { digestOf } from '../kernel/ids.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { Draft } from '../recording/draft.ts'
import { createOverlay, type Overlay, readOverlay } from '../replay/overlay/overlay.ts'
import type { EventStore } from '../store/event-store.ts'
import { corrections } from './undo.ts'

/**
 * Which claims of which documents are one: `src/identity` decides, this room keeps it informed. What it answers are the
 * links, and the retractions of links, that bring the log up to date. It reads the log once, when first asked, and from
 * then on learns of each append.
 */
export interface Linking {
  /** Takes a document into account and answers what has to be appended with it. */
  add(document: LinkedDocument): Promise<readonly Draft[]>
  /** What is doubtful about whom and what a document tells of, among all that was taken into account. */
  doubts(stream: string): Promise<readonly Finding[]>
  /** What is doubtful about who and what is one, among all documents; with a position, as the log was up to it, worked out anew. */
  findings(to?: number): Promise<readonly IdentityFinding[]>
  /** Whether it has read the log: then what is doubtful now costs little. */
  readonly holds: boolean
  /** A document's date of publication became known, or another. */
  describe(stream: string, published: string): Promise<readonly Draft[]>
  /** What was answered has been recorded. */
  recorded(events: readonly Pick<NewEvent, 'id' | 'type' | 'data'>[]): void
  /** People decided something. Who or what is one leaves all documents as they were; anything else is as `forget`. */
  decided(events: readonly Pick<NewEvent, 'id'>[]): Promise<void>
  /** Something else was appended, or what was answered was not: looks at the whole log again, when next asked. */
  forget(): void
  /** What has to be appended for the log to say what it should, after corrections or newer rules. */
  reconcile(): Promise<readonly Draft[]>
}

export interface LinkedDocument {
  readonly stream: string
  readonly text: string
  readonly published?: string
  readonly claims: readonly Pick<Claim, 'type' | 'data'>[]
}

/** Who says so in the log. */
export const resolverName = 'resolver identity@1.0.0'

interface Sources {
  readonly store: EventStore
  readonly register: EventRegister
  readonly archive: DocumentArchive
  /** Tables of the gazetteer: name → TSV. */
  readonly tables: Tables
  /** The last position that counts; the tip where there is none. */
  readonly to?: number
}

interface State {
  readonly resolver: Resolver
  readonly documents: Map<string, IdentityDocument>
}

export const createLinking = (sources: Sources): Linking => {
  let state: Promise<State> | undefined
  const current = (): Promise<State> => {
    state ??= load(sources)
    return state
  }
  let resolver: Resolver | undefined
  const forget = (): void => {
    state = undefined
    resolver = undefined
  }
  const put = async (document: IdentityDocument): Promise<readonly Draft[]> => {
    const loaded = await current()
    resolver = loaded.resolver
    loaded.documents.set(document.stream, document)
    resolver.put(document)
    return resolver.difference().map(draftOfLink)
  }
  return {
    add: ({ text, ...document }) => put({ ...document, fingerprint: fingerprintOf(text) }),
    doubts: async (stream) => (await current()).resolver.doubtsAbout(stream).map(({ code, says }) => ({ code, says })),
    findings: async (to) => (await (to === undefined ? current() : load({ ...sources, to }))).resolver.findings(),
    get holds() {
      return state !== undefined
    },
    async describe(stream, published) {
      const known = (await current()).documents.get(stream)
      return put({ claims: [], ...known, stream, published })
    },
    recorded: (events) => resolver?.observe(events),
    async decided(events) {
      if (state === undefined) return
      const people = await verdictsIn(sources)
      if (events.every(({ id }) => people.areOfIdentity(id))) (await state).resolver.constrain(people.constraints)
      else forget()
    },
    forget,
    async reconcile() {
      resolver = (await current()).resolver
      return resolver.difference().map(draftOfLink)
    },
  }
}

const draftOfLink = (link: LinkChange): Draft => ({ ...link, by: resolverName })

const load = async (sources: Sources): Promise<State> => {
  const { store, register, tables, to } = sources
  const overlay = await readOverlay(store, register, to)
  const resolver = createResolver(tables, (await verdictsIn(sources)).constraints)
  const documents = await documentsIn(sources, overlay)
  for (const document of documents.values()) resolver.put(document)
  resolver.observe(await machineLinks(sources))
  return { resolver, documents }
}

/** Claims as they stand after people's corrections, by document. */
const documentsIn = async ({ store, register, archive, to }: Sources, overlay: Overlay): Promise<Map<string, IdentityDocument>> => {
  const documents = new Map<string, IdentityDocument & { claims: { type: string; data: unknown }[] }>()
  const claims = register.all.filter(({ evidence }) => evidence === 'required').map(({ type }) => type)
  const types = ['DocumentRegistered', 'DocumentDescribed', ...claims]
  for await (const event of store.read({ types, ...upTo(to) }) as AsyncIterable<RecordedEvent>) {
    const { stream, type } = event
    const document = documents.get(stream) ?? { stream, claims: [] }
    documents.set(stream, document)
    if (type === 'DocumentRegistered') continue
    if (overlay.retractionOf(event)) continue
    const definition = register.get(type)
    const amended = overlay.amendmentOf(event)?.data
    const data = definition?.upcast(amended ? amended.data : event.data, amended?.of?.version ?? event.version)
    if (type !== 'DocumentDescribed') document.claims.push({ type, data })
    else {
      const { published } = data as { published?: string }
      if (published) documents.set(stream, { ...document, published })
    }
  }
  for (const [stream, document] of documents) {
    const text = await textOf(archive, stream)
    if (text !== null) documents.set(stream, { ...document, fingerprint: fingerprintOf(text) })
  }
  return documents
}

/** Null for a document whose text was withdrawn, and for streams of other ledgers' making. */
const textOf = async (archive: DocumentArchive, stream: string): Promise<string | null> => {
  const digest = digestOf(stream)
  if (digest === null) return null
  try {
    return await archive.text(digest)
  } catch (error) {
    if (isFault(error, 'text-withdrawn', 'no-such-document')) return null
    throw error
  }
}

/**
 * What people decided about identity, in force. People correct in one stream, and nobody else takes back what they did:
 * it is enough to read that one. An event is of identity when it joins or parts, or takes back what did.
 */
const verdictsIn = async ({ store, register, to }: Sources) => {
  const overlay = createOverlay(register)
  const decided = new Map<string, RecordedEvent>()
  for await (const event of store.read({ stream: corrections }) as AsyncIterable<RecordedEvent>)
    if (to === undefined || event.position <= to) decided.set(event.id, event)
  overlay.extend([...decided.values()], -1)
  const areOfIdentity = (id: string): boolean => {
    const event = decided.get(id)
    if (!event) return false
    const corrects = register.get(event.type)?.corrects
    return corrects === 'retract' ? areOfIdentity((event.data as { event: string }).event) : corrects === 'merge' || corrects === 'separate'
  }
  return { constraints: constraintsOf([...decided.values()].filter(({ id }) => overlay.correction(id))), areOfIdentity }
}

/**
 * The machine's links and what the machine itself took back. A link that a person retracted counts as standing here:
 * the person's word stays in force, and the machine doesn't propose the link again.
 */
const machineLinks = async ({ store, register, to }: Sources): Promise<RecordedEvent[]> => {
  const links: RecordedEvent[] = []
  for await (const event of store.read({ types: register.correcting, ...upTo(to) }) as AsyncIterable<RecordedEvent>)
    if (event.stream !== corrections) links.push(event)
  return links
}

const upTo = (to: number | undefined): { to?: number } => (to === undefined ? {} : { to })

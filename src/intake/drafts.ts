import type { Metadata, SourceDocument } from '../documents/document.ts'
import type { Extraction } from '../kernel/claim.ts'
import type { Draft } from '../recording/draft.ts'

/** Uncoded sentences that one event may list; the total is told beside them. */
const mostUncoded = 1_000

/** The first event of a document's stream, with what was doubtful in reading it: a guessed encoding, two dates of publication. */
export const registration = (document: SourceDocument, textSha256: string, language: string): Draft => ({
  type: 'DocumentRegistered',
  data: {
    sha256: document.sha256,
    bytes: document.bytes.length,
    mediaType: document.mediaType,
    language,
    name: document.name,
    text: { sha256: textSha256, reader: document.reader, units: document.text.length },
  },
  doubt: [...new Set(document.findings.map(({ code }) => code))],
})

/** Null when there is nothing to say. */
export const description = (metadata: Metadata): Draft | null =>
  Object.values(metadata).some((value) => value !== undefined) ? { type: 'DocumentDescribed', data: metadata } : null

/** What the extractor did, with the sentences that it passed over. */
export const readReport = ({ extractor, rules, gazetteer, claims, uncoded }: Extraction): Draft => ({
  type: 'DocumentRead',
  data: {
    extractor,
    rules,
    gazetteer,
    claims: claims.length,
    uncoded: uncoded.slice(0, mostUncoded).map(({ start, end, trigger }) => ({ start, end, trigger })),
    uncodedTotal: uncoded.length,
  },
})

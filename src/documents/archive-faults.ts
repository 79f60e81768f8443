import { Fault } from '../kernel/fault.ts'

/** What every archive says when it can't give what was asked for, in the same words. */
export const archiveFaults = {
  missing: (sha256: string) =>
    new Fault('no-such-document', {
      attempted: `read document ${sha256}`,
      found: 'no document with this digest is kept here',
      cure: 'Restore the documents folder from a backup, or ingest the same file again.',
      sha256,
    }),
  withdrawn: (sha256: string, because: string) =>
    new Fault('text-withdrawn', { attempted: `read document ${sha256}`, found: `its text was withdrawn: ${because}`, because, sha256 }),
  corrupt: (sha256: string, what: string, found: string, expected: string | null) =>
    new Fault('corrupt-log', {
      attempted: `read document ${sha256}`,
      found: `${what} ${found}`,
      ...(expected ? { expected } : {}),
      cure: 'Restore the file from a backup, or put the same document again.',
      sha256,
    }),
  otherText: (sha256: string, withdrawn: string, offered: string) =>
    new Fault('conflict', {
      attempted: `restore document ${sha256}`,
      found: `the text now read from it has the digest ${offered}`,
      expected: `${withdrawn}, the text that was withdrawn and that quotes point into`,
      cure: 'Restore it with the version of the reader that is named where the document was registered.',
      sha256,
    }),
} as const

/** Letters that tell the kinds of engagement apart inside an id. */
export const engagementLetters = {
  visit: 'v',
  meeting: 'm',
  forum: 'f',
  agreement: 'a',
  relationship: 'r',
  figure: 'q',
} as const

export type EngagementKind = keyof typeof engagementLetters

/** `document/<sha256>`: the stream of a document. `sha256` is 64 lower-case hex digits of the source bytes. */
export const documentStream = (sha256: string): string => `document/${sha256}`

/** The sha256 of a document's stream, or null when the stream is not a document's. */
export const digestOf = (stream: string): string | null => (stream.startsWith('document/') ? stream.slice(9) : null)

/**
 * Id of an engagement as one document reports it: a pure function of the document and of where its anchor starts
 * (UTF-16 units in the stored text), so that re-extraction finds the same id: `0123456789ab/v@130`.
 */
export const engagementId = (sha256: string, kind: EngagementKind, anchorStart: number): string =>
  `${sha256.slice(0, 12)}/${engagementLetters[kind]}@${anchorStart}`

/** Id of an office holder whom the document never names. */
export const unnamedPersonId = (sha256: string, start: number): string => `${sha256.slice(0, 12)}/p@${start}`

/** Id of a named person: folded full name and country, so that one spelling is one person without any event. */
export const personId = (name: string, country: string | null | undefined): string => {
  const slug = foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return country ? `${slug}.${country.toLowerCase()}` : slug
}

const unfoldable: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ı: 'i' }

/**
 * Folds spelling away: case, diacritics and the letters that Unicode does not decompose (đ ø ł ß …).
 * Lower-cases with the root locale; never `toLocaleLowerCase`.
 */
export const foldText = (text: string): string => {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  if (/^[\x20-\x7e]*$/.test(bare)) return bare
  return bare
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đøłßæœðþı]/g, (letter) => unfoldable[letter] ?? letter)
}

import type { Item, Rule } from './rule.ts'
import type { Span } from './span.ts'

/**
 * What a language offers to extraction, and the drafts that pass between them. A draft is a mention of an engagement
 * in one clause: several drafts become one claim in assembly.
 */
export interface Language {
  /** `vi` */
  readonly code: string
  /** Version of its rules and its grammar. */
  readonly version: string
  readonly rules: readonly Rule<Draft>[]
  /** Tables of its own, by name, that it needs in the gazetteer. */
  readonly tables: readonly string[]
  /** Prepares the tables once; the reader is then used for every document. */
  prepare(tables: Readonly<Record<string, string>>): LanguageReader
}

/** A language with its tables at hand. */
export interface LanguageReader {
  /** Sentences of the view with their items, in order, without overlap. People are recognised over the whole document. */
  read(view: string): Sentence[]
  /** Words that make a sentence look diplomatic: what yields nothing is then listed as uncoded. */
  isTrigger(item: Item): boolean
  /** The country of a person known by name, or whose name is of the language's own country. Null: cannot tell. */
  countryOf(name: string): string | null
  /** Weights of the cues that decide on status (`src/extraction/status.ts`). */
  readonly weights: Weights
  /** The country that documents of this language come from: the office holder without a country is its own. */
  readonly home: string
}

/** Weights of cues, by kind of engagement. */
export type Weights = Readonly<Record<string, WeightTable>>

export interface WeightTable {
  readonly statuses: readonly string[]
  /** What each cue weighs for each status, in the order of `statuses`; a cue that is absent weighs nothing. */
  readonly cues: ReadonlyMap<string, readonly number[]>
}

/** A sentence with its items and its place in the document. */
export interface Sentence extends Span {
  readonly items: readonly Item[]
  /** Index of its paragraph. */
  readonly paragraph: number
  readonly caption: boolean
  readonly headline: boolean
}

/** How a person stands in a sentence. Everything that the text does not say is null. */
export interface PersonMention {
  readonly name: string | null
  readonly office: string | null
  /** Key of the office in its table, the same for all its spellings. */
  readonly officeKey: string | null
  readonly role: string | null
  readonly country: string | null
  /** `named`, an `office` alone, a `pronoun`, the `counterpart` of somebody, `leader` of a country, a `group`. */
  readonly form: 'named' | 'office' | 'pronoun' | 'counterpart' | 'leader' | 'group'
  readonly gender: 'm' | 'f' | null
  /** The office is one of the past: cựu, nguyên. */
  readonly former: boolean
  /** “nước này”: the country is the one spoken of. */
  readonly relative: boolean
  /** Where the name and the office stand, when they do. */
  readonly officeAt: Span | null
}

/** A date as it stands: EDTF where the text gives one, and what only an anchor can tell. */
export interface WhenMention {
  readonly start: string | null
  readonly end: string | null
  readonly dayPart: string | null
  /** Days from the document's day: 0 hôm nay, -1 hôm qua; null for a date of its own. */
  readonly relative: number | null
  /** “cùng ngày”: the date spoken of before; `later` by so many days, “hôm sau”. */
  readonly same: boolean
  readonly later?: number
  /** A period that has a length and no place in time, or a mere direction: `past`, `future`. */
  readonly direction: 'past' | 'future' | null
  /** Months from the document's own: 1 tháng tới, -1 tháng trước; absent for a date of its own. */
  readonly months?: number
}

export interface PlaceMention {
  readonly country: string
  readonly type: 'country' | 'organisation' | 'city' | 'area'
  /** As written. */
  readonly text: string
}

interface Base {
  /** Extra cues for the decision on status. */
  readonly cues?: readonly string[]
}

export interface VisitDraft extends Base {
  readonly yields: 'visit'
  /** Empty: to be found in the clause, or in the discourse. */
  readonly visitors: readonly Item[]
  /** The host is the country last spoken of: “thăm nước này”. */
  readonly there?: boolean
  /** Each visitor made a visit of their own. */
  readonly each?: boolean
  /** A verb of movement that means much else: only with a person right before it. */
  readonly strict?: boolean
  readonly hosts: readonly Item[]
  readonly kind: string
  readonly when: readonly Item[]
  readonly phase: 'report' | 'start' | 'end' | 'depart'
  readonly nominal: boolean
  /** Only where somebody is told to receive or to welcome the visitor: “tiếp A sang dự hội nghị”. */
  readonly welcomed?: boolean
  /** The host is the country of the speaker: “thăm ta”. */
  readonly home?: boolean
}

export interface MeetingDraft extends Base {
  readonly yields: 'meeting'
  readonly form: string
  /** One side and the other; either may be empty, and is then looked for in clause and discourse. */
  readonly left: readonly Item[]
  readonly right: readonly Item[]
  /** The right side are several meetings, not one. */
  readonly distributive: boolean
  readonly when: readonly Item[]
  readonly nominal: boolean
  /** The first of the left side receives the others. */
  readonly receives: boolean
  /** Countries that stand for those who lead them: “thượng đỉnh Nga - Mỹ”, “hai nhà lãnh đạo Nga, Mỹ”. */
  readonly lands?: readonly string[]
  /** The offices that both of a pair hold: “hai Ngoại trưởng”. */
  readonly roles?: readonly string[]
  /** It shows two who agree, smile, shake hands: told on its own, it belongs to a meeting that is told elsewhere. */
  readonly weak?: boolean
  /** It tells that they spoke, and not whether face to face or by phone. */
  readonly open?: boolean
  /** Not between states: firms, the own embassy. Then `other` tells who, where it stands. */
  readonly scope?: 'domestic' | 'private'
  readonly other?: Span
}

export interface ForumDraft extends Base {
  readonly yields: 'forum'
  readonly name: Span
  readonly hosts: readonly Item[]
  /** Whose attendance it is, told after it: “chuyến thăm và dự Hội nghị … của Tổng thống”. */
  readonly of: Item | null
}

export interface InvitationDraft extends Base {
  readonly yields: 'invitation'
  /** Empty where they are the subject of the clause. */
  readonly inviters: readonly Item[]
  /** Whom the clause names as invited, and where to; without these they are those of the visit that stands nearest. */
  readonly invitees?: readonly Item[]
  readonly host?: readonly Item[]
}

export interface AgreementDraft extends Base {
  readonly yields: 'agreement'
  /** As written; null where instruments are only counted. */
  readonly title: Span | null
  /** The title with what it is counted by, or the count alone. */
  readonly anchor: Span
  readonly instrument: string
  readonly count: number | null
  readonly qualifier: 'exact' | 'at-least' | 'about' | 'indefinite'
  readonly role: 'signed' | 'exchanged' | 'adopted' | null
  /** Countries that the title itself names. */
  readonly parties: readonly string[]
  readonly when: readonly Item[]
  readonly cues: readonly string[]
}

export interface RelationshipDraft extends Base {
  readonly yields: 'relationship'
  readonly to: string
  readonly parties: readonly string[]
  readonly when: readonly Item[]
}

export interface FigureDraft extends Base {
  readonly yields: 'figure'
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly qualifier: 'exact' | 'at-least' | 'about' | 'indefinite'
  readonly period: string | null
  /** “tăng gần 100 triệu”: by so much, or to so much. */
  readonly ambiguous: boolean
  /** Where the number starts. */
  readonly from: number
}

export type Draft = VisitDraft | MeetingDraft | ForumDraft | InvitationDraft | AgreementDraft | RelationshipDraft | FigureDraft

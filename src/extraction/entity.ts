/** One person of a document, under all the forms in which it speaks of them. */
export interface Entity {
  readonly index: number
  /** The fullest form of the name, null for one whom the document never names. */
  name: string | null
  country: string | null
  role: string | null
  gender: 'm' | 'f' | null
  group: boolean
  /** Offices as written, with where they stand. */
  readonly offices: OfficeHeld[]
  readonly start: number
  mentions: number
}

export interface OfficeHeld {
  readonly text: string
  readonly key: string
  readonly role: string
  readonly at: number
  /** Told as one of the past: cựu, nguyên. */
  readonly former: boolean
}

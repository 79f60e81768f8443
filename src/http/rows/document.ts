/** A row of the view `documents`. */
export interface DocumentRow {
  readonly name: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly uri: string | null
  readonly language: string | null
  readonly units: number | null
  readonly reader: string | null
  readonly extractor: string | null
  readonly claims: Readonly<Record<string, number>>
  readonly uncoded: readonly { readonly start: number; readonly end: number; readonly trigger: string }[] | null
  readonly uncodedTotal: number | null
  readonly copyOf: string | null
  readonly withdrawn: string | null
}

export const titleOf = ({ title, name }: Pick<DocumentRow, 'title' | 'name'>, sha256: string): string =>
  title ?? name ?? sha256.slice(0, 12)

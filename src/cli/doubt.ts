/** One doubt: about one recorded claim, or about whether several tell of one. */
export interface Doubt {
  readonly code: string
  readonly position: number
  readonly event: string
  readonly type: string
  readonly stream: string
  readonly rule?: string
  readonly evidence: readonly { readonly start: number; readonly end: number; readonly quote: string }[]
  /** Of a doubt about identity: the people or engagements in question, and what was compared. */
  readonly about?: { readonly of: readonly string[]; readonly says?: string }
}

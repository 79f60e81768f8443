import type { Claim } from '../kernel/claim.ts'
import type { Evidence } from '../kernel/span.ts'

/** An event before it has an id: what a writer wants to have recorded. */
export interface Draft {
  readonly type: string
  readonly data: unknown
  readonly evidence?: readonly Evidence[]
  readonly rule?: string
  readonly cause?: string
  readonly attribution?: string
  readonly doubt?: readonly string[]
  /** When it is not the author of the whole append: links found at ingest are by the resolver. */
  readonly by?: string
}

/** The draft of a claim; why it was read so stays outside the log. */
export const draftOf = ({ type, data, evidence, rule, attribution, doubt }: Claim): Draft => ({
  type,
  data,
  evidence,
  rule,
  ...(attribution ? { attribution } : {}),
  ...(doubt?.length ? { doubt } : {}),
})

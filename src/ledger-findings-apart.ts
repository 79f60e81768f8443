import { Worker } from 'node:worker_threads'
import type { IdentityFinding } from './identity/resolver.ts'
import { Fault, type FaultCode, type FaultFacts } from './kernel/fault.ts'
import type { Point } from './ledger-findings.ts'

/** What the thread answers. A fault loses its class on the way and gets it back here. */
export type Answer =
  | { readonly findings: readonly IdentityFinding[] }
  | { readonly fault: { readonly code: FaultCode; readonly facts: FaultFacts } }

/**
 * What is doubtful at a point of a ledger, worked out on a thread of its own: on a large ledger it takes seconds, in
 * which whoever serves pages goes on serving them. Run from sources it is worked out here: a thread would not compile.
 */
export const findingsApart = async (point: Point): Promise<readonly IdentityFinding[]> => {
  if (import.meta.url.endsWith('.ts')) return (await import('./ledger-findings.ts')).findingsAt(point)
  const answer = await new Promise<Answer>((resolve, reject) => {
    const thread = new Worker(new URL('./ledger-findings-worker.js', import.meta.url), { workerData: point })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  if ('fault' in answer) throw new Fault(answer.fault.code, answer.fault.facts)
  return answer.findings
}

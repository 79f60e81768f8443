import type { FaultFacts } from '../kernel/fault.ts'

/** Ways in which a command line can be wrong. */
export type UsageCode = 'unknown-command' | 'unknown-flag' | 'missing-argument' | 'unexpected-argument' | 'invalid-value'

/** The command line itself is wrong: told like a fault, exit code 2. */
export class Usage extends Error {
  readonly code: UsageCode
  readonly facts: FaultFacts

  constructor(code: UsageCode, facts: FaultFacts) {
    super(`couldn't ${facts.attempted}: ${facts.found}`)
    this.name = 'Usage'
    this.code = code
    this.facts = facts
  }

  toJSON(): { code: UsageCode } & FaultFacts {
    return { code: this.code, ...this.facts }
  }
}

import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from './kernel/fault.ts'
import { findingsAt, type Point } from './ledger-findings.ts'
import type { Answer } from './ledger-findings-apart.ts'

// A thread that looks at all documents of a ledger, answers, and ends.
const answer = async (): Promise<Answer> => {
  try {
    return { findings: await findingsAt(workerData as Point) }
  } catch (error) {
    if (error instanceof Fault) return { fault: { code: error.code, facts: { ...error.facts } } }
    throw error
  }
}

parentPort?.postMessage(await answer())

import { parentPort } from 'node:worker_threads'
import { type Answer, type Job, prepareWith } from './intake/preparation.ts'
import { Fault } from './kernel/fault.ts'
import { loadExtractor } from './preparing.ts'

// A thread that reads and extracts (`intake/preparation.ts`): bytes in, a document with its claims out.
const extractor = loadExtractor()

parentPort?.on('message', ({ job, input, bytes }: Job) => {
  void answer(job, input, bytes).then((message) => parentPort?.postMessage(message))
})

const answer = async (job: number, input: Job['input'], bytes: Uint8Array): Promise<Answer> => {
  try {
    return { job, prepared: await prepareWith(await extractor, { ...input, load: async () => bytes }) }
  } catch (error) {
    if (error instanceof Fault) return { job, fault: { code: error.code, facts: { ...error.facts } } }
    return { job, error: String((error as Error).stack ?? error) }
  }
}

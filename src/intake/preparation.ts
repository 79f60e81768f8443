import { Worker } from 'node:worker_threads'
import type { Input, SourceDocument } from '../documents/document.ts'
import { readDocument } from '../documents/reading.ts'
import { Fault, type FaultCode, type FaultFacts } from '../kernel/fault.ts'
import type { Extractor, Prepared } from './prepared.ts'

/** Reading and extraction: all that a document needs before the one ordered writer takes it. */
export interface Preparation {
  prepare(input: Input): Promise<Prepared>
  /** How many inputs may usefully be under way at once. */
  readonly width: number
  close(): Promise<void>
}

export const prepareWith = async (extractor: Extractor, input: Input): Promise<Prepared> => {
  const document = await readDocument(input)
  const { published } = document.metadata
  return { document, extraction: extractor.extract(document.text, { sha256: document.sha256, ...(published ? { published } : {}) }) }
}

export const inThisThread = (extractor: Extractor): Preparation => ({
  prepare: (input) => prepareWith(extractor, input),
  width: 1,
  close: async () => {},
})

/** What the main thread sends to a worker: an input whose bytes are loaded. */
export interface Job {
  readonly job: number
  readonly input: Omit<Input, 'load'>
  readonly bytes: Uint8Array
}

/** What a worker answers. Faults lose their class on the way and get it back here. */
export type Answer =
  | { readonly job: number; readonly prepared: { readonly document: SourceDocument; readonly extraction: Prepared['extraction'] } }
  | { readonly job: number; readonly fault: { readonly code: FaultCode; readonly facts: FaultFacts } }
  | { readonly job: number; readonly error: string }

/** MB. What reading one document makes is garbage as soon as its claims are out; a nursery that holds it all is emptied at little cost. */
const youngGeneration = 48

interface Waiting {
  resolve(prepared: Prepared): void
  reject(error: unknown): void
}

/**
 * The same in worker threads. A worker that dies takes down only the inputs that it had: they are refused with
 * `document-unreadable`, and a new worker takes its place.
 */
export const inThreads = (worker: URL, threads: number): Preparation => {
  let jobs = 0
  let closing = false
  const crew = Array.from({ length: threads }, () => ({ waiting: new Map<number, Waiting>(), thread: undefined as Worker | undefined }))

  const start = (member: (typeof crew)[number]): Worker => {
    const thread = new Worker(worker, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } })
    thread.on('message', (answer: Answer) => {
      const waiting = member.waiting.get(answer.job)
      member.waiting.delete(answer.job)
      if ('prepared' in answer) waiting?.resolve(answer.prepared)
      else if ('fault' in answer) waiting?.reject(new Fault(answer.fault.code, answer.fault.facts))
      else waiting?.reject(new Error(answer.error))
    })
    const lost = (cause?: unknown) => {
      member.thread = undefined
      for (const { reject } of member.waiting.values())
        reject(
          new Fault(
            'document-unreadable',
            { attempted: 'read a document', found: 'the thread that read it died', expected: 'an answer' },
            cause,
          ),
        )
      member.waiting.clear()
    }
    thread.on('error', lost)
    thread.on('exit', () => !closing && lost())
    return thread
  }

  return {
    width: threads * 4,
    async prepare({ load, ...input }) {
      const bytes = await load()
      const member = crew.reduce((idlest, other) => (other.waiting.size < idlest.waiting.size ? other : idlest))
      member.thread ??= start(member)
      const job = jobs++
      const { thread, waiting } = member
      return new Promise<Prepared>((resolve, reject) => {
        waiting.set(job, { resolve, reject })
        thread.postMessage({ job, input, bytes } satisfies Job)
      })
    },
    async close() {
      closing = true
      await Promise.all(crew.map(({ thread }) => thread?.terminate()))
    },
  }
}

/** Starts in this thread and brings in others once there is work for them: starting a thread costs what many texts do. */
export const growing = (small: Preparation, large: () => Preparation, after: number): Preparation => {
  let seen = 0
  let grown: Preparation | undefined
  return {
    get width() {
      return grown?.width ?? small.width
    },
    prepare(input) {
      if (++seen > after) grown ??= large()
      return (grown ?? small).prepare(input)
    },
    async close() {
      await Promise.all([small.close(), grown?.close()])
    },
  }
}

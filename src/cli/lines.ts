import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The lines of a stream, without blank ones. */
export const linesOf = async (stream: Readable): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) if (line.trim()) lines.push(line.trim())
  return lines
}

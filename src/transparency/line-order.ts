import { lineOf, longestLine, type RecordedEvent } from '../kernel/envelope.ts'
import { headOf } from '../store/file/line-head.ts'

/**
 * Whether lines follow each other as a store appends them: positions and revisions without gaps, instants that never
 * go back. Hashes tell that a line was changed; this tells that it was never written so.
 */
export const lineOrder = () => {
  const revisions = new Map<string, number>()
  let recorded = ''
  return (line: Buffer, position: number): string | undefined => {
    const head = headOf(line, 0, line.length)
    if (!head) return 'the line is no event'
    const revision = (revisions.get(head.stream) ?? -1) + 1
    const before = recorded
    revisions.set(head.stream, head.revision)
    recorded = head.recorded
    if (head.position !== position) return `the line says position ${head.position}`
    if (head.revision !== revision) return `the line says revision ${head.revision} of ${head.stream}, which is at ${revision - 1}`
    if (head.recorded < before) return `it was recorded ${head.recorded}, before its predecessor`
    return undefined
  }
}

/** Whether a line is written exactly as a store writes it: for events that no signature covers yet. */
export const isAsWritten = (line: Buffer): boolean => {
  try {
    return line.length <= longestLine && Buffer.from(lineOf(JSON.parse(line.toString()) as RecordedEvent)).equals(line)
  } catch {
    return false
  }
}

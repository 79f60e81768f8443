/** What the index needs to know of a line, read off its first bytes. */
export interface LineHead {
  readonly position: number
  readonly type: string
  readonly stream: string
  readonly revision: number
  readonly id: string
  readonly recorded: string
}

const head =
  /^\{"position":(\d+),"type":"([^"\\]*)","stream":"([^"\\]*)","revision":(\d+),"version":\d+,"id":"([^"\\]*)","recorded":"([^"\\]*)"/

/**
 * Reads the head of the line in `bytes[start, end)` without parsing what follows: the key order of a line is fixed.
 * Names with escapes or letters beyond ASCII take the long way. Undefined when this is no line of a log.
 */
export const headOf = (bytes: Buffer, start: number, end: number): LineHead | undefined => {
  const text = bytes.toString('latin1', start, Math.min(end, start + 512))
  const match = head.exec(text)
  if (!match || /[^\x00-\x7f]/.test(match[0])) return parsedHead(bytes, start, end)
  const [, position, type, stream, revision, id, recorded] = match as unknown as string[]
  return {
    position: Number(position),
    type: type as string,
    stream: stream as string,
    revision: Number(revision),
    id: id as string,
    recorded: recorded as string,
  }
}

const parsedHead = (bytes: Buffer, start: number, end: number): LineHead | undefined => {
  try {
    const { position, type, stream, revision, id, recorded } = JSON.parse(bytes.toString('utf8', start, end)) as LineHead
    const whole = Number.isSafeInteger(position) && Number.isSafeInteger(revision)
    return whole && [type, stream, id, recorded].every((part) => typeof part === 'string')
      ? { position, type, stream, revision, id, recorded }
      : undefined
  } catch {
    return undefined
  }
}

const dataKey = Buffer.from(',"data":')
const moreKey = Buffer.from('"more":true')

/**
 * Whether the line says that its append goes on. Inside strings quotes are escaped, so the first `,"data":` is the
 * envelope's own, and `more` stands right before it.
 */
export const saysMore = (bytes: Buffer, start: number, end: number): boolean => {
  const data = bytes.subarray(start, end).indexOf(dataKey)
  return data >= moreKey.length && bytes.subarray(start + data - moreKey.length, start + data).equals(moreKey)
}

/** The first bytes of a stream, and the whole stream again, those bytes included. */
export const headOf = async (stream: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> => {
  const iterator = stream[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let length = 0
  let ended = false
  while (length < 512 && !ended) {
    const next = await iterator.next()
    if (next.done) ended = true
    else {
      const chunk = Buffer.from(next.value)
      read.push(chunk)
      length += chunk.length
    }
  }
  const chunks = async function* () {
    yield* read
    for (let next = ended ? undefined : await iterator.next(); next && !next.done; next = await iterator.next())
      yield Buffer.from(next.value)
  }
  return { head: Buffer.concat(read), chunks: chunks() }
}

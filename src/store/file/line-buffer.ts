/** Lines for one write, encoded as they come into a buffer that is used again and again. */
export interface LineBuffer {
  /** Adds the line and its LF; answers how many bytes they take. */
  add(line: string): number
  readonly length: number
  /** What was added since the last call; valid until the next `add`. */
  take(): Uint8Array
}

const startBytes = 1024 * 1024

export const lineBuffer = (): LineBuffer => {
  let bytes = Buffer.allocUnsafeSlow(startBytes)
  let length = 0
  const grow = (atLeast: number): void => {
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, atLeast))
    bytes.copy(larger, 0, 0, length)
    bytes = larger
  }
  return {
    get length() {
      return length
    },
    add(line) {
      // A UTF-16 unit takes at most three bytes of UTF-8.
      if (length + line.length * 3 + 1 > bytes.length) grow(length + line.length * 3 + 1)
      const taken = bytes.write(line, length) + 1
      length += taken
      bytes[length - 1] = 10
      return taken
    },
    take() {
      const taken = bytes.subarray(0, length)
      length = 0
      return taken
    },
  }
}

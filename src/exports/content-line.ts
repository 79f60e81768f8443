/** A content line of RFC 5545: folded after 75 octets, never inside a letter, and ended with CRLF. */
export const contentLine = (name: string, value: string): string => {
  const lines: string[] = []
  let line = ''
  let octets = 0
  for (const letter of `${name}:${value}`) {
    const size = Buffer.byteLength(letter)
    // Continuation lines begin with a space, which counts.
    if (octets + size > (lines.length === 0 ? 75 : 74)) {
      lines.push(line)
      line = ''
      octets = 0
    }
    line += letter
    octets += size
  }
  return `${[...lines, line].join('\r\n ')}\r\n`
}

/** A TEXT value of RFC 5545, section 3.3.11. */
export const calendarText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')

/** Whether these bytes stand there. In a loop: for a dozen bytes a call of `compare` costs more. */
export const standsAt = (bytes: Uint8Array, at: number, expected: Uint8Array): boolean => {
  for (let ahead = 0; ahead < expected.length; ahead++) if (bytes[at + ahead] !== expected[ahead]) return false
  return true
}

/**
 * Standard base64 (RFC 4648, section 4), read strictly: what does not encode back to the same letters is refused, so
 * that no two texts mean the same bytes.
 */
export const bytesOfBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

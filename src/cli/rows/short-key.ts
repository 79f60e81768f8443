import { visible } from '../text/visible.ts'

/** A digest is found by its beginning; the rest of it only takes room. */
export const shortKey = (key: string): string => visible(/^[0-9a-f]{64}$/.test(key) ? key.slice(0, 12) : key)

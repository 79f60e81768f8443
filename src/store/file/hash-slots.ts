import { none } from './segment-index.ts'

/**
 * A hash table in a Uint32Array: open addressing, at most two thirds full. A slot holds 12 bits of the key's hash
 * above 20 bits of a number plus one; zero is free. Finds every number that was put under a key, and with a chance
 * of 1 in 4,096 one that was not: whoever asks looks at the thing itself.
 */
export const mostNumbers = 2 ** 20 - 2

export const slotsFor = (count: number): number => {
  let slots = 16
  while (slots * 2 < count * 3) slots *= 2
  return slots
}

export const putSlot = (slots: Uint32Array, key: string, number: number): void => {
  const hash = hashOf(key)
  let slot = hash & (slots.length - 1)
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
  slots[slot] = ((hash >>> 20) << 20) | (number + 1)
}

export const numbersAt = (slots: Uint32Array, key: string): readonly number[] => {
  const hash = hashOf(key)
  let found = none
  for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const held = slots[slot] as number
    if (held >>> 20 === hash >>> 20) found = [...found, (held & 0xfffff) - 1]
  }
  return found
}

/** FNV-1a over UTF-16 units, with a last stir so that high and low bits are both good. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

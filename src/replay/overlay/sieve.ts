/** Tells of most ids that they are not in a set, without hashing them: what a rebuild asks of every id of every event. */
export interface Sieve {
  add(id: string): void
  /** False: certainly not added. True: perhaps. */
  mayHold(id: string): boolean
}

const bits = 20

/** One bit for each of a million mixtures of eight letters spread over the id. */
export const createSieve = (): Sieve => {
  const held = new Uint8Array(1 << (bits - 3))
  return {
    add(id) {
      const bit = mixtureOf(id)
      held[bit >> 3] = (held[bit >> 3] as number) | (1 << (bit & 7))
    },
    mayHold(id) {
      const bit = mixtureOf(id)
      return ((held[bit >> 3] as number) & (1 << (bit & 7))) !== 0
    },
  }
}

const mixtureOf = (id: string): number => {
  const { length } = id
  let mixture = length
  for (let eighth = 0; eighth < 8; eighth++) mixture = Math.imul(mixture, 31) + id.charCodeAt((length * eighth) >> 3)
  return (Math.imul(mixture, 0x9e3779b1) >>> 0) >>> (32 - bits)
}

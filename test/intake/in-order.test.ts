import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../../src/intake/in-order.ts'

async function* numbers(count: number, onRead: (n: number) => void = () => {}) {
  for (let n = 0; n < count; n++) {
    onRead(n)
    yield n
  }
}

test('results come in the order of the inputs, however long each takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 }), async (scheduler, count, limit) => {
      const seen: number[] = []
      const consume = (async () => {
        for await (const n of inOrder(
          numbers(count),
          (n) => scheduler.schedule(Promise.resolve(n * 10)),
          () => limit,
        ))
          seen.push(n)
      })()
      await scheduler.waitFor(consume)
      expect(seen).toEqual(Array.from({ length: count }, (_, n) => n * 10))
    }),
  )
})

test('no more inputs are read than may be under way', async () => {
  let read = 0
  let yielded = 0
  for await (const _ of inOrder(
    numbers(50, () => read++),
    async (n) => n,
    () => 4,
  )) {
    yielded++
    expect(read - yielded).toBeLessThan(4)
  }
  expect(yielded).toBe(50)
})

test('a failure is told at its place, after the results before it', async () => {
  const seen: number[] = []
  const consume = async () => {
    for await (const n of inOrder(
      numbers(5),
      async (n) => (n === 2 ? Promise.reject(new Error('two')) : n),
      () => 3,
    ))
      seen.push(n)
  }
  await expect(consume()).rejects.toThrow('two')
  expect(seen).toEqual([0, 1])
})

import { expect, test } from 'vitest'
import { fullDisk } from './full-disk.ts'
import { killRounds } from './kill-rounds.ts'
import { lateCorrection } from './late-correction.ts'

test('a writer killed at random moments loses nothing that it acknowledged', async () => {
  const { rounds, acknowledged, events } = await killRounds(3)
  expect(rounds).toBe(3)
  expect(acknowledged).toBeGreaterThan(0)
  expect(events).toBeGreaterThanOrEqual(acknowledged)
}, 60_000)

test('a disk that fills up refuses, keeps what it acknowledged, and goes on when there is room', async ({ skip }) => {
  const outcome = await fullDisk()
  if (!outcome) return skip('no small disk can be mounted here')
  expect(outcome.acknowledged).toBeGreaterThan(100)
  expect(outcome.refused).toEqual(['disk-full'])
  expect(outcome.afterwards).toBe(40)
}, 60_000)

test('a correction of event 10 at the end of a long log, and its undo, are right live, rebuilt and from snapshots', async () => {
  const { before, corrected, undone } = await lateCorrection(2_000, 10)
  expect(new Set(before).size).toBe(1)
  expect(new Set(corrected).size).toBe(1)
  expect(corrected[0]).not.toBe(before[0])
  expect(undone).toEqual(before)
}, 60_000)

import { expect, test } from 'vitest'
import { Fault, isFault } from '../../src/kernel/fault.ts'

test('a fault says what was attempted, found, expected, and the cure', () => {
  const fault = new Fault('conflict', {
    attempted: 'append to document/ab12',
    found: 'it is at revision 4',
    expected: 'revision 3',
    cure: 'Read it again.',
    revision: 4,
  })
  expect(fault.message).toBe("couldn't append to document/ab12: it is at revision 4, expected revision 3. Read it again.")
  expect(fault.toJSON()).toEqual({
    code: 'conflict',
    attempted: 'append to document/ab12',
    found: 'it is at revision 4',
    expected: 'revision 3',
    cure: 'Read it again.',
    revision: 4,
  })
  expect(isFault(fault, 'conflict')).toBe(true)
  expect(isFault(fault, 'locked')).toBe(false)
  expect(isFault(new Error('x'))).toBe(false)
})

import { expect, test } from 'vitest'
import { dueAt, slotBefore, slotId } from '../../src/queue/slot.ts'

test('a slot is the last whole period', () => {
  const at = new Date('2026-01-05T09:00:42.500Z')
  expect(slotBefore(at, 60_000)).toEqual(new Date('2026-01-05T09:00:00.000Z'))
  expect(slotBefore(at, 15_000)).toEqual(new Date('2026-01-05T09:00:30.000Z'))
  expect(slotBefore(slotBefore(at, 60_000), 60_000)).toEqual(new Date('2026-01-05T09:00:00.000Z'))
})

test('its id is the one that the scheduler gives to it, and says when it was due; another does not', () => {
  const slot = new Date('2026-01-05T09:00:00.250Z')
  expect(slotId('plan-notices', slot)).toBe('repeat:plan-notices:1767603600250')
  expect(dueAt(slotId('plan-notices', slot))).toEqual(slot)
  expect(dueAt('17')).toBeUndefined()
  expect(dueAt('plan-notices')).toBeUndefined()
})

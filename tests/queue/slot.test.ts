import { expect, test } from 'vitest'
import { dueAt, slotBefore, slotId } from '../../src/queue/slot.ts'

test('a slot is the last whole period', () => {
  const at = new Date('2026-01-05T09:00:42.500Z')
  expect(slotBefore(at, 60_000)).toEqual(new Date('2026-01-05T09:00:00.000Z'))
  expect(slotBefore(at, 15_000)).toEqual(new Date('2026-01-05T09:00:30.000Z'))
  expect(slotBefore(slotBefore(at, 60_000), 60_000)).toEqual(new Date('2026-01-05T09:00:00.000Z'))
})

test('its id has no ":" and tells milliseconds apart', () => {
  expect(slotId('plan-notices', new Date('2026-01-05T09:00:00.000Z'))).toBe('plan-notices-20260105T090000Z')
  expect(slotId('plan-notices', new Date('2026-01-05T09:00:00.250Z'))).toBe(
    'plan-notices-20260105T090000-250Z',
  )
})

test("a scheduler's job says when it was due, another does not", () => {
  expect(dueAt('repeat:plan-notices:1767603600000')).toEqual(new Date('2026-01-05T09:00:00.000Z'))
  expect(dueAt('17')).toBeUndefined()
  expect(dueAt('plan-notices-20260105T090000Z')).toBeUndefined()
})

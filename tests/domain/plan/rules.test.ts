import { describe, expect, test } from 'vitest'
import { planInForce, pointId, pointsOf } from '../../../src/domain/plan/rules.ts'
import { planOf } from './records.ts'

describe('the plan that people mean', () => {
  test.each([
    [[2024, 2025, 2026], '2025-06-01', 2025],
    [[2024, 2025, 2026], '2025-01-01', 2025],
    [[2024, 2025, 2026], '2025-12-31', 2025],
    // The new year's is not approved yet: the old one goes on.
    [[2024, 2025], '2026-01-02', 2025],
    [[2025, 2024], '2026-01-02', 2025],
    // Only plans of years to come are on record.
    [[2028, 2027], '2026-01-02', 2027],
    [[2024], '2024-02-29', 2024],
  ])('of %j on %s is that of %i', (years, today, meant) => {
    expect(
      planInForce(
        years.map((year) => ({ year })),
        today,
      )?.year,
    ).toBe(meant)
  })

  test('is none where none is on record', () => {
    expect(planInForce([], '2026-01-02')).toBeUndefined()
  })
})

test('points stand in the order of the plan, each with its area', () => {
  const plan = planOf([['甲', '乙'], [], ['丙']])
  expect(pointsOf(plan).map(({ area, point }) => [area.number, point.number])).toStrictEqual([
    [1, '1.1'],
    [1, '1.2'],
    [3, '3.1'],
  ])
})

test('a point is called by its year and place', () => {
  expect(pointId(2024, '2.2.1')).toBe('2024-2.2.1')
})

import { expect, test } from 'vitest'
import { moment } from '../../src/operator/moment.ts'
import { OperatorError } from '../../src/operator/operator-error.ts'

test.each([
  ['2026-11-30T09:00+08:00', '2026-11-30T01:00:00.000Z'],
  ['2026-11-30T09:00:30Z', '2026-11-30T09:00:30.000Z'],
  ['2024-02-29T23:59-0330', '2024-03-01T03:29:00.000Z'],
])('%s is %s', (text, utc) => {
  expect(moment(text).toISOString()).toBe(utc)
})

test.each([
  '',
  'monday',
  '2026-11-30',
  '2026-11-30T09:00',
  '2026-02-30T09:00+08:00',
  '2026-11-30T25:00Z',
  '+275760-09-13T00:00Z',
  '1764464400',
])('%j is refused with an example', (text) => {
  expect(() => moment(text)).toThrow(OperatorError)
  expect(() => moment(text)).toThrow('such as 2026-11-30T09:00+08:00')
})

import { describe, expect, test } from 'vitest'
import { readCron } from '../../src/queue/cron.ts'

const anyDay = Array.from({ length: 31 }, (_, i) => i + 1)
const anyMonth = Array.from({ length: 12 }, (_, i) => i + 1)
const anyWeekday = [0, 1, 2, 3, 4, 5, 6]

describe('a cron expression is read', () => {
  test.each([
    ['0 9 * * MON', { minute: [0], hour: [9], dayOfMonth: anyDay, month: anyMonth, dayOfWeek: [1] }],
    ['0 9 * * monday', { minute: [0], hour: [9], dayOfMonth: anyDay, month: anyMonth, dayOfWeek: [1] }],
    [
      '  30   8  1,15  JAN-MAR * ',
      { minute: [30], hour: [8], dayOfMonth: [1, 15], month: [1, 2, 3], dayOfWeek: anyWeekday },
    ],
    ['*/20 9 * * 7', { minute: [0, 20, 40], hour: [9], dayOfMonth: anyDay, month: anyMonth, dayOfWeek: [0] }],
    ['0 9,9 * * 5-7', { minute: [0], hour: [9], dayOfMonth: anyDay, month: anyMonth, dayOfWeek: [0, 5, 6] }],
    [
      '0 9 * * FRI-MON',
      { minute: [0], hour: [9], dayOfMonth: anyDay, month: anyMonth, dayOfWeek: [0, 1, 5, 6] },
    ],
    ['0 9 29 2 *', { minute: [0], hour: [9], dayOfMonth: [29], month: [2], dayOfWeek: anyWeekday }],
    ['0 9 * MAY SAT', { minute: [0], hour: [9], dayOfMonth: anyDay, month: [5], dayOfWeek: [6] }],
  ])('%s', (text, fields) => {
    expect(readCron(text)).toEqual({ ok: true, fields })
  })
})

describe('the field that does not hold is named', () => {
  test.each([
    ['60 9 * * *', 'minute', '60'],
    ['*/0 9 * * *', 'minute', '*/0'],
    ['5/15 9 * * *', 'minute', '5/15'],
    ['1* 9 * * *', 'minute', '1*'],
    ['0-99999999 9 * * *', 'minute', '0-99999999'],
    ['0 24 * * *', 'hour', '24'],
    ['0 nine * * *', 'hour', 'nine'],
    ['0 9 0 * *', 'day of month', '0'],
    ['0 9 30 2 *', 'day of month', '30'],
    ['0 9 L * *', 'day of month', 'L'],
    ['0 9 15W * *', 'day of month', '15W'],
    ['0 9 ? * MON', 'day of month', '?'],
    ['0 9 * 13 *', 'month', '13'],
    ['0 9 * JANFEB *', 'month', 'JANFEB'],
    ['0 9 * MON *', 'month', 'MON'],
    ['0 9 * * 8', 'day of week', '8'],
    ['0 9 * * 5L', 'day of week', '5L'],
    ['0 9 * * MON#1', 'day of week', 'MON#1'],
    ['0 9 * * MON,', 'day of week', 'MON,'],
    ['0 0 9 * * MON', 'form', '0 0 9 * * MON'],
    ['0 9 * *', 'form', '0 9 * *'],
    ['@weekly', 'form', '@weekly'],
    ['', 'form', ''],
  ])('%s', (text, field, value) => {
    expect(readCron(text)).toEqual({ ok: false, field, value })
  })
})

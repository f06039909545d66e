import { describe, expect, test } from 'vitest'
import { decideContent, decideSlot } from '../../../src/domain/notice/planning.ts'
import { noticeKey, pauseMs } from '../../../src/domain/notice/rules.ts'
import type { Schedule } from '../../../src/domain/schedule/rules.ts'
import { readCron } from '../../../src/queue/cron.ts'
import { assignment } from '../assignment/arbitraries.ts'
import { everyDay } from '../schedule/every-day.ts'

function schedule(cron: string, activeSince: string, zone = 'Asia/Shanghai'): Schedule {
  const reading = readCron(cron)
  if (!reading.ok) throw new Error(cron)
  const { fields } = reading
  return {
    group: 'WG8',
    kind: 'reminder',
    cron,
    ...everyDay,
    fields,
    zone,
    activeSince: new Date(activeSince),
  }
}

describe('the slot that is owed', () => {
  const monday = schedule('0 9 * * 1', '2026-11-20T00:00:00Z')
  const at = (iso: string) => new Date(iso)

  test.each([
    ['no schedule', undefined, '2026-11-23T01:00:00Z', 'no-schedule'],
    ['a millisecond early', monday, '2026-11-23T00:59:59.999Z', 'not-due'],
    ['a schedule of today', schedule('0 9 * * 1', '2026-11-23T01:00:00Z'), '2026-11-23T02:00:00Z', 'not-due'],
    [
      'a day of no year since',
      schedule('0 9 29 2 *', '2024-03-01T00:00:00Z'),
      '2026-11-23T01:00:00Z',
      'not-due',
    ],
  ] as const)('is none: %s', (_why, schedule, now, why) => {
    expect(decideSlot(schedule, at(now))).toStrictEqual({ due: false, why })
  })

  test.each([
    ['on the minute', '2026-11-23T01:00:00Z', '2026-11-23'],
    ['late on its day', '2026-11-23T15:59:00Z', '2026-11-23'],
    ['days late', '2026-11-26T00:00:00Z', '2026-11-23'],
    ['three weeks late: the latest alone', '2026-12-16T00:00:00Z', '2026-12-14'],
  ])('%s', (_why, now, on) => {
    const slot = { at: at(`${on}T01:00:00Z`), on, nominalOn: on }
    expect(decideSlot(monday, at(now))).toStrictEqual({ due: true, slot })
  })
})

describe('the content', () => {
  const friday = assignment('a', { dueOn: '2026-11-27' })
  const facts = { assignments: [friday], moves: [], twins: [] }

  test('a reminder speaks of the day on which it is read', () => {
    expect(decideContent('reminder', facts, '2026-11-23', '2026-11-23')).toStrictEqual({
      say: true,
      content: { kind: 'reminder', overdue: [], soon: [friday], others: 0 },
    })
    expect(decideContent('reminder', facts, '2026-11-28', '2026-11-23')).toStrictEqual({
      say: true,
      content: { kind: 'reminder', overdue: [friday], soon: [], others: 0 },
    })
  })

  test('a digest speaks of the week that ended on its slot’s day, whenever it is read', () => {
    const read = (today: string) => decideContent('digest', facts, today, '2026-11-20')
    expect(read('2026-11-20')).toMatchObject({ say: true, content: { kind: 'digest', ahead: [friday] } })
    expect(read('2026-12-20')).toStrictEqual(read('2026-11-20'))
  })

  test('nothing to say is passed on with its reason', () => {
    const none = { assignments: [], moves: [], twins: [] }
    expect(decideContent('reminder', none, '2026-11-23', '2026-11-23')).toStrictEqual({
      say: false,
      why: 'no-open-assignments',
    })
    expect(decideContent('digest', none, '2026-11-23', '2026-11-23')).toStrictEqual({
      say: false,
      why: 'nothing-to-report',
    })
  })
})

test('a notice’s key names workspace, kind, group and period', () => {
  const notice = { kind: 'digest', group: 'SWG-ETS', period: '2026-11-20' } as const
  expect(noticeKey('T1', notice)).toBe('T1/digest/SWG-ETS/2026-11-20')
})

test('the key of one for the secretariat names the secretariat in the place of a group', () => {
  const report = { kind: 'digest-report', period: '2026-11-20' } as const
  expect(noticeKey('T1', report)).toBe('T1/digest-report/secretariat/2026-11-20')
})

test('pauses after the nth attempt double from four seconds on and end at five minutes', () => {
  expect([0, 1, 2, 7, 8, 9, 60, 1e9].map(pauseMs)).toStrictEqual([
    2_000, 4_000, 8_000, 256_000, 300_000, 300_000, 300_000, 300_000,
  ])
})

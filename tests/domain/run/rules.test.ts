import { describe, expect, test } from 'vitest'
import type { Notice, NoticeState } from '../../../src/domain/notice/rules.ts'
import { askedInPerson, reportRun } from '../../../src/domain/run/rules.ts'
import type { WorkingGroup } from '../../../src/domain/working-group/rules.ts'
import { monday9, saying } from '../delivery/claimed.ts'

const group = (code: string, zone = 'Asia/Shanghai'): WorkingGroup => ({
  code,
  kind: 'WG',
  names: { en: code },
  zone,
  language: 'en',
})

function notice(code: string, state: NoticeState, change: Partial<Notice> = {}): Notice {
  const { claim, claimEndsAt, task, ...bare } = saying()
  return { ...bare, id: `n-${code}`, group: code, state, ...change }
}

const on = '2026-11-23'
const none = { said: [], silent: [], unreached: [], ambiguous: [], waiting: [] }

test.each<[NoticeState, keyof typeof none]>([
  ['sent', 'said'],
  ['withdrawn', 'silent'],
  ['failed', 'unreached'],
  ['ambiguous', 'ambiguous'],
  ['pending', 'waiting'],
  ['sending', 'waiting'],
])('what is %s counts as %s, with its reason', (state, list) => {
  const wg8 = group('WG8')
  expect(reportRun('reminder', on, [notice('WG8', state, { reason: 'why' })], [wg8])).toStrictEqual({
    kind: 'reminder',
    on,
    ...none,
    [list]: [{ notice: 'n-WG8', group: wg8, why: 'why' }],
  })
})

test('whoever was not found in Slack and is reached later that day is asked, and not told of as out of reach', () => {
  const of = (member: string, state: NoticeState, change: Partial<Notice> = {}): Notice => {
    const { group: _, ...bare } = notice('WG8', state)
    return { ...bare, kind: 'asks', member, about: [{ kind: 'overdue', assignment: 'a' }], ...change }
  }
  const notFound = { reason: 'not-in-slack', period: 'unreached-2026-11-23' }
  const called = (id: string) => ({ id, names: { en: id } })
  const notices = [
    of('early', 'withdrawn', notFound),
    of('early', 'sent'),
    of('night', 'withdrawn', notFound),
    of('night', 'pending'),
    of('never', 'withdrawn', notFound),
    of('never', 'withdrawn', { reason: 'not-in-slack' }),
    of('blocked', 'failed'),
    of('other', 'sent'),
  ]
  const members = ['early', 'night', 'never', 'blocked', 'other'].map(called)
  expect(askedInPerson(notices, members)).toEqual({
    people: 2,
    things: 2,
    waiting: 1,
    held: [],
    unreached: [{ en: 'never' }, { en: 'blocked' }],
  })
})

test('groups stand in their own order, each once; what is of no group among them is left out', () => {
  const notices = ['WG1', 'WG9', 'GONE', 'WG8'].map((code) => notice(code, 'sent'))
  const { said, ...rest } = reportRun(
    'digest',
    on,
    notices,
    ['WG9', 'WG10', 'WG8', 'WG1'].map((code) => group(code)),
  )
  expect(said.map(({ group: { code } }) => code)).toStrictEqual(['WG9', 'WG8', 'WG1'])
  expect(rest).toMatchObject({ silent: [], unreached: [], ambiguous: [], waiting: [] })
})

describe('the day on which it was said', () => {
  const saidOn = (sentAt: Date, zone?: string) =>
    reportRun('reminder', on, [notice('WG8', 'sent', { sentAt })], [group('WG8', zone)]).said[0]?.saidOn

  test('is not told where it is the day it was for, on the group’s own calendar', () => {
    expect(saidOn(monday9)).toBeUndefined()
    expect(saidOn(new Date('2026-11-23T15:59:59Z'))).toBeUndefined()
    expect(saidOn(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
    expect(saidOn(new Date('2026-11-23T16:00:00Z'), 'Europe/Berlin')).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import {
  type Answer,
  decideAnswer,
  isAskedAnew,
  mayBeOffered,
  partOf,
} from '../../../src/domain/goal/deciding.ts'
import { answerersOf } from '../../../src/domain/goal/offer-notices.ts'
import type { AcceptanceState, Goal } from '../../../src/domain/goal/rules.ts'
import type { Member, Role } from '../../../src/domain/member/rules.ts'

const at = new Date('2026-11-23T03:00:00Z')
const states: AcceptanceState[] = ['draft', 'offered', 'accepted', 'change-asked', 'declined', 'withdrawn']

function goal(state: AcceptanceState, change: Partial<Goal> = {}): Goal {
  return {
    id: 'g1',
    year: 2026,
    texts: { en: 'One' },
    points: ['2026-1.1'],
    kinds: [],
    groups: [
      { group: 'WG8', state, offer: 'o1' },
      { group: 'WG9', state: 'offered', offer: 'o2' },
    ],
    state: 'open',
    isTouched: true,
    ...change,
  }
}

describe('an answer', () => {
  test.each<[Answer, AcceptanceState]>([
    [{ word: 'accept' }, 'accepted'],
    [{ word: 'ask-change', why: 'later' }, 'change-asked'],
    [{ word: 'decline', why: 'not ours' }, 'declined'],
  ])('%j to what is offered makes it %s, for that group alone', (answer, state) => {
    const next = decideAnswer(goal('offered'), 'WG8', answer, 'lotus', at)
    expect(next && partOf(next, 'WG8')).toStrictEqual({
      group: 'WG8',
      state,
      offer: 'o1',
      answeredAt: at,
      by: 'lotus',
      ...(answer.why !== undefined && { why: answer.why }),
    })
    expect(next && partOf(next, 'WG9')).toStrictEqual({ group: 'WG9', state: 'offered', offer: 'o2' })
    expect(next?.isTouched).toBe(true)
  })

  test.each(states.filter((state) => state !== 'offered'))('is not taken where it is %s', (state) => {
    expect(decideAnswer(goal(state), 'WG8', { word: 'accept' }, 'lotus', at)).toBeUndefined()
  })

  test.each(['closed', 'dropped', 'carried'] as const)('is not taken for a goal that is %s', (state) => {
    expect(decideAnswer(goal('offered', { state }), 'WG8', { word: 'accept' }, 'lotus', at)).toBeUndefined()
  })

  test('is not taken for a group that has no part in it', () => {
    expect(decideAnswer(goal('offered'), 'WG10', { word: 'accept' }, 'lotus', at)).toBeUndefined()
  })
})

describe('a goal may be offered', () => {
  test.each<[AcceptanceState, boolean]>([
    ['draft', true],
    ['offered', false],
    ['accepted', false],
    ['change-asked', true],
    ['declined', true],
    ['withdrawn', true],
  ])('where it is %s: %s', (state, may) => {
    expect(mayBeOffered(goal(state), 'WG8')).toBe(may)
    expect(mayBeOffered(goal(state, { state: 'closed' }), 'WG8')).toBe(false)
  })
})

describe('a group is asked anew', () => {
  const changes: [string, Partial<Goal>, boolean][] = [
    ['the words', { texts: { en: 'Another' } }, true],
    ['the Chinese words', { texts: { en: 'One', zh: '一' } }, true],
    ['the points', { points: ['2026-1.1', '2026-1.2'] }, true],
    ['the kinds of work', { kinds: ['training'] }, true],
    ['the day', { dueOn: '2026-12-31' }, true],
    ['the groups', { groups: [] }, false],
    ['nothing, in another order of languages', { texts: { en: 'One' } }, false],
  ]
  test.each(changes)('where %s changed', (_what, change, isAnew) => {
    const before = goal('offered')
    const after = goal('offered', change)
    expect(isAskedAnew({ group: 'WG8', state: 'change-asked' }, before, after)).toBe(isAnew)
    expect(isAskedAnew({ group: 'WG8', state: 'declined' }, before, after)).toBe(isAnew)
    for (const state of ['draft', 'offered', 'accepted'] as const)
      expect(isAskedAnew({ group: 'WG8', state }, before, after)).toBe(false)
  })

  test('whatever changed, where it was taken back', () => {
    expect(isAskedAnew({ group: 'WG8', state: 'withdrawn' }, goal('draft'), goal('draft'))).toBe(true)
  })

  test('not where the two languages are merely kept in another order', () => {
    const before = goal('draft', { texts: { zh: '一', en: 'One' } })
    const after = goal('draft', { texts: { en: 'One', zh: '一' } })
    expect(isAskedAnew({ group: 'WG8', state: 'declined' }, before, after)).toBe(false)
  })
})

describe('whoever answers for a group', () => {
  const today = '2026-11-23'
  const held = (role: Role['role'], change: Partial<Role> = {}): Role => ({ role, group: 'WG8', ...change })
  const member = (id: string, roles: Role[], slackId?: string): Member => ({
    id,
    names: { en: id },
    roles,
    ...(slackId !== undefined && { slackId }),
  })
  const ids = (members: Member[]) => answerersOf({ members, absences: [] }, 'WG8', today).map(({ id }) => id)

  test.each<[string, Member[], string[]]>([
    ['its convenors', [member('a', [held('convenor')], 'U1'), member('b', [held('deputy')], 'U2')], ['a']],
    [
      'all of them',
      [member('a', [held('convenor')], 'U1'), member('b', [held('convenor')], 'U2')],
      ['a', 'b'],
    ],
    [
      'its deputies, where the convenor has gone',
      [member('a', [held('convenor', { until: '2026-11-22' })], 'U1'), member('b', [held('deputy')], 'U2')],
      ['b'],
    ],
    [
      'its deputies, where Slack does not know the convenor',
      [member('a', [held('convenor')]), member('b', [held('deputy')], 'U2')],
      ['b'],
    ],
    [
      'its convenor, where Slack knows nobody',
      [member('a', [held('convenor')]), member('b', [held('deputy')])],
      ['a'],
    ],
    ['nobody of another group', [member('a', [held('convenor', { group: 'WG9' })], 'U1')], []],
    ['nobody who is only its member', [member('a', [held('member')], 'U1')], []],
  ])('is %s', (_who, members, expected) => {
    expect(ids(members)).toEqual(expected)
  })
})

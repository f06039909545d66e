import { describe, expect, test } from 'vitest'
import { decideDecision, isAsked } from '../../../src/domain/decision/rules.ts'
import {
  type DecisionWord,
  type Notice,
  type NoticeKind,
  type NoticeState,
  noticeStates,
  openTo,
} from '../../../src/domain/notice/rules.ts'
import { later, now, saying } from '../delivery/claimed.ts'

const since = later(-60_000)

function notice(state: NoticeState, change: Partial<Notice> = {}): Notice {
  const { claim, claimEndsAt, task, ...bare } = saying()
  return { ...bare, state, attempts: 7, revision: 3, shownRevision: 1, mayRepeat: true, ...change }
}

type Decided = ReturnType<typeof decideDecision>
const drop: Decided = { state: 'withdrawn', reason: 'dropped', mayRepeat: false }

describe('a decision', () => {
  const table: [string, Notice, DecisionWord, Decided][] = [
    [
      'in doubt, said again: looked for first, and said where that does not help',
      notice('ambiguous', { uncertainSince: since }),
      'retry',
      { state: 'sending', uncertainSince: since, dueAt: now, attempts: 0, mayRepeat: true },
    ],
    [
      'in doubt since nobody knows when, said again',
      notice('ambiguous'),
      'retry',
      { state: 'sending', uncertainSince: now, dueAt: now, attempts: 0, mayRepeat: true },
    ],
    [
      'in doubt, and seen: it stands since then, and shows all there is to show',
      notice('ambiguous', { uncertainSince: since }),
      'keep',
      { state: 'sent', sentAt: since, shownRevision: 3, mayRepeat: false },
    ],
    [
      'in doubt since nobody knows when, and seen',
      notice('ambiguous'),
      'keep',
      { state: 'sent', sentAt: now, shownRevision: 3, mayRepeat: false },
    ],
    ['in doubt, and let go', notice('ambiguous', { uncertainSince: since }), 'drop', drop],
    [
      'refused, tried again',
      notice('failed'),
      'retry',
      { state: 'pending', dueAt: now, attempts: 0, mayRepeat: false },
    ],
    ['refused, and seen: nobody can have', notice('failed'), 'keep', undefined],
    ['refused, and let go', notice('failed'), 'drop', drop],
    ['waiting, and let go', notice('pending'), 'drop', drop],
    ['waiting, said again: it is on its way', notice('pending'), 'retry', undefined],
    ['waiting, and seen', notice('pending'), 'keep', undefined],
    ...(['sending', 'sent', 'withdrawn'] as const).flatMap((state) =>
      (['retry', 'keep', 'drop'] as const).map((word): [string, Notice, DecisionWord, Decided] => [
        `${state}: nothing is left to ${word}`,
        notice(state),
        word,
        undefined,
      ]),
    ),
  ]
  test.each(table)('%s', (_what, before, word, expected) => {
    expect(decideDecision(before, word, now)).toStrictEqual(expected)
    expect(openTo(before).includes(word)).toBe(expected !== undefined)
  })
})

describe('the secretariat is asked', () => {
  const asked = (kind: NoticeKind, isInReport: boolean) =>
    noticeStates.filter((state) => isAsked({ kind, state }, isInReport))

  test.each<[NoticeKind, boolean, NoticeState[]]>([
    ['reminder', true, ['ambiguous']],
    ['digest', true, ['ambiguous']],
    ['reminder', false, ['ambiguous', 'failed']],
    ['reminder-report', false, ['ambiguous', 'failed']],
    ['digest-report', false, ['ambiguous', 'failed']],
    ['decision', false, []],
    ['decision', true, []],
  ])('about a %s that a report tells of (%s) where it is one of %j', (kind, isInReport, states) => {
    expect(asked(kind, isInReport)).toStrictEqual(states)
  })
})

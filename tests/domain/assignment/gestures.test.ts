import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/assignment/acting.ts'
import {
  decideGesture,
  type Gesture,
  type GestureKind,
  mayDo,
  noteOf,
} from '../../../src/domain/assignment/gestures.ts'
import { ballOf, isTouched, type Life, movedAt } from '../../../src/domain/assignment/life.ts'
import type { Assignment, Owner } from '../../../src/domain/assignment/rules.ts'
import type { RoleName } from '../../../src/domain/member/rules.ts'

const names = { en: 'Somebody' }
const owners: Record<string, Owner> = {
  person: { kind: 'member', id: 'jasmine', names },
  organisation: { kind: 'organisation', id: 'cesi', names },
  group: { kind: 'group', id: 'WG8', names },
  'other group': { kind: 'group', id: 'WG5', names },
}

function owed(owner: string, more: Partial<Assignment> = {}): Assignment {
  const found = owners[owner]
  if (found === undefined) throw new Error(owner)
  return {
    id: 'a',
    titles: names,
    group: 'WG8',
    owner: found,
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
    ...more,
  }
}

function somebody(id: string, organisation?: string, role?: RoleName, group?: string): Actor {
  return {
    id,
    ...(organisation !== undefined && { organisation }),
    roles: role === undefined ? [] : [{ role, ...(group !== undefined && { group }) }],
  }
}

const people: Record<string, Actor> = {
  'the owner': somebody('jasmine', undefined, 'member', 'WG8'),
  'a member of the group': somebody('chestnut', undefined, 'member', 'WG8'),
  'a member of the organisation': somebody('reed', 'cesi'),
  'a member of another': somebody('reed', 'other'),
  'the convenor': somebody('lotus', undefined, 'convenor', 'WG8'),
  'a deputy': somebody('oriole', undefined, 'deputy', 'WG8'),
  'another convenor': somebody('cedar', undefined, 'convenor', 'WG5'),
  'the secretariat': somebody('pine', undefined, 'secretariat'),
  'the secretary-general': somebody('begonia', undefined, 'secretary-general'),
  'the chair': somebody('magnolia', undefined, 'chair'),
  nobody: somebody('x'),
}
const leads = ['the convenor', 'a deputy', 'the secretariat', 'the secretary-general']
const owns: Record<string, string[]> = {
  person: ['the owner'],
  organisation: ['a member of the organisation'],
  group: ['the convenor', 'a deputy'],
  'other group': ['another convenor'],
}
const today = '2026-11-23'
const at = new Date('2026-11-23T01:00:00Z')
const now = { today, at }
const to: Owner = { kind: 'member', id: 'willow', names }

const gestures: Record<GestureKind, Gesture> = {
  see: { kind: 'see' },
  accept: { kind: 'accept' },
  decline: { kind: 'decline', why: 'on leave' },
  give: { kind: 'give', to },
  update: { kind: 'update', text: 'half of it' },
  block: { kind: 'block', why: 'no test bed' },
  unblock: { kind: 'unblock' },
  'ask-due': { kind: 'ask-due', on: '2026-12-31', why: 'late comments' },
  'decide-due': { kind: 'decide-due', isGranted: true },
  'set-due': { kind: 'set-due', on: '2026-12-15', why: 'the plenary moved' },
  finish: { kind: 'finish', on: today },
  reopen: { kind: 'reopen', why: 'an error' },
  withdraw: { kind: 'withdraw', why: 'not needed' },
}
/** Whose word each takes: the owner's alone, theirs and that of who decides, or of who decides alone. */
const takes: Record<GestureKind, 'owner' | 'both' | 'lead'> = {
  see: 'owner',
  accept: 'owner',
  decline: 'owner',
  give: 'both',
  update: 'both',
  block: 'both',
  unblock: 'both',
  'ask-due': 'both',
  'decide-due': 'lead',
  'set-due': 'lead',
  finish: 'both',
  reopen: 'both',
  withdraw: 'lead',
}
const fact = { at, by: 'jasmine' }
const blocked = { ...fact, why: 'no test bed' }
const dueAsked = { ...fact, on: '2026-12-31', why: 'late comments' }
/** The state in which a gesture holds. */
const fit: Partial<Record<GestureKind, Partial<Assignment>>> = {
  unblock: { life: { blocked } },
  'decide-due': { life: { dueAsked } },
  reopen: { state: 'done', doneOn: today },
}

describe.each(Object.keys(owners))('what a %s owes', (owner) => {
  describe.each(Object.keys(gestures) as GestureKind[])('%s', (kind) => {
    test.each(Object.entries(people))('by %s', (name, who) => {
      const isOwn = owns[owner]?.includes(name) === true
      const isLead = leads.includes(name)
      const isAllowed = takes[kind] === 'owner' ? isOwn : takes[kind] === 'lead' ? isLead : isOwn || isLead
      const assignment = owed(owner, fit[kind])
      expect(mayDo(assignment, kind, who)).toBe(isAllowed)
      const decision = decideGesture(assignment, gestures[kind], who, now)
      expect(decision).toMatchObject(
        isAllowed ? { ok: true, isNoted: true } : { ok: false, why: 'not-yours' },
      )
    })

    test('by the operator', () => {
      expect(mayDo(owed(owner), kind, undefined)).toBe(true)
      expect(decideGesture(owed(owner, fit[kind]), gestures[kind], undefined, now).ok).toBe(true)
    })
  })
})

const jasmine = people['the owner']
const lotus = people['the convenor']
const byLotus = { at, by: 'lotus', behalf: { kind: 'member' as const, id: 'jasmine' } }
/** Whoever decides speaks for nobody. */
const decidedByLotus = { at, by: 'lotus' }

/** The life of a person's assignment behind one gesture after the other. */
function lived(steps: readonly [Gesture, Actor | undefined][], start: Partial<Assignment> = {}): Assignment {
  return steps.reduce(
    (assignment, [gesture, actor]) => {
      const decision = decideGesture(assignment, gesture, actor, now)
      if (!decision.ok) throw new Error(decision.why)
      return decision.assignment
    },
    owed('person', start),
  )
}

describe('facts of their own', () => {
  test.each<[string, [Gesture, Actor | undefined][], Life]>([
    ['seen', [[gestures.see, jasmine]], { seen: fact }],
    ['accepted, and so seen', [[gestures.accept, jasmine]], { seen: fact, accepted: fact }],
    ['done by its owner, never accepted', [[gestures.finish, jasmine]], { seen: fact, done: fact }],
    ['done for its owner, never seen by them', [[gestures.finish, lotus]], { done: byLotus }],
    [
      'in progress: the first word and the last',
      [
        [gestures.update, jasmine],
        [{ kind: 'update', text: 'all but one' }, lotus],
      ],
      { seen: fact, doing: fact, latest: { ...byLotus, text: 'all but one' } },
    ],
    ['blocked', [[gestures.block, jasmine]], { seen: fact, blocked }],
    [
      'blocked no more',
      [
        [gestures.block, jasmine],
        [gestures.unblock, lotus],
      ],
      { seen: fact, resumed: { at, by: 'lotus', behalf: { kind: 'member', id: 'jasmine' } } },
    ],
    [
      'done after it could go on: that is no news when it is open again',
      [
        [gestures.block, jasmine],
        [gestures.unblock, jasmine],
        [gestures.finish, jasmine],
      ],
      { seen: fact, done: fact },
    ],
    ['another due day asked for', [[gestures['ask-due'], jasmine]], { seen: fact, dueAsked }],
    [
      'given back, and accepted after all',
      [
        [gestures.decline, jasmine],
        [gestures.accept, jasmine],
      ],
      { seen: fact, accepted: fact },
    ],
  ])('%s', (_what, steps, life) => {
    expect(lived(steps).life).toStrictEqual(life)
  })

  test('an owner is never lost: given back it stays theirs until somebody else has it', () => {
    const back = lived([[gestures.decline, jasmine]])
    expect([back.owner.id, back.state, ballOf(back.life)]).toEqual(['jasmine', 'open', 'convenor'])
    const given = lived([
      [gestures.accept, jasmine],
      [gestures.update, jasmine],
      [gestures.decline, jasmine],
      [gestures.give, lotus],
    ])
    expect(given.owner).toStrictEqual(to)
    expect(given.life).toStrictEqual({
      given: decidedByLotus,
      decided: { ...decidedByLotus, kind: 'given' },
    })
  })

  test('the same owner can be asked once more', () => {
    const again: Gesture = { kind: 'give', to: owed('person').owner }
    const asked = lived([
      [gestures.decline, jasmine],
      [again, lotus],
    ])
    expect(asked.life).toStrictEqual({
      given: decidedByLotus,
      decided: { ...decidedByLotus, kind: 'given' },
    })
    expect(decideGesture(asked, again, lotus, now)).toMatchObject({ ok: false, why: 'already' })
  })

  test('a due day that is granted is the day, one that is refused is not, and either way nothing is asked any more', () => {
    const start = { dueOn: '2026-11-30' }
    const asked: [Gesture, Actor | undefined] = [gestures['ask-due'], jasmine]
    const granted = lived([asked, [gestures['decide-due'], lotus]], start)
    expect([granted.dueOn, granted.life]).toEqual([
      '2026-12-31',
      { seen: fact, decided: { ...decidedByLotus, kind: 'granted', on: '2026-12-31' } },
    ])
    const refused = lived(
      [asked, [{ kind: 'decide-due', isGranted: false, why: 'the ballot' }, lotus]],
      start,
    )
    expect([refused.dueOn, refused.life]).toEqual([
      '2026-11-30',
      { seen: fact, decided: { ...decidedByLotus, kind: 'refused', on: '2026-12-31', why: 'the ballot' } },
    ])
    const set = lived([asked, [gestures['set-due'], lotus]], start)
    expect([set.dueOn, set.life.dueAsked]).toEqual(['2026-12-15', undefined])
    expect(set.life.decided).toMatchObject({ ...decidedByLotus, kind: 'set-due', on: '2026-12-15' })
    expect(lived([[{ kind: 'set-due', why: 'no day' }, lotus]], start).dueOn).toBeUndefined()
  })

  test('what is reopened keeps who accepted it, is not done, and nothing shows that it were', () => {
    const evidence = 'https://example.org'
    const again = lived([
      [gestures.accept, jasmine],
      [{ kind: 'finish', on: '2026-11-20', evidence }, jasmine],
      [gestures.reopen, lotus],
    ])
    expect(again).toMatchObject({ state: 'open', life: { accepted: fact } })
    expect([again.doneOn, again.life.done, again.evidence]).toEqual([undefined, undefined, undefined])
    expect(again.life.decided).toMatchObject({ ...decidedByLotus, kind: 'reopened', why: expect.any(String) })
  })
})

describe('who stands in for somebody', () => {
  const away = (id: string, role?: RoleName) => ({
    id,
    roles: role === undefined ? [] : [{ role, group: 'WG8' } as const],
  })
  /** The convenor stands in for a member of hers. */
  const convenor: Actor = { ...away('lotus', 'convenor'), standsInFor: [away('jasmine', 'member')] }
  /** A member stands in for the convenor and for another member. */
  const robin: Actor = {
    id: 'robin',
    roles: [{ role: 'convenor', group: 'WG8', standingInFor: 'lotus' }],
    standsInFor: [away('lotus', 'convenor'), away('jasmine', 'member')],
  }
  const forJasmine = { at, by: 'lotus', behalf: { kind: 'member', id: 'jasmine' } }
  const forLotus = { at, by: 'robin', behalf: { kind: 'member', id: 'lotus' } }

  test.each<[GestureKind, Actor, object]>([
    ['set-due', convenor, { decided: { at, by: 'lotus' } }],
    ['withdraw', convenor, { decided: { at, by: 'lotus' } }],
    ['give', convenor, { decided: { at, by: 'lotus' } }],
    ['reopen', convenor, { decided: { at, by: 'lotus' } }],
    ['accept', convenor, { accepted: forJasmine }],
    ['update', convenor, { latest: forJasmine }],
    ['set-due', robin, { decided: forLotus }],
    ['withdraw', robin, { decided: forLotus }],
    ['give', robin, { decided: forLotus }],
    ['accept', robin, { accepted: { at, by: 'robin', behalf: { kind: 'member', id: 'jasmine' } } }],
  ])('does %s in the place of whose word it is', (kind, actor, life) => {
    const decision = decideGesture(owed('person', fit[kind]), gestures[kind], actor, now)
    expect(decision.ok && decision.assignment.life).toMatchObject(life)
    const [fact] = Object.values(life) as { behalf?: object }[]
    const [stored] = Object.keys(life).map(
      (name) => decision.ok && decision.assignment.life[name as keyof Life],
    )
    if (fact?.behalf === undefined) expect(stored).not.toHaveProperty('behalf')
  })
})

describe('what does not hold', () => {
  test.each<[string, Partial<Assignment>, Gesture, string]>([
    ['what is done', { state: 'done' }, gestures.finish, 'not-open'],
    ['what is withdrawn', { state: 'withdrawn' }, gestures.update, 'not-open'],
    ['what is open', {}, gestures.reopen, 'is-open'],
    ['tomorrow', {}, { kind: 'finish', on: '2026-11-24' }, 'day-ahead'],
    ['twice accepted', { life: { accepted: fact } }, gestures.accept, 'already'],
    ['twice given back', { life: { declined: { ...fact, why: 'x' } } }, gestures.decline, 'already'],
    ['to who has it', {}, { kind: 'give', to: owed('person').owner }, 'already'],
    ['the day on which it is due', { dueOn: '2026-12-31' }, gestures['ask-due'], 'already'],
    ['not blocked', {}, gestures.unblock, 'not-blocked'],
    ['more time until a day that is over', {}, { kind: 'ask-due', on: '2026-11-22', why: 'x' }, 'day-over'],
    [
      'waiting for oneself',
      {},
      { kind: 'block', why: 'x', waitsFor: { kind: 'member', id: 'jasmine' } },
      'waits-for-owner',
    ],
    ['open again what those who decide have withdrawn', { state: 'withdrawn' }, gestures.reopen, 'not-yours'],
  ])('%s', (_what, start, gesture, why) => {
    expect(decideGesture(owed('person', start), gesture, jasmine, now)).toMatchObject({ ok: false, why })
  })

  test('more time is asked until today at the earliest, and no day that is over is set', () => {
    const until = (on: string): Gesture => ({ kind: 'ask-due', on, why: 'x' })
    expect(decideGesture(owed('person'), until(today), jasmine, now).ok).toBe(true)
    const past: Gesture = { kind: 'set-due', on: '2026-11-22', why: 'x' }
    expect(decideGesture(owed('person'), past, lotus, now)).toMatchObject({ ok: false, why: 'day-over' })
  })

  test('what was asked for is not granted once its day is over, and may be refused', () => {
    const late = owed('person', { life: { dueAsked: { ...dueAsked, on: '2026-11-20' } } })
    expect(decideGesture(late, gestures['decide-due'], lotus, now)).toMatchObject({
      ok: false,
      why: 'day-over',
    })
    const no: Gesture = { kind: 'decide-due', isGranted: false, why: 'too late' }
    expect(decideGesture(late, no, lotus, now).ok).toBe(true)
  })

  test('what was withdrawn is opened again by those who decide', () => {
    expect(decideGesture(owed('person', { state: 'withdrawn' }), gestures.reopen, lotus, now).ok).toBe(true)
  })

  test('a decision that nobody asked for, and the day that is set', () => {
    expect(decideGesture(owed('person'), gestures['decide-due'], lotus, now)).toMatchObject({
      ok: false,
      why: 'nothing-asked',
    })
    const due = owed('person', { dueOn: '2026-12-15' })
    expect(decideGesture(due, gestures['set-due'], lotus, now)).toMatchObject({ ok: false, why: 'already' })
  })

  test('seen twice, or seen when it has ended, is no news', () => {
    for (const start of [{ life: { seen: fact } }, { state: 'done' as const }]) {
      const assignment = owed('person', start)
      expect(decideGesture(assignment, gestures.see, jasmine, now)).toStrictEqual({
        ok: true,
        assignment,
        isNoted: false,
      })
    }
  })
})

test.each<[string, Life, string]>([
  ['nothing was said', {}, 'owner'],
  ['it is accepted and under way', { accepted: fact, doing: fact }, 'owner'],
  ['it is blocked', { blocked }, 'other'],
  ['a day is asked for, though it is blocked', { blocked, dueAsked }, 'convenor'],
  ['it was given back', { declined: { ...fact, why: 'x' } }, 'convenor'],
])('where %s the ball is with the %s', (_what, life, ball) => {
  expect(ballOf(life)).toBe(ball)
})

test('who moved last, and whether anybody did', () => {
  const later = new Date('2026-11-24T00:00:00Z')
  expect(movedAt({ accepted: fact, latest: { at: later, text: 'x' } })).toEqual(later)
  expect(movedAt({ given: fact, seen: fact, decided: fact })).toBeUndefined()
  // Whoever it waited for has done their part: that is no move of the owner's, and it was in people's hands.
  expect(movedAt({ resumed: { ...fact, isPartDone: true } })).toBeUndefined()
  expect(movedAt({ resumed: fact })).toEqual(fact.at)
  expect(isTouched({ resumed: { ...fact, isPartDone: true } })).toBe(true)
  expect([{}, { given: fact, seen: fact }].map(isTouched)).toEqual([false, false])
  expect([{ accepted: fact }, { decided: fact }].map(isTouched)).toEqual([true, true])
})

test('what was said with a gesture', () => {
  expect([gestures.update, gestures.decline, gestures.see].map(noteOf)).toEqual([
    'half of it',
    'on leave',
    undefined,
  ])
})

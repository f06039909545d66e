import { beforeEach, describe, expect, test } from 'vitest'
import { byOperator } from '../../../src/domain/audit/rules.ts'
import type { GoalGiven } from '../../../src/domain/goal/service.ts'
import type { Plan } from '../../../src/domain/plan/rules.ts'
import { testDatabase } from '../../database.ts'
import { doneBy } from '../../done-by.ts'
import { everyRow, type Opened, openCommittee, smallCommittee } from '../committee/small-committee.ts'

const { database } = await testDatabase()
const at = '2026-11-23T03:00:00Z'
const lotus = 'lotus'
const year = 2026

const plan: Plan = {
  year,
  names: { en: 'Key points' },
  areas: [
    {
      number: 1,
      names: { en: 'First' },
      points: [
        { id: '2026-1.1', number: '1.1', texts: { en: 'Hold a seminar.' } },
        { id: '2026-1.2', number: '1.2', texts: { en: 'Write a report.' } },
      ],
    },
  ],
}

let one: Opened
let count = 0
beforeEach(async () => {
  count += 1
  one = await openCommittee(database, `goals-${count}`, at)
  for (const id of ['lotus', 'oriole']) await one.store.members.linkSlack(id, `U-${id}`)
  await one.store.plans.put(plan)
  one.woken.splice(0)
})

const make = (change: Partial<GoalGiven> = {}) =>
  one.app.goals.make(
    { year, texts: { en: 'A seminar' }, points: ['2026-1.1'], kinds: [], groups: ['WG8'], ...change },
    doneBy(lotus),
  )
const answer = (goal: string, word: 'accept' | 'decline' | 'ask-change', group = 'WG8') =>
  one.app.goals.answer(goal, group, word === 'accept' ? { word } : { word, why: 'because' }, doneBy(lotus))
const notices = async (kind: string) =>
  (await one.store.notices.latest(100)).filter((notice) => notice.kind === kind)
const stateOf = async (goal: string, group = 'WG8') =>
  (await one.app.goals.byId(goal))?.groups.find((part) => part.group === group)?.state
const offer = async () => {
  const [made] = await one.app.goals.offer(year, doneBy(lotus))
  if (made === undefined) throw new Error('nothing was offered')
  return made
}

describe('a goal that is set', () => {
  test('is heard of by nobody, and stands on record with who set it', async () => {
    const goal = await make({ groups: ['WG8', 'WG8', 'WG9'] })
    expect(goal).toMatchObject({
      id: 'g1',
      groups: [
        { group: 'WG8', state: 'draft' },
        { group: 'WG9', state: 'draft' },
      ],
    })
    expect(await one.store.notices.latest(10)).toEqual([])
    expect(await one.app.plans.changes(year)).toMatchObject([
      { kind: 'goal-made', subject: 'g1', by: lotus, at: new Date(at), touched: [] },
    ])
  })
})

describe('an offer', () => {
  test('goes to the convenor in person and to the secretariat, and to no channel; a second time nothing is left', async () => {
    await make()
    const made = await offer()
    expect(await one.app.goals.offer(year, doneBy(lotus))).toEqual([])
    expect(await one.store.goals.offers(year)).toHaveLength(1)
    expect(await notices('offer')).toMatchObject([{ member: 'lotus', period: made.id }])
    expect(await notices('offer-answers')).toHaveLength(1)
    expect(await notices('goals')).toEqual([])
    expect(one.woken).toEqual(['deliver-notices'])
  })

  test('goes to the deputy where the convenor has gone', async () => {
    const [convenor] = smallCommittee().members
    if (convenor === undefined) throw new Error('no convenor')
    await one.store.members.put({
      ...convenor,
      roles: [{ role: 'convenor', group: 'WG8', until: '2026-11-22' }],
    })
    await make()
    await offer()
    expect(await notices('offer')).toMatchObject([{ member: 'oriole' }])
  })

  test('of two at once is made once', async () => {
    await make()
    const offers = await Promise.all([
      one.app.goals.offer(year, doneBy(lotus)),
      one.app.goals.offer(year, doneBy(lotus)),
    ])
    expect(offers.flat()).toHaveLength(1)
    expect(await notices('offer')).toHaveLength(1)
  })

  test('to two groups is two wholes: the one does not wait for the other', async () => {
    const goal = await make({ groups: ['WG8', 'WG9'] })
    expect(await one.app.goals.offer(year, doneBy(lotus))).toHaveLength(2)
    await answer(goal.id, 'accept', 'WG8')
    expect(await notices('goals')).toMatchObject([{ group: 'WG8' }])
    await answer(goal.id, 'decline', 'WG9')
    expect(await notices('goals')).toHaveLength(1)
    expect(await stateOf(goal.id, 'WG9')).toBe('declined')
  })

  test('is made of what was seen alone', async () => {
    await make()
    const { seen, groups } = await one.app.goals.meant(year)
    expect(groups).toMatchObject([
      { group: { code: 'WG8' }, goals: [{ goal: { id: 'g1' } }], answerers: [{ id: 'lotus' }] },
    ])
    await make({ texts: { en: 'Another' } })
    const before = await everyRow(database)
    expect(await one.app.goals.offerSeen(year, seen, doneBy(lotus))).toBeUndefined()
    expect(await everyRow(database)).toStrictEqual(before)
    const now = await one.app.goals.meant(year)
    expect(await one.app.goals.offerSeen(year, now.seen, doneBy(lotus))).toHaveLength(1)
    expect(await stateOf('g2')).toBe('offered')
  })

  test('is not made where those who would be asked have changed since it was seen', async () => {
    await make()
    const { seen } = await one.app.goals.meant(year)
    const [, deputy] = smallCommittee().members
    if (deputy === undefined) throw new Error('no deputy')
    await one.store.members.put({ ...deputy, roles: [{ role: 'convenor', group: 'WG8' }] })
    expect(await one.app.goals.offerSeen(year, seen, doneBy(lotus))).toBeUndefined()
  })
})

describe('the channel', () => {
  test('hears once, when all is answered, and nothing before', async () => {
    for (const en of ['One', 'Two', 'Three']) await make({ texts: { en } })
    await offer()
    await answer('g1', 'accept')
    await answer('g2', 'decline')
    expect(await notices('goals')).toEqual([])
    await answer('g3', 'accept')
    expect(await notices('goals')).toMatchObject([{ group: 'WG8', state: 'pending' }])
    await answer('g3', 'accept')
    expect(await notices('goals')).toHaveLength(1)
  })

  test('hears nothing where nothing was accepted', async () => {
    await make()
    await offer()
    await answer('g1', 'decline')
    expect(await notices('goals')).toEqual([])
  })

  test('hears of what was changed and offered anew as a second whole', async () => {
    await make()
    await make({ texts: { en: 'A report' } })
    const first = await offer()
    await answer('g1', 'accept')
    await answer('g2', 'ask-change')
    const revised = await one.app.goals.revise(
      'g2',
      { texts: { en: 'A short report' } },
      { ...doneBy(lotus), why: 'asked for' },
    )
    expect(revised?.groups).toStrictEqual([{ group: 'WG8', state: 'draft' }])
    const second = await offer()
    expect(second.id).not.toBe(first.id)
    expect(await notices('goals')).toHaveLength(1)
    await answer('g2', 'accept')
    const told = await notices('goals')
    expect(told.map(({ period }) => period).sort()).toEqual([first.id, second.id].sort())
  })

  test('hears of the rest, where what was not answered was given up', async () => {
    await make()
    await make({ texts: { en: 'A report' } })
    await offer()
    await answer('g1', 'accept')
    await one.app.goals.end('g2', 'dropped', { ...doneBy(lotus), why: 'no money' })
    expect(await stateOf('g2')).toBe('withdrawn')
    expect(await notices('goals')).toHaveLength(1)
    expect(await answer('g2', 'accept')).toMatchObject({ ok: false, goal: { state: 'dropped' } })
  })
})

describe('an answer', () => {
  test('of two at once, the first stands', async () => {
    await make()
    await offer()
    const outcomes = await Promise.all([answer('g1', 'accept'), answer('g1', 'decline')])
    // Which of two calls comes first to the database is nobody's to say.
    const taken = outcomes.map((outcome) => outcome?.ok)
    expect(taken.toSorted()).toEqual([false, true])
    expect(await stateOf('g1')).toBe(taken[0] ? 'accepted' : 'declined')
  })

  test('to all takes what still waits, and leaves what was answered', async () => {
    for (const en of ['One', 'Two', 'Three']) await make({ texts: { en } })
    const { id } = await offer()
    await answer('g2', 'decline')
    expect((await one.app.goals.acceptAll(id, doneBy(lotus)))?.map((goal) => goal.id)).toEqual(['g1', 'g3'])
    expect(await stateOf('g2')).toBe('declined')
    expect(await one.app.goals.acceptAll(id, doneBy(lotus))).toEqual([])
    expect(await notices('goals')).toHaveLength(1)
    expect(await one.app.goals.acceptAll('none', doneBy(lotus))).toBeUndefined()
  })

  test('to what is not there is none', async () => {
    expect(await answer('g9', 'accept')).toBeUndefined()
  })
})

describe('a change', () => {
  test('keeps the groups that have accepted, asks those that are new, and stands on record', async () => {
    await make()
    await offer()
    await answer('g1', 'accept')
    const by = { ...doneBy(lotus), why: 'WG9 helps' }
    const goal = await one.app.goals.revise('g1', { groups: ['WG9'] }, by)
    expect(goal?.groups.map(({ group, state }) => [group, state])).toEqual([
      ['WG8', 'accepted'],
      ['WG9', 'draft'],
    ])
    expect((await one.app.plans.changes(year)).at(-1)).toMatchObject({
      kind: 'goal-changed',
      subject: 'g1',
      why: 'WG9 helps',
      by: lotus,
    })
  })

  test('of the day alone lets the group that asked for it be asked anew', async () => {
    await make()
    await offer()
    await answer('g1', 'ask-change')
    await one.app.goals.revise('g1', { dueOn: '2026-12-31' }, { ...byOperator, why: 'later' })
    expect(await stateOf('g1')).toBe('draft')
  })

  test('of the groups alone does not', async () => {
    await make()
    await offer()
    await answer('g1', 'decline')
    await one.app.goals.revise('g1', { groups: ['WG8', 'WG9'] }, { ...byOperator, why: 'more' })
    expect(await stateOf('g1')).toBe('declined')
  })

  test('of what somebody else has changed since is not made', async () => {
    const goal = await make()
    const seen = await one.app.goals.timesChanged(goal)
    expect(
      await one.app.goals.revise('g1', { texts: { en: 'First' } }, { ...byOperator, why: 'a', seen }),
    ).toBeDefined()
    expect(
      await one.app.goals.revise('g1', { texts: { en: 'Second' } }, { ...byOperator, why: 'b', seen }),
    ).toBeUndefined()
    expect((await one.app.goals.byId('g1'))?.texts).toEqual({ en: 'First' })
  })

  test.each(['closed', 'dropped'] as const)(
    'is not made in a goal that is %s, which does not end twice',
    async (state) => {
      await make()
      expect(await one.app.goals.end('g1', state, { ...byOperator, why: 'over' })).toMatchObject({ state })
      expect(
        await one.app.goals.revise('g1', { texts: { en: 'No' } }, { ...byOperator, why: 'a' }),
      ).toBeUndefined()
      expect(await one.app.goals.end('g1', 'dropped', { ...byOperator, why: 'again' })).toBeUndefined()
      expect(await one.app.goals.offer(year, doneBy(lotus))).toEqual([])
    },
  )
})

describe('what waits', () => {
  test('is shown for the groups that are asked for, without what was answered', async () => {
    await make({ groups: ['WG8', 'WG9'] })
    await make({ texts: { en: 'A report' }, points: ['2026-1.2'] })
    await one.app.goals.offer(year, doneBy(lotus))
    await answer('g1', 'accept')
    const waiting = await one.app.goals.waiting(['WG8'])
    expect(waiting.map(({ goals }) => goals.map(({ goal }) => goal.id))).toEqual([['g2']])
    expect(waiting).toMatchObject([{ goals: [{ points: [{ number: '1.2' }] }] }])
    expect(await one.app.goals.waiting(['SG1'])).toEqual([])
    expect(
      (await one.app.goals.offered(year)).map(({ group, answerers }) => [group.code, answerers.length]),
    ).toEqual(
      expect.arrayContaining([
        ['WG8', 1],
        ['WG9', 0],
      ]),
    )
  })
})

describe('news of a goal', () => {
  const taken = async (groups: string[] = ['WG8']) => {
    await make({ groups })
    await one.app.goals.offer(year, doneBy(lotus))
    for (const group of groups) await answer('g1', 'accept', group)
  }
  const by = { ...doneBy('pine'), why: 'because' }
  beforeEach(async () => {
    await one.store.members.put({ id: 'pine', names: { en: 'Pine' }, roles: [{ role: 'secretariat' }] })
    await one.store.members.put({
      id: 'plum',
      names: { en: 'Plum' },
      roles: [{ role: 'convenor', group: 'WG9' }],
    })
  })

  test('goes to the convenor of each group that has it, one for each', async () => {
    await taken(['WG8', 'WG9'])
    await one.app.goals.end('g1', 'dropped', by)
    expect((await notices('goal-news')).map(({ member }) => member).sort()).toEqual(['lotus', 'plum'])
    expect(await one.app.goals.end('g1', 'dropped', by)).toBeUndefined()
    expect(await notices('goal-news')).toHaveLength(2)
  })

  test('is none for a group that has declined it, or was never asked', async () => {
    await make({ groups: ['WG8'] })
    await offer()
    await answer('g1', 'decline')
    await make({ groups: ['WG9'] })
    for (const id of ['g1', 'g2']) await one.app.goals.end(id, 'dropped', by)
    expect(await notices('goal-news')).toEqual([])
  })

  test.each([
    ['2027-03-31', '2027-03-31'],
    ['2026-12-31', undefined],
  ])('of what is carried on keeps its day where that is one of the next year: %s', async (dueOn, kept) => {
    await make({ dueOn })
    await one.store.plans.put({ ...plan, year: year + 1 })
    const nothing = { points: [], share: 0, parts: [], owed: { done: 0, of: 0 }, kinds: [], going: [] }
    const [next] = (await one.app.goals.carry([{ id: 'g1', ...nothing }], year + 1, by)) ?? []
    expect(next?.dueOn).toBe(kept)
  })

  test('of what is carried on takes back what was not answered, and leaves nothing half done', async () => {
    await taken()
    await make({ texts: { en: 'A report' } })
    await offer()
    await one.store.plans.put({ ...plan, year: year + 1 })
    const carried = ['g1', 'g2'].map((id) => ({
      id,
      points: [],
      share: 0.5,
      parts: [],
      owed: { done: 0, of: 0 },
      kinds: [],
      going: [],
    }))
    one.woken.splice(0)
    expect(await one.app.goals.carry(carried, year + 1, by)).toHaveLength(2)
    expect(one.woken).toEqual(['deliver-notices'])
    expect(await stateOf('g2')).toBe('withdrawn')
    expect(await one.app.goals.waiting(['WG8'])).toEqual([])
    expect(await notices('goal-news')).toMatchObject([{ member: 'lotus' }])
  })
})

describe('when what is asked with a goal was changed', () => {
  test('is known through the years, and no change of the groups counts', async () => {
    const goal = await make()
    await one.app.goals.revise('g1', { groups: ['WG9'] }, { ...byOperator, why: 'more' })
    expect(await one.app.goals.lastAltered(goal)).toBeUndefined()
    await one.app.goals.revise('g1', { texts: { en: 'Another' } }, { ...byOperator, why: 'clearer' })
    await one.store.plans.put({ ...plan, year: year + 1 })
    const [next] =
      (await one.app.goals.carry(
        [{ id: 'g1', points: [], share: 0, parts: [], owed: { done: 0, of: 0 }, kinds: [], going: [] }],
        year + 1,
        { ...byOperator, why: 'on' },
      )) ?? []
    if (next === undefined) throw new Error('nothing was carried on')
    expect(await one.app.goals.lastAltered(next)).toEqual({ at: new Date(at), on: '2026-11-23' })
  })
})

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { doneBy } from '../done-by.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { filledIn } from './filled-in.ts'

const { database } = await testDatabase()
/** Friday evening in Shanghai. */
const now = '2026-11-27T10:00:00Z'
const pine: Asker = { member: 'pine' }
const lotus: Asker = { member: 'lotus' }
/** Leads WG9. */
const other: Asker = { member: 'plum' }
const stranger: Asker = {}
const year = 2024
const point = '2.3'

let desk: Desk
let count = 0
let pointId: string

beforeAll(async () => {
  desk = await deskOn(database, 'goals', now)
})
beforeEach(async () => {
  count += 1
  desk = await deskOn(database, `goals-${count}`, now)
  const trace = await desk.app.plans.trace(year)
  pointId =
    trace?.areas.flatMap(({ points }) => points).find((one) => one.point.number === point)?.point.id ?? ''
})

/** Goals for WG8, set and offered; the id of the offer. */
async function offered(goals = 1, group = 'WG8'): Promise<string> {
  for (let nth = 0; nth < goals; nth++)
    await desk.app.goals.make(
      { year, texts: { en: `Goal ${nth + 1}` }, points: [pointId], kinds: [], groups: [group] },
      doneBy('pine'),
    )
  const [offer] = await desk.app.goals.offer(year, doneBy('pine'))
  if (offer === undefined) throw new Error('nothing was offered')
  return offer.id
}

/** Nothing at all was written. */
async function refused(work: () => Promise<Outcome>): Promise<Outcome> {
  const before = await everyRow(database, desk.app.workspace)
  const outcome = await work()
  expect(outcome.kind).toBe('refused')
  expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
  return outcome
}

const asked = (goal = 'g1', more: object = {}) => JSON.stringify({ goal, group: 'WG8', ...more })
const listed = { isListed: true }
const stateOf = async (goal = 'g1') => (await desk.app.goals.byId(goal))?.groups[0]?.state
const why = { why: 'too early' }
const buttons = (outcome: Outcome) =>
  (outcome.message?.blocks ?? []).flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((one) => ('action_id' in one ? `${one.action_id}`.split(':')[0] : ''))
      : [],
  )

describe('who may answer', () => {
  const others: [string, Asker][] = [
    ['a stranger', stranger],
    ['a member of the group', { member: 'jasmine' }],
    ['another group’s convenor', other],
    ['the secretariat', pine],
  ]
  const ways: [string, (offer: string, who: Asker) => Promise<Outcome>][] = [
    ['accepts', (_offer, who) => desk.press('goal.accept:g1', asked(), who)],
    ['accepts all', (offer, who) => desk.press('offer.accept', JSON.stringify({ offer }), who)],
    ['opens the change', (_offer, who) => desk.press('goal.ask-change:g1', asked(), who)],
    ['opens the refusal', (_offer, who) => desk.press('goal.ask-decline:g1', asked(), who)],
    [
      'asks for a change',
      (_o, who) => desk.send('goal.answer', asked('g1', { word: 'ask-change' }), why, who),
    ],
    ['declines', (_o, who) => desk.send('goal.answer', asked('g1', { word: 'decline' }), why, who)],
  ]
  for (const [who, asker] of others)
    test.each(ways)(`${who} never %s`, async (_way, press) => {
      const offer = await offered()
      expect((await refused(() => press(offer, asker))).why).toBe('refused.convenor')
    })

  test('the deputy does', async () => {
    await offered()
    expect((await desk.press('goal.accept:g1', asked(), { member: 'oriole' })).kind).toBe('nothing')
    expect(await stateOf()).toBe('accepted')
  })

  test('whoever leads the group no more does not', async () => {
    await offered()
    const store = createStore(database, `goals-${count}`)
    const member = await store.members.byId('lotus')
    if (member === undefined) throw new Error('no lotus')
    await store.members.put({ ...member, roles: [{ role: 'convenor', group: 'WG8', until: '2026-11-26' }] })
    expect((await refused(() => desk.press('goal.accept:g1', asked(), lotus))).why).toBe('refused.convenor')
  })

  test('another group’s convenor can’t say that it is theirs', async () => {
    await offered()
    const forged = JSON.stringify({ goal: 'g1', group: 'WG9' })
    const convenors = await desk.app.groups.convenors('WG9')
    const theirs = { member: convenors[0]?.id ?? '' }
    expect((await refused(() => desk.press('goal.accept:g1', forged, theirs))).why).toBe(
      'refused.outdated-button',
    )
  })

  test.each([
    '',
    'g1',
    '{}',
    '{"goal":"g1"}',
    '{"goal":"<!channel>","group":"WG8"}',
    '{"goal":"g1","group":"WG8","more":1}',
    '{"goal":"g99","group":"WG8"}',
  ])('the forged value %j leads nowhere', async (value) => {
    await offered()
    for (const id of ['goal.accept', 'goal.ask-change', 'goal.ask-decline'])
      expect((await refused(() => desk.press(id, value, lotus))).why).toBe('refused.outdated-button')
  })

  test('a forged offer leads nowhere', async () => {
    for (const value of ['{"offer":"none"}', 'none', '{"offer":7}'])
      expect((await refused(() => desk.press('offer.accept', value, lotus))).why).toBe(
        'refused.outdated-button',
      )
  })
})

describe('an answer in the message', () => {
  test('is said by the message itself', async () => {
    await offered()
    expect((await desk.press('goal.accept:g1', asked(), lotus)).kind).toBe('nothing')
    expect(await stateOf()).toBe('accepted')
  })

  test('that comes second is told who answered what', async () => {
    await offered()
    await desk.press('goal.accept:g1', asked(), { member: 'oriole' })
    const second = await desk.press('goal.ask-decline:g1', asked(), lotus)
    expect(second).toMatchObject({ kind: 'ephemeral' })
    expect(second.words).toMatch(/g1 Goal 1.*answered already: accepted · Oriole Sample/s)
    const sent = await desk.send('goal.answer', asked('g1', { word: 'decline' }), why, lotus)
    expect(sent.words).toContain('Oriole Sample')
    expect(await stateOf()).toBe('accepted')
  })

  test('to what was given up meanwhile is told so', async () => {
    await offered()
    await desk.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'no money' })
    expect((await desk.press('goal.accept:g1', asked(), lotus)).words).toContain(
      'not asked about this goal any more',
    )
  })

  test('with a reason goes through a modal that shows goal and sentence, and needs the reason', async () => {
    await offered()
    const opened = await desk.press('goal.ask-change:g1', asked(), lotus)
    expect(opened.kind).toBe('modal')
    const shown = JSON.stringify(opened.view?.blocks)
    expect(shown).toContain('Goal 1')
    expect(shown).toContain('data-trade')
    const meta = opened.view?.private_metadata ?? ''
    expect((await refused(() => desk.send('goal.answer', meta, { why: '' }, lotus))).fields).toEqual({
      why: 'modal.missing',
    })
    expect((await desk.send('goal.answer', meta, why, lotus)).kind).toBe('nothing')
    expect((await desk.app.goals.byId('g1'))?.groups[0]).toMatchObject({
      state: 'change-asked',
      by: 'lotus',
      why: 'too early',
    })
  })

  test('to all takes all', async () => {
    const offer = await offered(3)
    expect((await desk.press(`offer.accept:${offer}`, JSON.stringify({ offer }), lotus)).kind).toBe('nothing')
    expect(await Promise.all(['g1', 'g2', 'g3'].map(stateOf))).toEqual(['accepted', 'accepted', 'accepted'])
    expect((await desk.press('offer.accept', JSON.stringify({ offer }), lotus)).words).toContain(
      'answered before',
    )
  })
})

describe('/plan offers', () => {
  test('shows a convenor what waits, and the list anew after each answer', async () => {
    const offer = await offered(3)
    const list = await desk.ask('/plan offers', lotus)
    expect(list.words).toMatch(/^3 goals wait for your answer/)
    expect(buttons(list).filter((id) => id === 'goal.accept')).toHaveLength(3)
    const next = await desk.press('goal.accept:g1', asked('g1', listed), lotus)
    expect(next).toMatchObject({ kind: 'replace' })
    expect(next.words).toMatch(/WG8 accepts g1.*2 goals wait for your answer/s)
    const sent = await desk.send('goal.answer', asked('g2', { ...listed, word: 'decline' }), why, lotus)
    expect(sent).toMatchObject({ kind: 'ephemeral' })
    expect(sent.words).toMatch(/secretariat has your answer about g2.*1 goal waits/s)
    const all = await desk.press('offer.accept', JSON.stringify({ offer, ...listed }), lotus)
    expect(all.words).toMatch(/accepts 1 goal.*Nothing waits for your answer/s)
    expect(buttons(all)).toEqual([])
  })

  test('shows another group’s convenor nothing of it, in their language', async () => {
    await offered()
    const list = await desk.ask('/plan 答复', { ...other, language: 'zh-CN' })
    expect(list.words).toContain('没有等待您答复的目标')
  })

  test('shows the secretariat how far each is answered, and whom nobody answers for', async () => {
    await offered(2)
    await desk.press('goal.accept:g1', asked(), lotus)
    const made = await desk.ask('/plan offers 2024', pine)
    expect(made.words).toMatch(/1 offer of 2024, 1 not answered yet.*WG8 1 of 2 answered: 1 accepted/s)
    expect(buttons(made)).toEqual([])
  })

  test('shows the secretariat each answer with its reason, what is theirs to do, and what was taken back', async () => {
    await offered(3)
    await desk.app.goals.answer('g1', 'WG8', { word: 'ask-change', why: 'by autumn' }, doneBy('lotus'))
    await desk.app.goals.end('g2', 'dropped', { ...doneBy('pine'), why: 'a mistake' })
    const made = await desk.ask('/plan offers 2024', pine)
    expect(made.words).toContain('1 goal waits for you: a change is asked for, or it was declined.')
    expect(made.words).toMatch(/WG8 1 of 2 answered: 0 accepted, 1 to be changed, 0 declined; 1 taken back/)
    expect(made.words).toMatch(/g1 Goal 1\na change is asked for · Lotus.*\n.*by autumn/)
    expect(made.words).toMatch(/g2 Goal 2\ntaken back/)
    const opens = (made.message?.blocks ?? []).flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : [],
    )
    expect(opens).toHaveLength(3)
    const goal = await desk.press(opens[0]?.action_id ?? '', opens[0]?.value ?? '', pine)
    expect(goal.text).toContain('Goal g1 of 2024')
  })

  test('tells of an offer that was taken back that it was, and no answers', async () => {
    await offered(1)
    await desk.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'a mistake' })
    const { words } = await desk.ask('/plan offers 2024', pine)
    expect(words).toMatch(/WG8 taken back · Offered by/)
    expect(words).not.toContain('answered:')
  })

  test('tells the convenor whose turn it is where they asked for a change', async () => {
    await offered(1)
    await desk.app.goals.answer('g1', 'WG8', { word: 'ask-change', why: 'by autumn' }, doneBy('lotus'))
    expect((await desk.ask('/plan offers', lotus)).words).toContain(
      'A change of g1 is asked for: it is the secretariat’s turn.',
    )
    expect((await desk.ask('/plan offers', other)).words).not.toContain('g1')
  })

  test('turns the pages for the secretariat alone', async () => {
    await offered(13)
    const turn = JSON.stringify({ year, page: 2 })
    expect((await desk.ask('/plan offers 2024', pine)).words).toContain('Page 1 of 2')
    const second = await desk.press('offers.page:next', turn, pine)
    expect(second.words).toMatch(/g13 Goal 13/)
    expect(second.words).not.toMatch(/g10 Goal 10/)
    expect((await refused(() => desk.press('offers.page:next', turn, lotus))).why).toBe(
      'refused.chair-or-secretariat',
    )
  })

  test.each([
    ['a stranger', stranger],
    ['a member', { member: 'jasmine' }],
  ])('tells %s what to do instead', async (_who, asker) => {
    const outcome = await refused(() => desk.ask('/plan offers', asker))
    expect(outcome.why).toBe('refused.any-convenor')
    expect(outcome.words).toContain('/assignments')
  })
})

describe('/plan offer', () => {
  const send = (outcome: Outcome) =>
    (outcome.message?.blocks ?? []).flatMap((block) =>
      block.type === 'actions' ? block.elements.map((one) => ('value' in one ? `${one.value}` : '')) : [],
    )[0] ?? ''
  const make = (groups: string[], en = 'A seminar') =>
    desk.app.goals.make({ year, texts: { en }, points: [pointId], kinds: [], groups }, doneBy('pine'))

  test('says how to set a goal where nothing is left', async () => {
    const outcome = await desk.ask('/plan offer', pine)
    expect(outcome.words).toContain('/plan goal 2.3')
    expect(buttons(outcome)).toEqual([])
  })

  test('shows what goes to whom, and then asks them', async () => {
    await make(['WG8'])
    const preview = await desk.ask('/plan offer', pine)
    expect(preview.words).toMatch(/1 goal of 2024 is not offered yet.*WG8 · asks Lotus Sample.*g1 A seminar/s)
    expect(preview.words).toContain('[Offer to 1 group]')
    const sent = await desk.press('goals.offer', send(preview), pine)
    expect(sent).toMatchObject({ kind: 'replace' })
    expect(sent.words).toContain('Offered to 1 group')
    expect(await stateOf()).toBe('offered')
    expect((await desk.press('goals.offer', send(preview), pine)).words).toContain('left to offer')
  })

  test('offers nothing that was not seen', async () => {
    await make(['WG8'])
    const preview = await desk.ask('/plan offer', pine)
    await make(['WG8'], 'A report')
    const again = await desk.press('goals.offer', send(preview), pine)
    expect(again.words).toMatch(/Something has changed.*A report/s)
    expect(await stateOf()).toBe('draft')
    await desk.press('goals.offer', send(again), pine)
    expect(await stateOf('g2')).toBe('offered')
  })

  test.each([
    ['a stranger', stranger],
    ['a member', { member: 'jasmine' }],
    ['a convenor', lotus],
  ])('is not for %s, nor is its button', async (_who, asker) => {
    await make(['WG8'])
    const value = send(await desk.ask('/plan offer', pine))
    expect((await refused(() => desk.ask('/plan offer', asker))).why).toBe('refused.secretariat')
    expect((await refused(() => desk.press('goals.offer', value, asker))).why).toBe('refused.secretariat')
  })

  test.each(['', '2024', '{"year":2024}', '{"year":"2024","seen":"1"}', '{"year":2024,"seen":"x"}'])(
    'the forged value %j leads nowhere',
    async (value) => {
      expect((await refused(() => desk.press('goals.offer', value, pine))).why).toBe(
        'refused.outdated-button',
      )
    },
  )
})

describe('setting a goal', () => {
  const meta = () => JSON.stringify({ year, point: pointId })
  const filled = { en: 'Hold a seminar', points: '2.3, 3.1', groups: ['WG8'], kinds: [] }

  test('begins with the sentence, whether from the card or the command', async () => {
    const pressed = await desk.press('goal.new', pointId, pine)
    const typed = await desk.ask('/plan goal 2.3', pine)
    expect(pressed.view).toEqual(typed.view)
    const shown = JSON.stringify(pressed.view)
    expect(shown).toContain('data-trade')
    expect(shown).toContain('"initial_value":"2.3"')
  })

  test('ends with its card, and reaches nobody', async () => {
    const made = await desk.send('goal.make', meta(), { ...filled, day: '2024-12-01' }, pine)
    expect(made.words).toMatch(/g1 is set\. No group hears of it before.*Hold a seminar/s)
    const goal = await desk.app.goals.byId('g1')
    expect(goal).toMatchObject({ texts: { en: 'Hold a seminar' }, dueOn: '2024-12-01' })
    expect(goal?.points).toHaveLength(2)
    expect(goal?.groups).toEqual([{ group: 'WG8', state: 'draft' }])
    expect(await createStore(database, `goals-${count}`).notices.latest(10)).toEqual([])
  })

  test.each<[string, object, Record<string, string>]>([
    ['no words', { en: ' ', zh: '' }, { zh: 'goal.no-words' }],
    ['a point that is not there', { points: '2.3, 9.9' }, { points: 'goal.no-point' }],
    ['no point', { points: ' , ' }, { points: 'goal.no-point' }],
    ['a group that is not there', { groups: ['WG99'] }, { groups: 'goal.no-group' }],
    ['a group that has ended', { groups: ['SWG-BDS'] }, { groups: 'goal.no-group' }],
    ['a kind that is not there', { kinds: ['nonsense'] }, { kinds: 'goal.no-kind' }],
    ['a day that is not there', { day: '2024-02-31' }, { day: 'modal.unfit' }],
    ['words and a point at once', { en: '', points: '7' }, { zh: 'goal.no-words', points: 'goal.no-point' }],
  ])('with %s is refused below the field', async (_what, change, fields) => {
    const sent = () => desk.send('goal.make', meta(), { ...filled, ...change }, pine)
    expect((await refused(sent)).fields).toEqual(fields)
  })

  test.each([
    ['a stranger', stranger],
    ['a member', { member: 'jasmine' }],
    ['a convenor', lotus],
  ])('is not for %s', async (_who, asker) => {
    const goal = await desk.app.goals.make(
      { year, texts: { en: 'One' }, points: [pointId], kinds: [], groups: [] },
      doneBy('pine'),
    )
    const revised = JSON.stringify({ goal: goal.id, seen: 1 })
    const ways: (() => Promise<Outcome>)[] = [
      () => desk.ask('/plan goal 2.3', asker),
      () => desk.ask(`/plan revise ${goal.id}`, asker),
      () => desk.ask(`/plan close ${goal.id} because it is done`, asker),
      () => desk.ask(`/plan drop ${goal.id} because of money`, asker),
      () => desk.press('goal.new', pointId, asker),
      () => desk.press('goal.ask-revise', goal.id, asker),
      () => desk.press('goal.ask-close', goal.id, asker),
      () => desk.press('goal.ask-drop', goal.id, asker),
      () => desk.send('goal.make', meta(), filled, asker),
      () => desk.send('goal.revise', revised, { ...filled, why: 'x' }, asker),
      () => desk.send('goal.end', JSON.stringify({ goal: goal.id, state: 'closed' }), why, asker),
    ]
    const before = await everyRow(database, desk.app.workspace)
    for (const way of ways) expect((await way()).why).toBe('refused.secretariat')
    expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
    expect((await desk.ask(`/plan goal ${goal.id}`, asker)).words).toContain('One')
  })

  test('without a point asks for one, and takes no area for it', async () => {
    expect((await refused(() => desk.ask('/plan goal', pine))).why).toBe('goal.ask')
    expect((await refused(() => desk.ask('/plan goal 2', pine))).why).toBe('goal.not-a-point')
  })
})

describe('changing a goal', () => {
  test('goes through a modal with what it is, needs a reason, and offers anew what was asked for', async () => {
    await offered()
    await desk.send('goal.answer', asked('g1', { word: 'ask-change' }), { why: 'name a date' }, lotus)
    const opened = await desk.press('goal.ask-revise', 'g1', pine)
    expect(opened.view).toEqual((await desk.ask('/plan revise g1', pine)).view)
    const shown = JSON.stringify(opened.view)
    expect(shown).toContain('name a date')
    const meta = opened.view?.private_metadata ?? ''
    const fields = { en: 'Goal 1', points: '2.3', groups: ['WG8'], kinds: [], day: '2024-12-01' }
    expect((await refused(() => desk.send('goal.revise', meta, fields, pine))).fields).toEqual({
      why: 'modal.missing',
    })
    const done = await desk.send('goal.revise', meta, { ...fields, why: 'WG8 asked' }, pine)
    expect(done.words).toMatch(/g1 is changed\. One group is to be asked: `\/plan offer`/)
    expect(await stateOf()).toBe('draft')
    const late = await refused(() => desk.send('goal.revise', meta, { ...fields, why: 'me too' }, pine))
    expect(late.why).toBe('goal.moved-on')
  })

  test('that changes nothing is no decision', async () => {
    await offered()
    const { view } = await desk.press('goal.ask-revise', 'g1', pine)
    const before = await desk.app.plans.changes(year)
    const fields = { ...filledIn(view), why: 'for nothing' }
    const sent = await refused(() => desk.send('goal.revise', view?.private_metadata ?? '', fields, pine))
    expect(sent.why).toBe('goal.as-it-was')
    expect(await desk.app.plans.changes(year)).toEqual(before)
  })

  test('of one that has ended is refused', async () => {
    await offered()
    await desk.app.goals.end('g1', 'closed', { ...doneBy('pine'), why: 'held' })
    for (const way of [
      () => desk.ask('/plan revise g1', pine),
      () => desk.press('goal.ask-revise', 'g1', pine),
      () => desk.press('goal.ask-drop', 'g1', pine),
      () => desk.ask('/plan drop g1 because of money', pine),
      () => desk.send('goal.end', JSON.stringify({ goal: 'g1', state: 'closed' }), why, pine),
    ])
      expect((await refused(way)).why).toBe('goal.ended')
  })
})

test('what was answered to an earlier offer stays on record when the goal is offered anew', async () => {
  await offered()
  await desk.app.goals.answer(
    'g1',
    'WG8',
    { word: 'ask-change', why: 'only eight this year' },
    doneBy('lotus'),
  )
  await desk.app.goals.revise('g1', { texts: { en: 'Eight' } }, { ...doneBy('pine'), why: 'as wished' })
  await desk.app.goals.offer(year, doneBy('pine'))
  await desk.app.goals.answer('g1', 'WG8', { word: 'accept' }, doneBy('lotus'))
  expect(await desk.app.goals.byId('g1')).toMatchObject({
    groups: [{ state: 'accepted' }],
    former: [{ group: 'WG8', state: 'change-asked', why: 'only eight this year', by: 'lotus' }],
  })
  const { words } = await desk.ask('/plan changes g1', pine)
  for (const told of ['only eight this year', 'WG8 asked for a change', 'WG8 accepted'])
    expect(words).toContain(told)
  expect(words.split('offered to WG8')).toHaveLength(3)
})

test('the groups that a sentence touches are proposed, and none is chosen', async () => {
  const form = await desk.press('goal.new', pointId, pine)
  expect(filledIn(form.view).groups).toBeUndefined()
})

test.each(['/plan 2024 goal 2.3', '/plan goal 2024 2.3', '/plan 2024 offer'])(
  '%s: the year may stand before the word',
  async (line) => {
    expect((await desk.ask(line, pine)).kind).not.toBe('refused')
    expect((await refused(() => desk.ask(line, lotus))).why).toMatch(/^refused\./)
  },
)

describe('ending a goal', () => {
  test.each<[string, string, string]>([
    ['/plan drop g1 because of money', 'dropped', 'of money'],
    ['/plan 取消 g1因经费不足', 'dropped', '经费不足'],
  ])('%s shows what it touches, and puts it on record once that is sent', async (line, state, reason) => {
    await offered()
    await desk.press('goal.accept:g1', asked(), lotus)
    const before = await everyRow(database, desk.app.workspace)
    const opened = await desk.ask(line, pine)
    expect(opened).toMatchObject({ kind: 'modal', view: { callback_id: 'goal.end' } })
    const shown = JSON.stringify(opened.view)
    expect(shown).toContain('Accepted by WG8: whoever leads there is told.')
    expect(shown).toContain('Open below it: no work, no assignments.')
    expect(filledIn(opened.view)).toEqual({ why: reason })
    expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
    const sent = await desk.send('goal.end', opened.view?.private_metadata ?? '', { why: reason }, pine)
    expect(sent.kind).toBe('ephemeral')
    expect((await desk.app.goals.byId('g1'))?.state).toBe(state)
    expect((await desk.app.plans.changes(year)).at(-1)).toMatchObject({ why: reason, by: 'pine' })
  })

  test.each([
    ['/plan close g1 because the seminar was held', 'the seminar was held'],
    ['/plan 完成 g1 因 已召开', '已召开'],
  ])('%s puts it on record, once something below it is done', async (line, reason) => {
    await offered()
    expect((await refused(() => desk.ask(line, pine))).why).toBe('ending.nothing-done')
    await desk.press('goal.accept:g1', asked(), lotus)
    const place = JSON.stringify({ place: { goal: 'g1', group: 'WG8' } })
    const { words } = await desk.send('work.add', place, { kind: 'training', title: 'Training' }, lotus)
    const [item = ''] = /w\d+/.exec(words) ?? []
    const result = {
      day: '2026-11-20',
      'evidence-day': '2026-11-20',
      'evidence-place': 'Chengdu',
      'evidence-people': '40',
      'evidence-link': 'https://example.org/training',
    }
    expect((await desk.send('work.finish', JSON.stringify({ item }), result, lotus)).why).toBeUndefined()
    const opened = await desk.ask(line, pine)
    expect(filledIn(opened.view)).toEqual({ why: reason })
    expect((await desk.app.goals.byId('g1'))?.state).toBe('open')
    await desk.send('goal.end', opened.view?.private_metadata ?? '', { why: reason }, pine)
    expect((await desk.app.goals.byId('g1'))?.state).toBe('closed')
    expect((await desk.app.plans.changes(year)).at(-1)).toMatchObject({ why: reason, by: 'pine' })
  })

  test('counts what is open below it, names who is still asked, and takes no endless reason', async () => {
    await offered()
    const common = { titles: { en: 'A seminar' }, kind: 'seminar', goals: ['g1'], group: 'WG8' }
    const item = { ...common, standards: [], topics: [], steps: [], planned: [], evidence: {} }
    const store = createStore(database, `goals-${count}`)
    await store.work.put({ ...item, id: 'w1', state: 'open' })
    await store.work.put({ ...item, id: 'w2', state: 'dropped' })
    const shown = JSON.stringify((await desk.press('goal.ask-drop', 'g1', pine)).view)
    expect(shown).toContain('Open below it: 1 piece of work, no assignments.')
    expect(shown).toContain('No group has accepted it.')
    expect(shown).toContain('It waits for the answer of WG8')
    const long = `/plan drop g1 because ${'x'.repeat(501)}`
    expect((await refused(() => desk.ask(long, pine))).why).toBe('modal.too-long')
  })

  test('said in plain words asks for the command, and ends nothing', async () => {
    await offered()
    const event = { channel: 'D1', ts: '1.1', text: 'plan drop g1 because of money' }
    expect((await desk.hear('message.im', event, pine)).words).toContain('/plan drop g1 because of money')
    expect((await desk.app.goals.byId('g1'))?.state).toBe('open')
  })

  test('is shown by the button of the news beside them', async () => {
    await offered()
    await desk.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'no money' })
    const opened = await desk.press('goal.open:g1', 'g1', lotus)
    expect(opened.kind).toBe('ephemeral')
    expect(opened.words).toMatch(/Goal g1 of 2024.*given up/s)
    for (const value of ['', '<!channel>', 'g99'])
      expect((await refused(() => desk.press('goal.open', value, lotus))).why).toMatch(
        value === 'g99' ? 'plan.unknown' : 'refused.outdated-button',
      )
  })
})

describe('a goal that was changed after it was accepted', () => {
  test('says so on its card, and no more once it is accepted as it is', async () => {
    await offered()
    await desk.press('goal.accept:g1', asked(), lotus)
    const before = 'accepted before it was changed'
    desk.pass(60_000)
    await desk.app.goals.revise('g1', { groups: ['WG8', 'WG9'] }, { ...doneBy('pine'), why: 'WG9 helps' })
    expect((await desk.ask('/plan g1', pine)).words).not.toContain(before)
    await desk.app.goals.revise('g1', { dueOn: '2024-12-01' }, { ...doneBy('pine'), why: 'sooner' })
    const card = (await desk.ask('/plan g1', pine)).words
    expect(card).toContain('WG8 (accepted before it was changed on 27 Nov)')
    expect(card).toContain('WG9 (not offered yet)')
    desk.pass(60_000)
    await desk.app.goals.offer(year, doneBy('pine'))
    await desk.app.goals.answer('g1', 'WG9', { word: 'accept' }, doneBy('plum'))
    expect((await desk.ask('/plan g1', pine)).words).toContain('WG9 (accepted)')
  })

  test('without a reason asks for it in a modal', async () => {
    await offered()
    for (const opened of [
      await desk.ask('/plan drop g1', pine),
      await desk.press('goal.ask-drop', 'g1', pine),
    ]) {
      expect(opened.view?.callback_id).toBe('goal.end')
      expect(JSON.parse(opened.view?.private_metadata ?? '')).toEqual({ goal: 'g1', state: 'dropped' })
    }
    const meta = JSON.stringify({ goal: 'g1', state: 'dropped' })
    expect((await refused(() => desk.send('goal.end', meta, { why: '' }, pine))).fields).toEqual({
      why: 'modal.missing',
    })
    await desk.send('goal.end', meta, why, pine)
    expect(await stateOf()).toBe('withdrawn')
  })

  test.each([
    ['/plan close', 'ending.ask-close'],
    ['/plan drop because of money', 'ending.ask-drop'],
    ['/plan close g1 2024-12-01 because held', 'ending.no-day'],
    ['/plan close 2.3 because held', 'goal.no-goal'],
    ['/plan close g99 because held', 'plan.unknown'],
  ])('%s is refused', async (line, expected) => {
    await offered()
    expect((await refused(() => desk.ask(line, pine))).why).toBe(expected)
  })
})

describe('/plan changes', () => {
  test('tells when, who, what, why and what it touched, newest first, a page at a time', async () => {
    await offered(10)
    desk.pass(60_000)
    await desk.app.goals.revise('g1', { texts: { en: 'Goal one' } }, { ...doneBy('pine'), why: 'clearer' })
    const list = await desk.ask('/plan changes', { member: 'jasmine' })
    expect(list.words).toMatch(
      /^12 decisions about the plan of 2024\n• Goal g1 changed · Pine Sample, .*\n> Goal 1\n +→\n> Goal one\n +Why: clearer/,
    )
    expect(list.words).toContain('Page 1 of 2')
    const older = await desk.press('changes.open:older', JSON.stringify({ year, what: '', page: 2 }), {})
    expect(older).toMatchObject({ kind: 'replace' })
    expect(older.words).toContain('Goal g1 set')
    expect((await desk.ask('/plan changes g1', {})).words).toContain('3 decisions about g1')
    expect((await desk.ask('/plan changes 2.4', {})).words).toContain('No decision is on record about 2.4')
    expect((await desk.ask('/plan changes 9.9', {})).why).toBe('plan.unknown')
    expect((await desk.ask('/plan changes 1999', {})).why).toBe('plan.none-of-year')
  })

  test('names what a goal that is given up touched, and the assignments by their number', async () => {
    await offered()
    await desk.app.goals.answer('g1', 'WG8', { word: 'accept' }, doneBy('lotus'))
    const owner = { kind: 'member' as const, id: 'jasmine', names: { en: 'Jasmine' } }
    const owed = { titles: { en: 'Draft it' }, owner }
    for (const en of ['Guide', 'Survey']) {
      const added = await desk.app.work.add(
        { titles: { en }, kind: 'research', goals: ['g1'], group: 'WG8', standards: [], topics: [] },
        owed,
      )
      expect(added.ok).toBe(true)
    }
    desk.pass(60_000)
    await desk.app.goals.end('g1', 'dropped', { ...doneBy('pine'), why: 'it is stopped' })
    const told = (await desk.ask('/plan changes g1')).words
    expect(told).toMatch(
      /Goal g1 given up · Pine[^•]*Why: it is stopped\n +It touched 2\.3, WG8, w1, w2 and 2 assignments\./,
    )
    const chinese = await desk.ask('/plan changes g1', { language: 'zh-CN' })
    expect(chinese.words).toContain('涉及2.3、WG8、w1、w2和2项任务。')
  })

  test('tells what was offered and what was answered, among the rest by its time', async () => {
    await offered(5)
    const answers = [
      () => desk.app.goals.answer('g1', 'WG8', { word: 'ask-change', why: 'by autumn' }, doneBy('lotus')),
      () => desk.app.goals.answer('g2', 'WG8', { word: 'decline', why: 'not ours' }, doneBy('oriole')),
      () => desk.app.goals.end('g3', 'dropped', { ...doneBy('pine'), why: 'a mistake' }),
    ]
    for (const answer of answers) {
      desk.pass(60_000)
      await answer()
    }
    desk.pass(60_000)
    await desk.press(
      'offer.accept',
      JSON.stringify({ offer: (await desk.app.goals.offers(year))[0]?.id }),
      lotus,
    )
    const { words } = await desk.ask('/plan changes')
    const lines = words.split('\n').filter((line) => /^(•| +Why)/.test(line))
    expect(lines.map((line) => line.replace(/ · ([^,]+),.*/, ' · $1'))).toEqual([
      '• WG8 accepted goals g4, g5 · Lotus Sample',
      '• Offer of goal g3 to WG8 taken back · Pine Sample',
      '   Why: a mistake',
      '• Goal g3 given up · Pine Sample',
      '   Why: a mistake',
      '• WG8 declined goal g2 · Oriole Sample',
      '   Why: not ours',
      '• WG8 asked for a change of goal g1 · Lotus Sample',
      '   Why: by autumn',
      '• Goals g1, g2, g3, g4, g5 offered to WG8 · Pine Sample',
      '• Goal g5 set · Pine Sample',
      '• Goal g4 set · Pine Sample',
    ])
    const ofGoal = (await desk.ask('/plan changes g2', { language: 'zh-CN' })).words
    expect(ofGoal).toContain('WG8不接受目标 g2')
    expect(ofGoal).toContain('向WG8提出目标 g1、g2、g3、g4、g5')
    expect(ofGoal).not.toContain('g3 ·')
  })

  test('calls a goal by its whole name, whatever year that bears', async () => {
    await desk.app.goals.end('kwp-2024-3-3', 'closed', { ...doneBy('pine'), why: 'held' })
    expect((await desk.ask('/plan changes')).words).toContain('Goal kwp-2024-3-3 closed')
  })
})

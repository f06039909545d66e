import type { InputBlock } from '@slack/types'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import { createStore } from '../../src/store/open-store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { filledIn } from './filled-in.ts'

const { database } = await testDatabase()
/** A Monday morning in Shanghai. */
const now = '2026-11-23T01:00:00Z'
const [pine, lotus, oriole, jasmine, cedar] = ['pine', 'lotus', 'oriole', 'jasmine', 'cedar'].map(
  (member): Asker => ({ member }),
) as [Asker, Asker, Asker, Asker, Asker]
/** Two goals of the sample's plan, both of which WG8 has. */
const goal = 'kwp-2024-2-5'
const other = 'kwp-2024-2-4'
const place = { goal, group: 'WG8' }

let desk: Desk
let count = 0
beforeAll(async () => {
  desk = await deskOn(database, 'plan-work', now)
  await createStore(database, 'plan-work').members.put({
    id: 'gone',
    names: { en: 'Gone Example' },
    slackId: 'U0GONE',
    roles: [{ role: 'member', group: 'WG8', until: '2026-10-31' }],
  })
  await desk.app.members.linkUsers([{ slackId: 'U0JASMINE', email: 'jasmine@example.org' }])
})

const evidence = {
  'evidence-day': '2026-11-20',
  'evidence-place': 'Chengdu',
  'evidence-people': '40',
  'evidence-link': 'https://example.org/study',
}
const stepsOfStudy = kindsOfWork.find((kind) => kind.id === 'study')?.steps ?? []
const firstStep = stepsOfStudy[0]?.id ?? ''
const study = { kind: 'study', title: 'Study how banks classify data' }
const added = (fields: Record<string, string> = study, who: Asker = lotus, at: object = { place }) =>
  desk.send('work.add', JSON.stringify(at), fields, who)
const finished = (item: string, fields: Record<string, string>, who: Asker = lotus) =>
  desk.send('work.finish', JSON.stringify({ item }), { day: '2026-11-20', ...fields }, who)

/** What "Change…" opens, sent with these fields instead of those that stand there. */
const revised = async (fields: Record<string, string | string[]>, who: Asker = lotus, of = item) => {
  const { view } = await desk.press('work.ask-revise', of, lotus)
  const filled = { ...filledIn(view), why: 'the meeting of 12 April', ...fields }
  return desk.send('work.revise', view?.private_metadata ?? '', filled, who)
}

/** A piece of work of its own for each test. */
let item: string
beforeEach(async () => {
  count += 1
  item = idIn(await added({ ...study, title: `Study no. ${count}` }))
})

function idIn(outcome: Outcome): string {
  const [, id] = /^Work (w\d+)/.exec(outcome.words) ?? []
  if (id === undefined) throw new Error(outcome.words)
  return id
}

/** Nothing at all was written. */
async function refused(work: () => Promise<Outcome>): Promise<Outcome> {
  const before = await everyRow(database, desk.app.workspace)
  const outcome = await work()
  expect(outcome.kind).toBe('refused')
  expect(await everyRow(database, desk.app.workspace)).toStrictEqual(before)
  return outcome
}

const inputs = (outcome: Outcome) =>
  (outcome.view?.blocks ?? []).filter((block): block is InputBlock => block.type === 'input')
const blocks = (outcome: Outcome) => inputs(outcome).map(({ block_id }) => block_id)
const shareOf = async (what: string) => {
  const { text } = await desk.ask(`/plan ${what}`, lotus)
  const [, percent] = /(\d+)\u00a0%/.exec(text) ?? []
  if (percent === undefined) throw new Error(text)
  return Number(percent)
}

test('the whole way, from a goal that is taken on to the figure of its area', async () => {
  const own = await deskOn(database, 'whole-way', now)
  await own.app.members.linkUsers([{ slackId: 'U0JASMINE', email: 'jasmine@example.org' }])
  const share = async (what: string) =>
    Number(/(\d+)\u00a0%/.exec((await own.ask(`/plan ${what}`)).text)?.[1])
  const area = async () => (await own.app.plans.trace(2024))?.areas[1]?.share ?? Number.NaN
  const before = await area()
  expect(await share('2.5')).toBe(0)

  const asked = await own.press('work.ask-add', goal, lotus)
  const meta = asked.view?.private_metadata ?? ''
  expect(JSON.parse(meta)).toStrictEqual({ place })
  const fields = {
    ...study,
    start: '2026-11-02',
    due: '2026-12-31',
    topics: '数据安全、banking',
    task: 'Find three banks',
  }
  const card = await own.send(
    'work.add',
    meta,
    { ...fields, owner: 'U0JASMINE', 'task-due': '2026-12-01' },
    lotus,
  )
  expect(card.words).toContain('Study how banks classify data')
  expect(card.words).toContain('Find three banks')
  expect(card.words).toContain('Data security')
  const id = idIn(card)

  const list = await own.ask('/assignments', jasmine)
  expect(list.words).toContain('Find three banks')
  expect(list.words).toContain('[Open…] [Mark one as done…] [Why?]')
  const why = await own.press('assignment.why', 'mine', jasmine)
  const [, chain = ''] = why.words.split('Find three banks')
  expect(chain).toMatch(
    new RegExp(
      `part of ${id} Study how banks[\\s\\S]*for ${goal} Develop standards for the class[\\s\\S]*2\\.5`,
    ),
  )

  const further = await own.press('assignment.ask-add', id, lotus)
  const assigned = await own.send(
    'assignment.add',
    further.view?.private_metadata ?? '',
    { task: 'Write the report' },
    lotus,
  )
  expect(assigned.words).toContain('Write the report — all of WG8')

  const steps = await own.ask(`/plan step ${id}`, lotus)
  expect(blocks(steps)).toStrictEqual(['step', 'day', 'note'])
  const [first] = stepsOfStudy
  const step = { step: first?.id ?? '', day: '2026-11-10', note: 'by telephone' }
  const taken = await own.send('step.take', steps.view?.private_metadata ?? '', step, lotus)
  expect(taken.words).toContain(`✓ ${first?.names.en} · 10 Nov`)
  const moved = await share('2.5')
  expect(moved).toBeGreaterThan(0)

  const open = await own.press('assignment.ask-finish', 'mine', jasmine)
  const [which] = inputs(open)
  const element = which?.element.type === 'static_select' ? which.element : undefined
  const mine = element?.options?.find(({ text }) => text.text === 'Find three banks')?.value ?? ''
  const done = { which: mine, evidence: 'https://example.org/banks', day: '2026-11-23' }
  expect((await own.send('assignment.finish', '', done, jasmine)).text).toContain('Find three banks · done')
  expect(await share('2.5')).toBeGreaterThan(moved)
  expect((await own.ask('/assignments', jasmine)).words).not.toContain('Find three banks')

  const result = await own.ask(`/plan done ${id}`, lotus)
  expect(blocks(result)).toStrictEqual([
    'evidence-day',
    'evidence-place',
    'evidence-people',
    'evidence-link',
    'day',
  ])
  const ended = await own.send(
    'work.finish',
    result.view?.private_metadata ?? '',
    { ...evidence, day: '2026-11-20' },
    lotus,
  )
  expect(ended.text).toContain('100\u00a0%')
  // What serves the goal by itself weighs as much as the work does.
  const direct =
    (await own.app.plans.trace(2024))?.goals.find((one) => one.goal.id === goal)?.assignments ?? []
  expect(direct.length).toBeGreaterThan(0)
  expect(await share('2.5')).toBe(Math.floor(100 / (1 + direct.length)))
  expect(await area()).toBeGreaterThan(before)
})

describe('who may', () => {
  const askers: [string, Asker, boolean][] = [
    ['a stranger', {}, false],
    ['a member', jasmine, false],
    ['another group’s convenor', cedar, false],
    ['the convenor', lotus, true],
    ['the deputy', oriole, true],
    ['the secretariat', pine, true],
  ]

  test.each(askers)('%s', async (_who, who, may) => {
    const given = idIn(await added({ ...study, title: 'Given up' }))
    await desk.send('work.drop', JSON.stringify({ item: given }), { why: 'no time' }, lotus)
    const opening = [
      () => desk.press('work.ask-add', goal, who),
      () => desk.press('assignment.ask-add', goal, who),
      () => desk.press('assignment.ask-add', item, who),
      () => desk.press('step.ask-take', item, who),
      () => desk.press('work.ask-finish', item, who),
      () => desk.press('work.ask-revise', item, who),
      () => desk.press('work.ask-drop', item, who),
      () => desk.press('work.ask-reopen', given, who),
      () => desk.ask(`/plan add ${goal}`, who),
      () => desk.ask('/plan add 2.5', who),
      () => desk.ask(`/plan assign ${item}`, who),
      () => desk.ask(`/plan step ${item}`, who),
      () => desk.ask(`/plan done ${item}`, who),
    ]
    const why = JSON.stringify({ item })
    const sending = [
      () => added(study, who),
      () => desk.send('assignment.add', why, { task: 'x' }, who),
      () => desk.send('assignment.add', JSON.stringify({ place }), { task: 'x' }, who),
      () => desk.send('step.take', why, { step: firstStep, day: '2026-11-20' }, who),
      () => desk.send('work.reopen', JSON.stringify({ item: given }), { why: 'after all' }, who),
      () => revised({ en: `Study, changed for ${JSON.stringify(who)}` }, who),
      () => finished(item, evidence, who),
      () => desk.send('work.reopen', why, { why: 'after all' }, who),
      () => desk.send('work.drop', why, { why: 'no time' }, who),
    ]
    for (const open of opening) {
      if (may) expect((await open()).kind).toBe('modal')
      else expect((await refused(open)).why).toMatch(/^refused\./)
    }
    for (const send of sending) {
      if (!may) expect((await refused(send)).why).toMatch(/^refused\./)
      else expect((await send()).why ?? '').not.toMatch(/^refused\./)
    }
  })

  test('a convenor puts nothing below a goal that another group has', async () => {
    const forged = { place: { goal: 'kwp-2024-2-7', group: 'WG8' } }
    expect(await refused(() => added(study, lotus, forged))).toMatchObject({ why: 'work.goal-not-taken-on' })
    const theirs = { place: { goal: 'kwp-2024-2-7', group: 'WG5' } }
    expect((await refused(() => added(study, lotus, theirs))).why).toMatch(/^refused\./)
    expect((await refused(() => desk.press('work.ask-add', 'kwp-2024-2-7', lotus))).why).toMatch(/^refused\./)
  })

  test.each(['', ' ', 'w999', 'g999', '\u0000', 'x'.repeat(200), '{"item":"w1"}'])(
    'a forged value %j leads nowhere',
    async (value) => {
      for (const id of [
        'work.ask-add',
        'assignment.ask-add',
        'step.ask-take',
        'work.ask-finish',
        'work.ask-revise',
        'work.ask-drop',
        'work.ask-reopen',
      ])
        expect((await refused(() => desk.press(id, value, pine))).why).toMatch(
          /^(refused\.outdated|work\.gone)/,
        )
      for (const id of ['assignment.ask-finish', 'assignment.why'])
        expect((await refused(() => desk.press(id, value, pine))).why).toBe('refused.outdated-button')
      const meta = JSON.stringify({ item: value })
      for (const id of ['step.take', 'work.finish', 'work.drop', 'work.reopen', 'assignment.add'])
        expect(
          (
            await refused(() =>
              desk.send(id, meta, { day: '2026-11-20', step: 'a', why: 'b', task: 'c' }, pine),
            )
          ).why,
        ).toMatch(/^(refused\.outdated|work\.gone)/)
    },
  )
})

describe('work on record can be put right', () => {
  const itemNow = async () => (await desk.app.work.byId(item)) ?? {}
  const decisions = async () => (await desk.app.plans.changes(2024)).filter(({ subject }) => subject === item)

  test('the form holds what stands on record, and sent as it came it changes nothing', async () => {
    const full = idIn(
      await added({
        ...study,
        start: '2026-11-02',
        due: '2026-12-31',
        lead: 'cesi',
        standards: 'GB/T 43697, GB/T 22239',
        topics: 'data security, *odd*',
      }),
    )
    const before = await desk.app.work.byId(full)
    expect(before?.standards).toHaveLength(2)
    const rows = await everyRow(database, desk.app.workspace)
    expect((await revised({}, lotus, full)).kind).not.toBe('refused')
    expect(await everyRow(database, desk.app.workspace)).toStrictEqual(rows)
  })

  test('days, names, goals, lead, standards and topics change; who, when, why and what stands on record', async () => {
    const outcome = await revised({
      zh: '数据分类研究',
      goals: [goal, other],
      lead: 'cesi',
      start: '2026-12-01',
      due: '2026-12-31',
      standards: 'GB/T 43697',
      topics: 'AI',
    })
    expect(outcome.text).toContain(`Work ${item}: Study no. ${count}`)
    expect(await itemNow()).toMatchObject({
      titles: { zh: '数据分类研究', en: `Study no. ${count}` },
      goals: [goal, other],
      lead: 'cesi',
      startsOn: '2026-12-01',
      dueOn: '2026-12-31',
      topics: ['ai'],
    })
    expect(await decisions()).toMatchObject([
      { kind: 'item-changed', why: 'the meeting of 12 April', by: 'lotus', touched: [goal, other] },
    ])
    const told = (await desk.ask(`/plan changes ${item}`, pine)).words
    for (const words of [
      'the meeting of 12 April',
      'none\n   →\n> 数据分类研究',
      'Goals',
      'none → 1 Dec 2026',
      'none → 31 Dec 2026',
      'GB/T 43697',
    ])
      expect(told).toContain(words)
    const traced = await desk.app.plans.trace(2024)
    for (const id of [goal, other])
      expect(traced?.goals.find((one) => one.goal.id === id)?.items.map((one) => one.item.id)).toContain(item)
    await revised({ goals: [other], lead: '', due: '', standards: '', topics: '' })
    const after = await itemNow()
    expect(after).toMatchObject({ goals: [other], standards: [], topics: [], startsOn: '2026-12-01' })
    expect(after).not.toHaveProperty('lead')
    expect(after).not.toHaveProperty('dueOn')
  })

  test('what two change at once is changed by the first; the second is told', async () => {
    const { view } = await desk.press('work.ask-revise', item, lotus)
    await revised({ en: 'First' })
    const second = await refused(() =>
      desk.send(
        'work.revise',
        view?.private_metadata ?? '',
        { ...filledIn(view), en: 'Second', why: 'x' },
        oriole,
      ),
    )
    expect(second.why).toBe('work.moved-on')
    expect(await itemNow()).toMatchObject({ titles: { en: 'First' } })
  })

  test('its kind changes until something was done for it', async () => {
    await revised({ kind: 'research' })
    expect(await itemNow()).toMatchObject({ kind: 'research' })
    await revised({ kind: 'study' })
    await desk.send('step.take', JSON.stringify({ item }), { step: firstStep, day: '2026-11-20' }, lotus)
    const { view } = await desk.press('work.ask-revise', item, lotus)
    expect(Object.keys(filledIn(view))).not.toContain('kind')
    expect((await refused(() => revised({ kind: 'research' }))).fields).toStrictEqual({
      kind: 'work.has-begun',
    })
    expect((await refused(() => revised({ start: '2026-11-21' }))).fields).toStrictEqual({
      start: 'work.step-before-start',
    })
  })

  test.each<[string, Record<string, string | string[]>, Record<string, string>]>([
    ['no name', { zh: '', en: ' ' }, { zh: 'modal.missing' }],
    [
      'an end before the beginning',
      { start: '2026-12-01', due: '2026-11-30' },
      { due: 'work.due-before-start' },
    ],
    ['a standard that is none', { standards: 'GB/T 99999-2031' }, { standards: 'work.unknown-standard' }],
    ['no reason', { why: ' ' }, { why: 'modal.unfit' }],
    ['a kind that is none', { kind: 'party' }, { kind: 'work.no-such-kind' }],
  ])('%s is told under its field', async (_what, fields, faults) => {
    expect((await refused(() => revised(fields))).fields).toStrictEqual(faults)
  })

  test('a goal that the group has not taken on, and work that has ended, are refused', async () => {
    expect((await refused(() => revised({ goals: ['kwp-2024-2-7'] }))).why).toBe('work.goal-not-taken-on')
    const { view } = await desk.press('work.ask-revise', item, lotus)
    await finished(item, evidence)
    const late = await refused(() =>
      desk.send('work.revise', view?.private_metadata ?? '', { ...filledIn(view), why: 'x' }, lotus),
    )
    expect(late.why).toBe('work.not-open')
    expect((await refused(() => desk.press('work.ask-revise', item, lotus))).why).toBe('work.not-open')
  })
})

describe('a modal tells what can’t be taken, under its field', () => {
  const faulty: [string, Record<string, string>, Record<string, string>][] = [
    ['no title', { title: ' ' }, { title: 'modal.unfit' }],
    ['a kind that is none', { kind: 'party' }, { kind: 'work.no-such-kind' }],
    [
      'an end before the beginning',
      { start: '2026-12-01', due: '2026-11-30' },
      { due: 'work.due-before-start' },
    ],
    ['a day that is none', { due: '2026-02-30' }, { due: 'modal.unfit' }],
    [
      'a standard that is not on record',
      { standards: 'GB/T 43697, GB/T 99999-2031' },
      { standards: 'work.unknown-standard' },
    ],
    ['a title that several have', { standards: '数据' }, { standards: 'work.several-standards' }],
    ['too many standards', { standards: 'GB/T 43697,'.repeat(31) }, { standards: 'work.too-many-standards' }],
    ['a lead that is none', { lead: 'nobody-at-all' }, { lead: 'owner.unknown-organisation' }],
    ['somebody who is no member', { task: 'x', owner: 'U0STRANGER' }, { owner: 'owner.stranger' }],
    ['somebody who has left', { task: 'x', owner: 'U0GONE' }, { owner: 'owner.left' }],
    ['a forged person', { task: 'x', owner: '<@U0>' }, { owner: 'owner.stranger' }],
    [
      'two owners',
      { task: 'x', owner: 'U0JASMINE', 'owner-organisation': 'cesi' },
      { 'owner-organisation': 'owner.two' },
    ],
    [
      'an organisation that is none',
      { task: 'x', 'owner-organisation': 'none' },
      { 'owner-organisation': 'owner.unknown-organisation' },
    ],
    ['an owner with nothing to do', { owner: 'U0JASMINE' }, { task: 'owner.without-task' }],
    ['a title without an end', { title: 'x'.repeat(301) }, { title: 'modal.too-long' }],
  ]
  test.each(faulty)('of work: %s', async (_what, fields, faults) => {
    const outcome = await refused(() => added({ ...study, ...fields }))
    expect(outcome.fields).toStrictEqual(faults)
  })

  test('of a step', async () => {
    const meta = JSON.stringify({ item: idIn(await added({ ...study, start: '2026-11-02' })) })
    const step = (fields: Record<string, string>) =>
      refused(() => desk.send('step.take', meta, { step: firstStep, day: '2026-11-20', ...fields }, lotus))
    expect((await step({ day: '2026-11-01' })).fields).toStrictEqual({ day: 'work.before-start' })
    expect((await step({ step: 'launch' })).fields).toStrictEqual({ step: 'work.no-such-step' })
  })

  test('a step on a day to come is planned for it, and late from then on', async () => {
    const kickOff = idIn(await added({ kind: 'standard', title: 'A project' }))
    const meta = JSON.stringify({ item: kickOff })
    const planned = await desk.send('step.take', meta, { step: 'kick-off', day: '2026-12-01' }, lotus)
    expect(planned.words).toMatch(/Kick-off · due .*1 Dec/)
    expect(await desk.app.work.byId(kickOff)).toMatchObject({
      steps: [],
      planned: [{ step: 'kick-off', on: '2026-12-01' }],
    })
    await desk.send('step.take', meta, { step: 'kick-off', day: '2026-11-20' }, lotus)
    expect(await desk.app.work.byId(kickOff)).toMatchObject({
      steps: [{ step: 'kick-off', on: '2026-11-20' }],
      planned: [],
    })
  })

  test('of a result', async () => {
    const { fields } = await refused(() =>
      finished(item, { 'evidence-day': '2026-11-24', 'evidence-people': 'many', 'evidence-link': 'x' }),
    )
    expect(fields).toStrictEqual({
      'evidence-day': 'work.fault-day-ahead',
      'evidence-place': 'modal.missing',
      'evidence-people': 'work.fault-no-number',
      'evidence-link': 'work.fault-no-link',
    })
    expect((await refused(() => finished(item, { ...evidence, day: '2026-11-24' }))).fields).toStrictEqual({
      day: 'day.ahead',
    })
  })
})

test('a bid that was not awarded is a result', async () => {
  const bid = idIn(await added({ kind: 'hosting-bid', title: 'Host the spring meeting' }))
  const asked = await desk.press('work.ask-finish', bid, lotus)
  expect(blocks(asked)[0]).toBe('outcome')
  const kind = kindsOfWork.find(({ id }) => id === 'hosting-bid')
  const given = Object.fromEntries(
    (kind?.evidence ?? []).map(({ id, type }) => [
      `evidence-${id}`,
      type === 'link' ? 'https://example.org' : type === 'day' ? '2026-11-20' : '1',
    ]),
  )
  expect((await refused(() => finished(bid, given))).fields).toStrictEqual({ outcome: 'work.no-outcome' })
  const told = await finished(bid, { ...given, outcome: 'not-awarded' })
  expect(told.words).toContain('Outcome: Not awarded')
  expect(told.text).toContain('100\u00a0%')
})

test('a standard is finished by nobody’s word', async () => {
  const made = await added({ kind: 'standard', title: 'Rules for important data', standards: 'GB/T 43697' })
  expect(made.words).toContain('told by the stages on record')
  expect(made.words).not.toContain('[Result…]')
  const id = idIn(made)
  expect((await refused(() => desk.press('work.ask-finish', id, pine))).why).toBe('work.told-by-stage')
  expect((await refused(() => finished(id, {}, pine))).why).toBe('work.told-by-stage')
  // Its one standard is published.
  expect(made.text).toContain('100\u00a0%')
})

test('what was done is taken up again, and what is given up owes nothing: both stand on record', async () => {
  await desk.send('assignment.add', JSON.stringify({ item }), { task: 'Book the rooms' }, lotus)
  const meta = JSON.stringify({ item })
  const done = await finished(item, evidence)
  expect(done.words).toContain('[Reopen…]')
  const asked = await desk.press('work.ask-reopen', item, pine)
  const again = await desk.send(
    'work.reopen',
    asked.view?.private_metadata ?? '',
    { why: 'a day is missing' },
    pine,
  )
  expect(again.words).toContain('under way')
  expect(again.words).toContain('Chengdu')
  const given = await desk.send('work.drop', meta, { why: 'no one has the time' }, lotus)
  expect(given.words).toContain('given up')
  const owed = (await desk.app.assignments.list({ group: 'WG8' })).first
  expect(owed.filter(({ items }) => items.includes(item))).toStrictEqual([])
  const rooms = (await createStore(database, 'plan-work').assignments.ofPlans()).find(({ items }) =>
    items.includes(item),
  )
  expect(await desk.app.assignments.history(rooms?.id ?? '')).toMatchObject([
    { what: 'make', by: 'lotus', via: 'modal' },
    { what: 'withdraw', by: 'lotus', note: 'no one has the time', after: { state: 'withdrawn' } },
  ])
  const changes = (await desk.app.plans.changes(2024)).filter(({ subject }) => subject === item)
  expect(changes.map(({ kind, why, by }) => [kind, why, by])).toStrictEqual([
    ['item-reopened', 'a day is missing', 'pine'],
    ['item-dropped', 'no one has the time', 'lotus'],
  ])
  expect(changes[1]?.touched).toHaveLength(2)
  expect((await refused(() => desk.press('work.ask-finish', item, lotus))).why).toBe('work.not-open')
})

describe('what is owed is done', () => {
  const owedBy = async (fields: Record<string, string>) => {
    await desk.send('assignment.add', JSON.stringify({ item }), { task: 'Write', ...fields }, lotus)
    const [found] = (await desk.app.assignments.list({ group: 'WG8' })).first.filter(({ items }) =>
      items.includes(item),
    )
    if (found === undefined) {
      const all = (await desk.app.plans.trace(2024))?.goals.flatMap(({ items }) => items) ?? []
      return all.find((one) => one.item.id === item)?.assignments[0]?.id ?? ''
    }
    return found.id
  }
  const done = (which: string, who: Asker, day = '2026-11-20') =>
    desk.send('assignment.finish', '', { which, day }, who)

  test('by its owner, and not twice', async () => {
    const id = await owedBy({ owner: 'U0JASMINE', 'task-due': '2026-11-24' })
    expect((await refused(() => done(id, cedar))).why).toBe('assignment.for-owner-or-lead')
    expect((await refused(() => done(id, {}))).why).toBe('refused.stranger')
    expect((await refused(() => done(id, jasmine, '2026-11-24'))).fields).toStrictEqual({ day: 'day.ahead' })
    expect((await done(id, jasmine)).text).toContain('Write · done')
    expect((await refused(() => done(id, jasmine))).fields).toStrictEqual({ which: 'done.not-open' })
    expect((await refused(() => done('nothing', jasmine))).why).toBe('done.gone')
  })

  test('by the deputy, for the whole group', async () => {
    const id = await owedBy({})
    expect((await refused(() => done(id, jasmine))).why).toBe('assignment.for-owner-or-lead')
    expect((await done(id, oriole)).kind).toBe('ephemeral')
  })

  test('by whoever is offered it, and words choose among it', async () => {
    expect((await desk.ask('/assignments done', {})).why).toBe('refused.stranger')
    expect((await desk.ask('/assignments done', lotus)).kind).toBe('modal')
    expect((await desk.ask('/assignments 完成', lotus)).kind).toBe('modal')
    expect((await desk.ask('/assignments done nothing-of-the-kind', lotus)).why).toBe('done.none-such')
    const [which] = inputs(await desk.ask('/assignments done feedback on how', lotus))
    expect(which?.element).toMatchObject({ options: [{ value: 'wg8-01' }] })
  })

  test('and why it is owed is told up to the sentence', async () => {
    const { words } = await desk.ask('/assignments why', lotus)
    expect(words).toMatch(/for kwp-2024-2-5 [\s\S]*2\.5/)
    expect((await desk.ask('/assignments why', {})).why).toBe('assignments.stranger')
    for (const all of ['me', 'mine?', '我的'])
      expect((await desk.ask(`/assignments why ${all}`, lotus)).words).toBe(words)
  })

  test.each([
    'why wg8-03',
    'Why WG8-03?',
    'why wg8-03 please',
    'wg8-03 why',
    '由来 wg8-03',
    '为什么wg8-03？',
    '为何 wg8-03',
    'wg8-03由来',
  ])('why one is there, whoever owes it and whoever asks: %s', async (typed) => {
    for (const [who, title] of [
      [oriole, 'Why there is wg8-03'],
      [{}, 'Why there is wg8-03'],
      [{ ...lotus, language: 'zh-CN' as const }, 'wg8-03 的由来'],
    ] as const) {
      const { kind, text, words } = await desk.ask(`/assignments ${typed}`, who)
      expect([kind, text]).toStrictEqual(['ephemeral', title])
      expect(words.match(/^• /gm)).toHaveLength(1)
      expect(words).toMatch(/kwp-2024-2-2 [\s\S]*2\.2/)
    }
  })

  test.each([
    ['why WG8', 'assignment.unknown'],
    ['why a99', 'assignment.unknown'],
    ['why chestnut', 'assignment.unknown'],
    ['why 示例茉莉', 'assignment.unknown'],
    ['why wg8-03 and wg8-02', 'assignment.one-at-a-time'],
    ['why wg8-03 if it is late', 'assignment.words-lost'],
  ])('%s is refused: %s', async (typed, why) => {
    for (const language of ['en', 'zh-CN'] as const)
      expect((await desk.ask(`/assignments ${typed}`, { ...lotus, language })).why).toBe(why)
  })
})

describe('a message becomes work', () => {
  const said = 'We should hold a *training* on <https://example.org|data security> for banks next spring'
  test('below a goal that the reader’s group has', async () => {
    const asked = await desk.choose('work.make', said, lotus)
    expect(asked.view?.private_metadata).toBe('{}')
    const [where, kind, title] = inputs(asked)
    const goals = where?.element.type === 'static_select' ? (where.element.options ?? []) : []
    expect(goals.map(({ value }) => JSON.parse(value ?? '').group)).toStrictEqual(goals.map(() => 'WG8'))
    expect(kind?.element).toMatchObject({ initial_option: { value: 'training' } })
    expect(title?.element).toMatchObject({ initial_value: expect.stringMatching(/^We should hold a/) })
    const made = await added(
      { kind: 'training', title: 'Training', place: JSON.stringify({ goal: other, group: 'WG8' }) },
      lotus,
      {},
    )
    expect(made.words).toContain(other)
  })

  test('and for nobody else', async () => {
    for (const who of [jasmine, {}])
      expect((await desk.choose('work.make', said, who)).why).toBe('refused.any-convenor')
    const nowhere = await refused(() => added(study, lotus, {}))
    expect(nowhere.why).toBe('refused.outdated-button')
    const forged = await refused(() => added({ ...study, place: '{"goal":1}' }, lotus, {}))
    expect(forged.fields).toStrictEqual({ place: 'modal.unfit' })
  })
})

test('what is asked for without its name is told how to be named', async () => {
  const asked = async (line: string) => (await desk.ask(line, pine)).why
  expect(await asked('/plan add')).toBe('work.which-goal')
  expect(await asked('/plan add 2')).toBe('work.which-goal')
  expect(await asked('/plan assign')).toBe('work.which-below')
  expect(await asked('/plan step')).toBe('work.which')
  expect(await asked(`/plan done ${goal}`)).toBe('work.which')
  expect(await asked('/plan step w999')).toBe('plan.unknown')
  expect(await shareOf(item)).toBe(0)
})

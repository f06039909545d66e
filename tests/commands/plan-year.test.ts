import { beforeAll, describe, expect, test } from 'vitest'
import { homeDesks } from '../../commands/events/home-desks.ts'
import { importPlan, planFile } from '../../src/operator/import-plan.ts'
import { testDatabase } from '../database.ts'
import { doneBy } from '../done-by.ts'
import { type Asker, type Desk, deskOn, type Outcome } from './desk.ts'
import { plan2026, plan2027 } from './plan-documents.ts'

const { database } = await testDatabase()
/** A Tuesday in Shanghai. */
const now = '2026-12-15T02:00:00Z'
const [pine, lotus, cedar] = ['pine', 'lotus', 'cedar'].map((member): Asker => ({ member })) as [
  Asker,
  Asker,
  Asker,
]
const place = { goal: 'g1', group: 'WG8' }
const training = {
  'evidence-day': '2026-11-20',
  'evidence-place': 'Chengdu',
  'evidence-people': '40',
  'evidence-link': 'https://example.org/training',
}

let desk: Desk

async function taken(content: string): Promise<void> {
  const given = { path: 'plan.txt', bytes: new TextEncoder().encode(content), modifiedAt: new Date(now) }
  const file = await planFile(desk.app, given, { dryRun: false })
  await importPlan(desk.app, file, { dryRun: false })
}

async function idOf(adding: Promise<Outcome>): Promise<string> {
  const { words } = await adding
  const [, id] = /^Work (w\d+)/.exec(words) ?? []
  if (id === undefined) throw new Error(words)
  return id
}

const added = (fields: Record<string, string>) =>
  idOf(desk.send('work.add', JSON.stringify({ place }), fields, lotus))
const button = ({ message }: Outcome, id: string) =>
  (message?.blocks ?? [])
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((one) => (one.type === 'button' && one.action_id === id ? [one.value ?? ''] : []))[0] ?? ''
const homeOf = async (who: Asker) => JSON.stringify(await homeDesks(desk.app, await desk.caller(who)))

/**
 * A goal for the first sentence of 2026 that two groups have, with a training that was held, one that is to come, a study
 * half-way, and an assignment of the goal's own; g2 waits for WG8's answer.
 */
let held: string
let coming: string
let study: string
beforeAll(async () => {
  desk = await deskOn(database, 'year', now)
  await taken(plan2026)
  await taken(plan2027)
  const goal = { year: 2026, kinds: [], groups: ['WG8'] }
  await desk.app.goals.make({ ...goal, texts: { en: 'Systems' }, points: ['2026-1.1'] }, doneBy('pine'))
  await desk.app.goals.offer(2026, doneBy('pine'))
  await desk.press('goal.accept:g1', JSON.stringify({ goal: 'g1', group: 'WG8' }), lotus)
  await desk.app.goals.make({ ...goal, texts: { en: 'Bids' }, points: ['2026-3.2'] }, doneBy('pine'))
  await desk.app.goals.offer(2026, doneBy('pine'))
  held = await added({ kind: 'training', title: 'Held' })
  coming = await added({ kind: 'training', title: 'To come', task: 'Find a room' })
  study = await added({ kind: 'study', title: 'Study' })
  await desk.app.work.assign({ goal: 'g1', group: 'WG8', titles: { en: 'Report' }, owner: wg8 })
  const sent = await desk.send(
    'work.finish',
    JSON.stringify({ item: held }),
    { ...training, day: '2026-11-20' },
    lotus,
  )
  expect(sent.kind).not.toBe('refused')
})
const wg8 = { kind: 'group' as const, id: 'WG8', names: { en: 'WG8' } }

test('the end of the year tells of sentences that have no goal, and where they go on', async () => {
  const { words } = await desk.ask('/plan end 2026', pine)
  expect(words).toContain('4 sentences have no goal')
  expect(words).toMatch(/2\.2 .*推动供应链安全标准立项。.* → 2\.1/)
  expect(words).toMatch(/2\.1 .*抓紧研制个人信息保护国家标准。.* no sentence of 2027 goes on with it/)
})

describe('a goal is reached by what is done, not by a word', () => {
  test('with nothing done below it can’t be closed, by command, button or form', async () => {
    for (const outcome of [
      await desk.ask('/plan close g2 because it is needed no more', pine),
      await desk.press('goal.ask-close', 'g2', pine),
      await desk.send('goal.end', JSON.stringify({ goal: 'g2', state: 'closed' }), { why: 'x' }, pine),
    ])
      expect(outcome).toMatchObject({ kind: 'refused', why: 'ending.nothing-done' })
    expect(await desk.app.goals.byId('g2')).toMatchObject({ state: 'open' })
  })
})

describe('the year ends', () => {
  let before: string
  let share: number

  test('what is half-way goes on, with the figures as they were', async () => {
    const trace = await desk.app.plans.trace(2026)
    share = trace?.goals.find(({ goal }) => goal.id === 'g1')?.share ?? 0
    expect(share).toBe(0.25)
    before = (await desk.ask('/plan summary 2026', pine)).words
    expect(before).toContain('Trainings')
    const end = await desk.ask('/plan end 2026', pine)
    expect(end.words).toContain('1 goal is half-way')
    const carried = await desk.press('goals.carry', button(end, 'goals.carry'), pine)
    expect(carried.words).toContain('1 goal goes on in 2027: g3.')
    const goal = await desk.app.goals.byId('g1')
    expect(goal).toMatchObject({ state: 'carried', shareAtEnd: share })
    expect(goal?.partsAtEnd?.map(({ id }) => id)).toEqual(expect.arrayContaining([held, coming, study]))
  })

  test('the old year keeps what was done in it, and says what its figure is the mean of', async () => {
    const after = (await desk.ask('/plan summary 2026', pine)).words
    const figures = (words: string) => words.split('\n').filter((line) => /^[A-Z].*: [1-9]/.test(line))
    expect(figures(after)).toEqual(figures(before))
    expect(after).toContain('It goes on as g3.')
    const card = (await desk.ask('/plan g1', pine)).words
    expect(card).toContain(held)
    expect(card).toContain(`100\u00a0% ${held}`)
    expect(card).toContain('Went on with g3')
    expect(card).toContain(coming)
    expect(card).not.toContain('Nothing is broken down')
    expect((await desk.ask('/plan 2026', pine)).words).toContain('3 pieces of work')
  })

  test('the new year counts only what goes on', async () => {
    const traced = (await desk.app.plans.trace(2027))?.goals.find(({ goal }) => goal.id === 'g3')
    expect(traced?.items.map(({ item }) => item.id)).toEqual([coming, study])
    expect(traced?.assignments.map(({ titles }) => titles.en)).toEqual(['Report'])
    expect(traced?.share).toBe(0)
  })

  test('what goes on can be worked on by its short name alone', async () => {
    expect((await desk.ask(`/plan ${coming}`, lotus)).words).toContain('To come')
    const meta = JSON.stringify({ item: coming })
    for (const send of [
      () => desk.send('assignment.add', meta, { task: 'Invite speakers' }, lotus),
      () => desk.send('work.finish', meta, { ...training, day: '2026-11-27' }, lotus),
      () => desk.send('work.reopen', meta, { why: 'the list was wrong' }, lotus),
      () => desk.send('work.drop', meta, { why: 'no room' }, lotus),
    ]) {
      const outcome = await send()
      expect(outcome.why).toBeUndefined()
      expect(outcome.words).toContain(`Work ${coming}`)
    }
  })

  test('what was done and is taken up again goes on with the goal that goes on', async () => {
    await desk.send('work.reopen', JSON.stringify({ item: held }), { why: 'a second day' }, lotus)
    expect(await desk.app.work.byId(held)).toMatchObject({ state: 'open', goals: ['g1', 'g3'] })
    expect((await desk.ask('/plan g1', pine)).words).toContain(`100\u00a0% ${held}`)
  })

  test('Home shows what goes on, and that the old goals have ended', async () => {
    const home = await homeOf(lotus)
    expect(home).toContain('WG8: goals of 2027')
    expect(home).toContain('*g3*')
    expect(home).not.toContain('has taken on no goal')
    expect(await homeOf(pine)).toContain('the plan of 2027')
    expect(await homeOf(cedar)).not.toContain('2027')
  })

  test('why an assignment is there is told by the goal that goes on', async () => {
    const reasons = (await desk.app.plans.trace(2027))?.assignments ?? []
    expect(reasons.length).toBeGreaterThan(0)
    const report = reasons.find(({ titles }) => titles.en === 'Report')
    expect(report?.goals).toEqual(['g1', 'g3'])
  })
})

test('work is not taken up again where every goal that it serves has ended', async () => {
  const made = { year: 2026, texts: { en: 'A day' }, points: ['2026-1.2'], kinds: [], groups: ['WG8'] }
  const { id: goal } = await desk.app.goals.make(made, doneBy('pine'))
  await desk.app.goals.offer(2026, doneBy('pine'))
  await desk.press(`goal.accept:${goal}`, JSON.stringify({ goal, group: 'WG8' }), lotus)
  const at = JSON.stringify({ place: { goal, group: 'WG8' } })
  const item = await idOf(desk.send('work.add', at, { kind: 'training', title: 'A day' }, lotus))
  await desk.send('work.finish', JSON.stringify({ item }), { ...training, day: '2026-11-20' }, lotus)
  await desk.app.goals.end(goal, 'closed', { ...doneBy('pine'), why: 'held' })
  const again = await desk.send('work.reopen', JSON.stringify({ item }), { why: 'a second day' }, lotus)
  expect([again.kind, again.why]).toEqual(['refused', 'work.goals-ended'])
  expect((await desk.app.work.byId(item))?.state).toBe('done')
})

import { beforeAll, describe, expect, test } from 'vitest'
import { actions, submissions } from '../../commands/index.ts'
import { createApp } from '../../src/app.ts'
import type { FilledIn } from '../../src/contract/submission.ts'
import type { Store } from '../../src/domain/store.ts'
import { testDatabase } from '../database.ts'
import { everyRow } from '../domain/committee/small-committee.ts'
import { newNotice } from '../store/records.ts'
import { pressing, type Records, sending, sendingsOf, valuesOf } from './every-gesture.ts'
import { type Came, houseOfRoles, madeForGood, parts, type Who } from './every-role.ts'

const { database } = await testDatabase()
let store: Store
let app: ReturnType<typeof createApp>
let foreignMove = 0
beforeAll(async () => {
  store = await houseOfRoles(database, 'forged')
  await store.notices.add(newNotice('digest', 18, { kind: 'digest' }))
  const theirs = await houseOfRoles(database, 'theirs')
  // Records that are in the other workspace alone.
  const [goal, item, assignment] = await Promise.all([
    theirs.goals.byId('g7'),
    theirs.work.byId('w7'),
    theirs.assignments.byIds(['a7']),
  ])
  if (goal === undefined || item === undefined || assignment[0] === undefined) throw new Error('no records')
  await theirs.goals.put({ ...goal, id: 'g3' })
  await theirs.work.put({ ...item, id: 'w33', goals: ['g3'] })
  await theirs.assignments.put({ ...assignment[0], id: 'a33', items: ['w33'] })
  foreignMove = (await theirs.standards.proposedMoves()).at(-1)?.id ?? 0
  app = createApp(parts(store))
})

/** Each is allowed most of what there is, or nothing. */
const everyone: Who[] = ['secretariat', 'convenor', 'standin', 'owner', 'other', 'observer', 'stranger']

/** What came of pressing or sending this, each by everyone; nothing at all may have changed of it. */
async function came(gestures: ReturnType<typeof pressing>[]): Promise<[Who, Came][]> {
  const before = await everyRow(database)
  const found: [Who, Came][] = []
  for (const who of everyone)
    for (const gesture of gestures) found.push([who, await madeForGood(app, who, gesture)])
  expect(await everyRow(database)).toStrictEqual(before)
  return found
}

const answered = (all: [Who, Came][]) => all.filter(([, { refused }]) => refused === undefined)

const malformed = [
  '{',
  '[]',
  'null',
  '{"assignment":1}',
  '{"__proto__":{"group":"WG8"}}',
  '<!channel>',
  "'; drop table members; --",
  '\u0000',
  'x'.repeat(5_000),
]
/** They close a message and look at nothing; their value is a file's name at most. */
const closing = ['schedule.cancel', 'import.cancel', 'work-list.cancel']

describe('what is no value of a button', () => {
  test.each(actions.map(({ id }) => id))('leads nowhere: %s', async (id) => {
    const all = await came(malformed.map((value) => pressing(id, value)))
    // "null" may be a standard's id; that it is gone is told in the window where it was chosen.
    if (!closing.includes(id) && id !== 'standard.choose') expect(answered(all)).toEqual([])
  })
})

describe('what no modal brings along', () => {
  test.each(submissions.map(({ id }) => id))('leads nowhere: %s', async (id) => {
    const fields: FilledIn = sendingsOf(nobodys)[id]?.[0]?.[1] ?? {}
    const all = await came(malformed.map((meta) => sending(id, meta, fields)))
    expect(answered(all)).toEqual([])
  })
})

/** Nobody's records anywhere, and those of another workspace. */
const nobodys: Records = { group: 'WG99', n: 404, standard: 'gone', project: 'gone', move: 999_999 }
const foreign = (): Records => ({ ...nobodys, n: 33, move: foreignMove })

/** Their values name no record: years, pages, words, or one's own. */
const recordless = [
  ...closing,
  'standards.page',
  'drifts.turn',
  'gaps.open',
  'gaps.page',
  'offers.open',
  'offers.page',
  'risks.open',
  'run.turn',
  'assignment.ask-finish',
  'assignment.why',
  'figure.show',
  'summary.turn',
  'reached.close',
  'goals.carry',
  'untouched.carry',
  'goals.offer',
  'plan.open',
  'changes.open',
  // They end on this house's own draft and question, which the matrix presses.
  'plan.confirm',
  'plan.correct',
  'plan-part.choose',
  'plan.cancel',
  'notice.keep',
  'notice.retry',
  'notice.ask-drop',
  'topic.follow',
  'proposals.open',
  'absence.ask',
  'hearing.ask',
  'goal.new',
  // What is gone is told in the window where it was chosen, or in the list that is shown anew.
  'standard.choose',
  'proposal.accept',
  'proposal.accept-asked',
  'proposal.ask-decline',
]

describe.each<[string, () => Records]>([
  ['nobody’s records', () => nobodys],
  ['records of another workspace', foreign],
])('%s', (_what, records) => {
  test.each(actions.map(({ id }) => id).filter((id) => !recordless.includes(id)))(
    'are reached by no button: %s',
    async (id) => {
      const all = await came((valuesOf(records())[id] ?? []).map((value) => pressing(id, value)))
      expect(all.length).toBeGreaterThan(0)
      expect(answered(all)).toEqual([])
    },
  )

  const ofDrafts = ['plan.change', 'plan-part.correct', 'notice.drop', 'goal.make', 'proposal.decline']
  const ofOneself = ['absence.set', 'hearing.set']
  const ofRecords = submissions.filter(({ id }) => ![...ofDrafts, ...ofOneself].includes(id))
  test.each(ofRecords.map(({ id }) => id))('are reached by no modal: %s', async (id) => {
    const sendings = sendingsOf(records())[id] ?? []
    const all = await came(sendings.map(([meta, fields]) => sending(id, JSON.stringify(meta), fields)))
    expect(all.length).toBeGreaterThan(0)
    expect(answered(all)).toEqual([])
  })
})

describe('what does not fit together', () => {
  const json = (value: unknown) => JSON.stringify(value)
  const why = { why: 'because' }
  test.each<[string, () => ReturnType<typeof pressing>]>([
    ['another group’s goal as one’s own', () => pressing('goal.accept', json({ goal: 'g50', group: 'WG8' }))],
    ['one’s own goal as another group’s', () => pressing('goal.accept', json({ goal: 'g70', group: 'WG9' }))],
    [
      'an answer to another group’s goal',
      () => sending('goal.answer', json({ goal: 'g50', group: 'WG8', word: 'decline' }), why),
    ],
    ['a notice of another kind', () => pressing('reminder.acknowledge', 'digest')],
    [
      'a group that has not taken the goal on',
      () =>
        sending('work.add', '{}', { place: json({ goal: 'g7', group: 'WG9' }), kind: 'study', title: 'New' }),
    ],
    [
      'a goal of another group',
      () =>
        sending('work.add', '{}', { place: json({ goal: 'g5', group: 'WG8' }), kind: 'study', title: 'New' }),
    ],
    [
      'an assignment below another group’s goal',
      () => sending('assignment.add', '{}', { place: json({ goal: 'g5', group: 'WG8' }), task: 'New' }),
    ],
    [
      'an assignment of one group for the goal of another',
      () =>
        sending('assignment.make', '{}', {
          group: 'WG8',
          place: json({ goal: 'g5', group: 'WG9' }),
          task: 'New',
        }),
    ],
    [
      'a stage that somebody else has moved',
      () =>
        sending('stage.record', json({ standard: 'project', seen: '10' }), {
          stage: '30',
          day: '2026-11-20',
        }),
    ],
    ['a modal that brings too much', () => sending('work.drop', json({ item: 'w7', group: 'WG8' }), why)],
  ])('%s', async (_what, gesture) => {
    expect(answered(await came([gesture()]))).toEqual([])
  })

  test('an observer as the owner', async () => {
    for (const [id, meta, fields] of [
      ['assignment.give', { assignment: 'a7' }, { owner: 'U0OBSERVER' }],
      ['assignment.make', {}, { group: 'WG8', task: 'New', owner: 'U0OBSERVER' }],
    ] as const) {
      const all = await came([sending(id, json(meta), fields)])
      expect(answered(all)).toEqual([])
      expect(all.find(([who]) => who === 'convenor')?.[1].fields).toEqual({ owner: 'owner.observer' })
    }
  })
})

test('another group’s records are no business of a group’s convenor, deputy or owner', async () => {
  const theirs: Records = { group: 'WG9', n: 5, standard: 'elsewhere', project: 'elsewhere', move: 1 }
  const open = actions.filter(({ who }) => who === 'anyone' || who === 'member' || who.startsWith('any'))
  const before = await everyRow(database)
  for (const { id } of actions.filter((one) => !open.includes(one)))
    for (const value of valuesOf(theirs)[id] ?? [])
      for (const who of ['convenor', 'standin', 'observer', 'stranger'] as const) {
        const { refused } = await madeForGood(app, who, pressing(id, value))
        // "Mark one as done…" asks which of one's own.
        if (id !== 'assignment.ask-finish') expect([id, who, refused !== undefined]).toEqual([id, who, true])
      }
  for (const { id } of submissions.filter(({ id }) => id !== 'absence.set' && id !== 'hearing.set'))
    for (const [meta, fields] of sendingsOf(theirs)[id] ?? [])
      for (const who of ['convenor', 'standin', 'observer', 'stranger'] as const) {
        const { refused } = await madeForGood(app, who, sending(id, JSON.stringify(meta), fields))
        expect([id, who, refused !== undefined]).toEqual([id, who, true])
      }
  expect(await everyRow(database)).toStrictEqual(before)
})

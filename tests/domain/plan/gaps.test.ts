import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../../src/domain/assignment/rules.ts'
import type { Goal } from '../../../src/domain/goal/rules.ts'
import type { Member } from '../../../src/domain/member/rules.ts'
import {
  countGaps,
  type GapFacts,
  gapsOf,
  gapsOfGroup,
  type PlanGaps,
} from '../../../src/domain/plan/gaps.ts'
import type { Plan } from '../../../src/domain/plan/rules.ts'
import type { WorkItem } from '../../../src/domain/work/rules.ts'
import type { WorkingGroup } from '../../../src/domain/working-group/rules.ts'
import { accepted, goal, group, item, lotus, member, owed, planOf, traced } from './records.ts'

const today = '2024-06-15'

type World = {
  plan: Plan
  goals: Goal[]
  items: WorkItem[]
  assignments: Assignment[]
  members: Member[]
  groups: WorkingGroup[]
}

function find({ plan, goals, items, assignments, members, groups }: World): PlanGaps {
  const trace = traced({
    plan,
    goals: goals.filter(({ year }) => year === plan.year),
    items: items.filter(({ goals: own }) => own.some((id) => goals.some((goal) => goal.id === id))),
    assignments: assignments.filter(({ goals, items }) => goals.length + items.length > 0),
  })
  const goalIds = new Set(goals.filter(({ state }) => state === 'open').map(({ id }) => id))
  const itemIds = new Set(
    items
      .filter(({ goals, state }) => state !== 'dropped' && goals.some((id) => goalIds.has(id)))
      .map(({ id }) => id),
  )
  const open = assignments.filter(({ state }) => state === 'open')
  return gapsOf({ trace, open, goalIds, itemIds, members, groups, today } satisfies GapFacts)
}

/** The gaps by their names. */
function named(gaps: PlanGaps) {
  return {
    points: gaps.pointsWithoutGoal.map(({ point }) => point.number),
    groups: gaps.goalsWithoutGroup.map(({ goal }) => goal.id),
    assignments: gaps.goalsWithoutAssignment.map(({ goal }) => goal.id),
    work: gaps.workWithoutGoal.map(({ item }) => item.id),
    loose: gaps.assignmentsWithoutGoal.map(({ id }) => id),
    owners: gaps.ownersGone.map(({ assignment, why }) => `${assignment.id} ${why}`),
    ended: gaps.groupsGone.map(({ goal, group }) => `${goal.goal.id} ${group}`),
    sentences: gaps.goalsWithoutPoint.map(({ goal }) => goal.id),
  }
}

type Named = ReturnType<typeof named>
const none: Named = {
  points: [],
  groups: [],
  assignments: [],
  work: [],
  loose: [],
  owners: [],
  ended: [],
  sentences: [],
}
const organisation = (id: string) => ({ kind: 'organisation' as const, id, names: { zh: id } })
const wholeGroup = (code: string) => ({ kind: 'group' as const, id: code, names: { zh: code } })

/** A plan behind each part of which somebody stands. */
function whole(): World {
  return {
    plan: planOf([['甲', '乙'], ['丙']]),
    goals: [
      goal('g1', ['2024-1.1']),
      goal('g2', ['2024-1.2']),
      // Declined by one, and taken on by another.
      goal('g3', ['2024-2.1'], {
        groups: [{ group: 'WG5', state: 'declined', why: 'no' }, accepted('WG8')],
      }),
    ],
    items: [item('w1', ['g1'])],
    assignments: [
      owed('a1', { items: ['w1'] }),
      owed('a2', { goals: ['g2'], owner: organisation('cesi') }),
      owed('a3', { goals: ['g3'], owner: wholeGroup('WG8') }),
    ],
    members: [
      member('lotus', { organisation: 'cesi', roles: [{ role: 'convenor', group: 'WG8' }] }),
      // Nobody ever said what for, and so nothing has ended.
      member('willow', { roles: [] }),
    ],
    groups: [group('WG8', { from: '2016' }), group('WG5')],
  }
}

/** One hole of each kind, what it is called, and how it is closed. */
type Hole = { dig: (world: World) => World; gap: Partial<Named>; close: (world: World) => World }
const put = <T extends { id: string }>(list: readonly T[], ...records: T[]): T[] => [
  ...list.filter(({ id }) => !records.some((record) => record.id === id)),
  ...records,
]
const withMember = (world: World, one: Member): World => ({ ...world, members: put(world.members, one) })
const withGoal = (world: World, one: Goal): World => ({ ...world, goals: put(world.goals, one) })
const withOwed = (world: World, one: Assignment): World => ({
  ...world,
  assignments: put(world.assignments, one),
})
const withGroup = (world: World, one: WorkingGroup): World => ({
  ...world,
  groups: [...world.groups.filter(({ code }) => code !== one.code), one],
})
/** A goal beside the others, for which WG8 owes something. */
const further = (world: World, id: string, change: Partial<Goal>): World =>
  withOwed(withGoal(world, goal(id, ['2024-1.1'], change)), owed(`of-${id}`, { goals: [id] }))
const offered = (id: string, state: Goal['groups'][number]['state']): Hole => ({
  dig: (world) => further(world, id, { groups: [{ group: 'WG8', state }] }),
  gap: { groups: [id] },
  close: (world) => further(world, id, {}),
})
const ownedBy = (
  owner: Assignment['owner'],
  why: string,
  close: Hole['close'],
  dig = (world: World) => world,
): Hole => ({
  dig: (world) => dig(withOwed(world, owed(`by-${owner.id}`, { goals: ['g1'], owner }))),
  gap: { owners: [`by-${owner.id} ${why}`] },
  close,
})

const holes: Record<string, Hole> = {
  'a sentence with no goal': {
    dig: (world) => ({
      ...world,
      plan: planOf([
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
    }),
    gap: { points: ['2.2'] },
    close: (world) => further(world, 'for-2.2', { points: ['2024-2.2'] }),
  },
  'a sentence whose only goal was dropped': {
    dig: (world) =>
      further({ ...world, plan: planOf([['甲', '乙'], ['丙'], ['戊']]) }, 'g4', {
        points: ['2024-3.1'],
        state: 'dropped',
      }),
    // What was owed for it serves nothing any more.
    gap: { points: ['3.1'], loose: ['of-g4'] },
    close: (world) => further(world, 'g4', { points: ['2024-3.1'] }),
  },
  'a goal that nobody was asked to take on': {
    dig: (world) => further(world, 'g5', { groups: [] }),
    gap: { groups: ['g5'] },
    close: (world) => further(world, 'g5', {}),
  },
  'a goal that is meant for a group': offered('g6', 'draft'),
  'a goal that waits for an answer': offered('g7', 'offered'),
  'a goal that was declined': offered('g8', 'declined'),
  'a goal that is wanted otherwise': offered('g9', 'change-asked'),
  'a goal of which the offer was taken back': offered('g10', 'withdrawn'),
  'a goal that waits for an answer and for which nobody owes anything': {
    dig: (world) =>
      withGoal(world, goal('g17', ['2024-1.1'], { groups: [{ group: 'WG8', state: 'offered' }] })),
    gap: { groups: ['g17'], assignments: ['g17'] },
    close: (world) => further(world, 'g17', {}),
  },
  'what is owed and worked on below a goal that was closed': {
    dig: (world) => ({
      ...withOwed(
        withGoal(world, goal('g18', ['2024-1.1'], { state: 'closed' })),
        owed('of-w18', { items: ['w18'] }),
      ),
      items: put(world.items, item('w18', ['g18'])),
    }),
    gap: { work: ['w18'], loose: ['of-w18'] },
    close: (world) =>
      withOwed(withGoal(world, goal('g18', ['2024-1.1'])), owed('of-w18', { items: ['w18'] })),
  },
  'what is owed below a goal that was carried on without it': {
    dig: (world) => further(world, 'g19', { state: 'carried' }),
    gap: { loose: ['of-g19'] },
    close: (world) => further(world, 'g19', {}),
  },
  'a goal with no assignment': {
    dig: (world) => withGoal(world, goal('g11', ['2024-1.1'])),
    gap: { assignments: ['g11'] },
    close: (world) => withOwed(world, owed('of-g11', { goals: ['g11'], state: 'done' })),
  },
  'a goal whose only assignment was withdrawn': {
    dig: (world) =>
      withOwed(
        withGoal(world, goal('g12', ['2024-1.1'])),
        owed('of-g12', { goals: ['g12'], state: 'withdrawn' }),
      ),
    gap: { assignments: ['g12'] },
    close: (world) => withOwed(world, owed('of-g12', { goals: ['g12'] })),
  },
  'a goal below which there is work that nobody owes anything for': {
    dig: (world) => ({
      ...withGoal(world, goal('g13', ['2024-1.1'])),
      items: put(world.items, item('w13', ['g13'])),
    }),
    gap: { assignments: ['g13'] },
    close: (world) => withOwed(world, owed('of-w13', { items: ['w13'] })),
  },
  'a goal whose only work was given up': {
    dig: (world) => ({
      ...withOwed(withGoal(world, goal('g14', ['2024-1.1'])), owed('of-w14', { items: ['w14'] })),
      items: put(world.items, item('w14', ['g14'], { state: 'dropped' })),
    }),
    gap: { assignments: ['g14'], loose: ['of-w14'] },
    close: (world) => ({ ...world, items: put(world.items, item('w14', ['g14'])) }),
  },
  'work below a goal that was dropped': {
    dig: (world) => ({
      ...withGoal(world, goal('g16', ['2024-1.1'], { state: 'dropped' })),
      items: put(world.items, item('w16', ['g16'])),
    }),
    gap: { work: ['w16'] },
    close: (world) => ({ ...world, items: put(world.items, item('w16', ['g16', 'g1'])) }),
  },
  'an assignment with no goal': {
    dig: (world) => withOwed(world, owed('a15')),
    gap: { loose: ['a15'] },
    close: (world) => withOwed(world, owed('a15', { goals: ['g1'] })),
  },
  'an assignment of a goal that is not on record': {
    dig: (world) => withOwed(world, owed('a16', { goals: ['g99'], items: ['w99'] })),
    gap: { loose: ['a16'] },
    close: (world) => withOwed(world, owed('a16', { goals: ['g99'], items: ['w1'] })),
  },
  'a member who is not on record': ownedBy(
    { kind: 'member', id: 'nobody', names: { zh: '无' } },
    'member-left',
    (world) => withMember(world, member('nobody')),
  ),
  'a member whose roles have all ended': ownedBy(
    { kind: 'member', id: 'fern', names: { zh: '蕨' } },
    'member-left',
    (world) =>
      withMember(world, member('fern', { roles: [{ role: 'member', group: 'WG8', until: '2024-06-15' }] })),
    (world) =>
      withMember(
        world,
        member('fern', {
          roles: [
            { role: 'member', group: 'WG8', until: '2024-06-14' },
            { role: 'deputy', group: 'WG5', from: '2020-01-01', until: '2021-01-01' },
          ],
        }),
      ),
  ),
  'a member who has left the group alone': ownedBy(
    { kind: 'member', id: 'sparrow', names: { zh: '雀' } },
    'left-group',
    (world) => withMember(world, member('sparrow', { roles: [{ role: 'member', group: 'WG8' }] })),
    (world) =>
      withMember(
        world,
        member('sparrow', {
          roles: [
            { role: 'member', group: 'WG8', until: '2024-06-14' },
            { role: 'member', group: 'WG5' },
          ],
        }),
      ),
  ),
  'a member who has become an observer': ownedBy(
    { kind: 'member', id: 'kestrel', names: { zh: '隼' } },
    'only-observes',
    (world) => withMember(world, member('kestrel', { roles: [{ role: 'member', group: 'WG8' }] })),
    (world) => withMember(world, member('kestrel', { roles: [{ role: 'observer', group: 'WG8' }] })),
  ),
  'an organisation of which only an observer is left': ownedBy(
    organisation('academy'),
    'nobody-represents',
    (world) => withMember(world, member('aspen', { organisation: 'academy', roles: [] })),
    (world) => withMember(world, member('aspen', { organisation: 'academy', roles: [{ role: 'observer' }] })),
  ),
  'an organisation for which nobody ever stood': ownedBy(organisation('unit'), 'nobody-represents', (world) =>
    withMember(world, member('elm', { organisation: 'unit' })),
  ),
  'an organisation whose representative left': ownedBy(
    organisation('school'),
    'nobody-represents',
    (world) => withMember(world, member('ash', { organisation: 'school', roles: [] })),
    (world) =>
      withMember(
        world,
        member('ash', {
          organisation: 'school',
          roles: [{ role: 'member', group: 'WG8', until: '2024-05-31' }],
        }),
      ),
  ),
  'a group that is not on record': ownedBy(wholeGroup('WG99'), 'group-ended', (world) =>
    withMember(
      withGroup(world, group('WG99')),
      member('rose', { roles: [{ role: 'deputy', group: 'WG99' }] }),
    ),
  ),
  'a group that has ended': ownedBy(
    wholeGroup('WG3'),
    'group-ended',
    (world) => withGroup(world, group('WG3', { until: '2024-06' })),
    (world) =>
      withMember(
        withGroup(world, group('WG3', { until: '2024-05' })),
        member('iris', { roles: [{ role: 'convenor', group: 'WG3' }] }),
      ),
  ),
  'a group that nobody leads': ownedBy(
    wholeGroup('WG4'),
    'group-unled',
    (world) => withMember(world, member('moss', { roles: [{ role: 'convenor', group: 'WG4' }] })),
    (world) =>
      withMember(
        withGroup(world, group('WG4')),
        member('moss', {
          roles: [
            { role: 'convenor', group: 'WG4', until: '2024-06-14' },
            { role: 'member', group: 'WG4' },
          ],
        }),
      ),
  ),
  'a goal of a group that has ended': {
    dig: (world) =>
      further(withGroup(world, group('WG6', { until: '2023' })), 'g20', {
        groups: [accepted('WG6'), { group: 'WG3', state: 'declined' }],
      }),
    gap: { ended: ['g20 WG6'] },
    close: (world) => withGroup(world, group('WG6')),
  },
  'a goal whose sentence is gone': {
    dig: (world) => further(world, 'g21', { points: ['2024-7.7'] }),
    gap: { sentences: ['g21'] },
    close: (world) => further(world, 'g21', { points: ['2024-7.7', '2024-1.2'] }),
  },
  'a goal that never had one': {
    dig: (world) => further(world, 'g22', { points: [] }),
    gap: { sentences: ['g22'] },
    close: (world) => further(world, 'g22', {}),
  },
}

test('a plan with somebody behind every part has none', () => {
  expect(named(find(whole()))).toStrictEqual(none)
})

describe('exactly one hole', () => {
  test.each(Object.entries(holes))('%s', (_name, { dig, gap, close }) => {
    const world = dig(whole())
    expect(named(find(world))).toStrictEqual({ ...none, ...gap })
    expect(named(find(close(world)))).toStrictEqual(none)
  })
})

test('all holes at once are found, each once and nothing else; closed one by one, none is left', () => {
  let world = whole()
  // The ones that set the plan itself come first, so that each finds its sentence.
  world = { ...world, plan: planOf([['甲', '乙'], ['丙', '丁'], ['戊']]) }
  for (const { dig } of Object.values(holes)) {
    const { plan } = world
    world = { ...dig(world), plan }
  }
  const expected: Record<string, string[]> = structuredClone(none)
  for (const { gap } of Object.values(holes))
    for (const [kind, names] of Object.entries(gap)) expected[kind]?.push(...names)
  const sorted = (found: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(found).map(([kind, names]) => [kind, names.toSorted()]))
  let count = Object.values(expected).flat().length
  expect(sorted(named(find(world)))).toStrictEqual(sorted(expected))
  expect(countGaps(find(world))).toBe(count)
  for (const { close, gap } of Object.values(holes)) {
    world = close(world)
    count -= Object.values(gap).flat().length
    expect(countGaps(find(world))).toBe(count)
  }
  expect(named(find(world))).toStrictEqual(none)
})

describe('what is no gap', () => {
  test.each<[string, (world: World) => World]>([
    [
      'dropped goals, whatever is missing of them',
      (world) => withGoal(world, goal('g30', [], { state: 'dropped', groups: [] })),
    ],
    [
      'closed goals that no group took on and nobody owes anything for',
      (world) => withGoal(world, goal('g31', ['2024-1.1'], { state: 'closed', groups: [] })),
    ],
    [
      'a sentence whose goal is closed',
      (world) =>
        withOwed(
          withGoal(world, { ...goal('g3', ['2024-2.1']), state: 'closed' }),
          owed('a3', { goals: ['g3'], state: 'done' }),
        ),
    ],
    [
      'what was owed by somebody who left, and is done',
      (world) =>
        withOwed(
          world,
          owed('a32', { goals: ['g1'], state: 'done', owner: { kind: 'member', id: 'nobody', names: {} } }),
        ),
    ],
    ['what is done without a goal', (world) => withOwed(world, owed('a33', { state: 'done' }))],
    [
      'an assignment of another year’s goal',
      (world) => withOwed(withGoal(world, goal('g34', [], { year: 2023 })), owed('a34', { goals: ['g34'] })),
    ],
    [
      'a member whose role begins next month',
      (world) =>
        withOwed(
          withMember(world, member('new', { roles: [{ role: 'member', group: 'WG8', from: '2024-07-01' }] })),
          owed('a35', { goals: ['g1'], owner: { kind: 'member', id: 'new', names: {} } }),
        ),
    ],
  ])('%s', (_name, change) => {
    expect(named(find(change(whole())))).toStrictEqual(none)
  })
})

test('a group has the gaps in which it has a part, and the sentences that touch its scope', () => {
  const world = whole()
  world.plan = planOf([
    ['甲', '乙'],
    ['丙', '丁', '戊'],
  ])
  const fourth = world.plan.areas[1]?.points[1]
  if (fourth === undefined) throw new Error('no point')
  fourth.reading = {
    kinds: [],
    topics: [],
    groups: [{ value: 'WG5', words: ['丁'] }],
    dates: [],
    urgent: [],
  }
  world.goals.push(
    goal('g40', ['2024-1.1'], { groups: [{ group: 'WG5', state: 'offered' }] }),
    goal('g41', ['2024-1.1'], { groups: [] }),
    // Declined, it is no gap of theirs any more.
    goal('g44', ['2024-1.1'], { groups: [{ group: 'WG5', state: 'declined', why: 'no' }] }),
    goal('g42', ['2024-1.1']),
    goal('g43', ['2024-9.9'], { groups: [accepted('WG5')] }),
  )
  world.assignments.push(
    owed('a40', { goals: ['g43'], group: 'WG5', owner: organisation('unit') }),
    owed('a41', { group: 'WG5' }),
    owed('a42', { owner: lotus }),
  )
  const gaps = find(world)
  expect(named(gapsOfGroup(gaps, 'WG5'))).toStrictEqual({
    ...none,
    points: ['2.2'],
    groups: ['g40'],
    assignments: ['g40'],
    loose: ['a41'],
    owners: ['a40 nobody-represents'],
    sentences: ['g43'],
  })
  expect(named(gapsOfGroup(gaps, 'WG8'))).toStrictEqual({ ...none, assignments: ['g42'], loose: ['a42'] })
  expect(countGaps(gapsOfGroup(gaps, 'WG1'))).toBe(0)
})

import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { OfferFacts } from '../../src/domain/goal/offer-facts.ts'
import type { Acceptance, Goal } from '../../src/domain/goal/rules.ts'
import type { Names } from '../../src/domain/language/rules.ts'
import { gapsOf } from '../../src/domain/plan/gaps.ts'
import type { PointReading } from '../../src/domain/plan/reading/outline.ts'
import type { Plan, PlanArea, Point } from '../../src/domain/plan/rules.ts'
import { type PlanTrace, type TracedGoal, type TracedItem, tracePlan } from '../../src/domain/plan/trace.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { WorkKind } from '../../src/domain/work/kind.ts'
import { kindsOfWork } from '../../src/domain/work/kinds.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'
import type { PlanFacts } from './plan-pictures.ts'

const day = '2024-06-17'
const answeredAt = new Date('2024-04-12T02:00:00Z')
const offeredAt = new Date('2024-04-10T02:00:00Z')

/** The records from which the facts of a plan come. */
type Records = {
  plan: Plan
  goals: Goal[]
  items: WorkItem[]
  assignments: Assignment[]
  kinds: readonly WorkKind[]
  standard: Standard
  group: WorkingGroup
  byNames: Names
  committee: { zh: string; en: string }
}

function factsOf({
  plan,
  goals,
  items,
  assignments,
  kinds,
  standard,
  group,
  byNames,
  committee,
}: Records): PlanFacts {
  const standardsOf = ({ standards }: WorkItem) => standards.map(() => standard)
  const trace = tracePlan({ plan, goals, items, assignments, kinds, standardsOf })
  const bare = tracePlan({ plan, goals: [], items: [], assignments: [], kinds, standardsOf })
  const gaps = gapsOf({
    trace,
    open: assignments.filter(({ state }) => state === 'open'),
    goalIds: new Set(goals.map(({ id }) => id)),
    itemIds: new Set(items.map(({ id }) => id)),
    members: [],
    groups: [group],
    today: day,
  })
  const offerOf = (some: readonly Goal[], state?: Acceptance['state']): OfferFacts => ({
    offer: { id: 'o-1', year: plan.year, group: group.code, offeredAt, by: 'pine' },
    group,
    byNames,
    answerers: [],
    goals: some.flatMap((goal) => {
      const part = goal.groups.find((one) => one.group === group.code)
      if (part === undefined) return []
      const points = plan.areas.flatMap((area) => area.points.filter(({ id }) => goal.points.includes(id)))
      const asked: Acceptance = state === undefined ? part : { group: group.code, state }
      return [{ goal, part: asked, points, ...(asked.by !== undefined && { byNames }) }]
    }),
  })
  return {
    trace,
    bare,
    gaps,
    kinds,
    goals: byName(trace.goals, ({ goal }) => goal.id),
    items: byName(itemsOf(trace), ({ item }) => item.id),
    lead: { id: 'cesi', names: byNames },
    offers: {
      'that waits': offerOf(goals, 'offered'),
      'of one': offerOf(goals.slice(0, 1), 'offered'),
      answered: offerOf(goals),
    },
    committee: {
      id: group.code,
      names: committee,
      formerNames: [],
      zone: 'Asia/Shanghai',
      languages: ['zh-CN', 'en'],
    } satisfies Committee,
    today: day,
  }
}

const itemsOf = ({ goals }: PlanTrace): TracedItem[] => [...new Set(goals.flatMap(({ items }) => items))]
const byName = <T extends TracedGoal | TracedItem>(all: readonly T[], nameOf: (one: T) => string) =>
  Object.fromEntries(all.slice(0, 6).map((one) => [nameOf(one), one]))

/** A plan as a committee has it, its goals in every state. */
export function realisticPlan(standard: Standard, group: WorkingGroup): PlanFacts {
  const lotus = { kind: 'member' as const, id: 'lotus', names: { zh: '示例清荷', en: 'Lotus Sample' } }
  const reading: PointReading = {
    kinds: [{ value: 'training', words: ['培训'] }],
    topics: [{ value: 'data-security', words: ['数据安全'], isOfHeading: true }],
    groups: [{ value: 'WG8', words: ['数据安全'], isOfHeading: true }],
    dates: [{ value: '2024-06-30', words: ['6月底前'] }],
    urgent: ['加快'],
  }
  const point = (number: string, zh: string, en: string, change: Partial<Point> = {}): Point => ({
    id: `2024-${number}`,
    number,
    texts: { zh, en },
    ...change,
  })
  const areas: PlanArea[] = [
    {
      number: 1,
      names: { zh: '加强宣传培训', en: 'Promotion' },
      points: [
        point(
          '1.1',
          '加快数据安全标准宣贯，6月底前举办培训。',
          'Promote data security standards faster, with a training by the end of June.',
          { label: '（一）', place: { unit: 'paragraph', number: 12 }, reading },
        ),
        point('1.2', '开展进校园活动。', 'Hold events at schools.', { under: { zh: '活动', en: 'Events' } }),
      ],
    },
    {
      number: 2,
      names: { zh: '深化国际标准化', en: 'International work' },
      points: [point('2.1', '申办2025年SC 27会议。', 'Bid to host the SC 27 meeting of 2025.')],
    },
    { number: 3, names: { zh: '完善工作机制', en: 'Working system' }, points: [] },
  ]
  const part = (state: Acceptance['state'], why?: string): Acceptance => ({
    group: group.code,
    state,
    ...(state !== 'offered' && { answeredAt, by: 'lotus' }),
    ...(why !== undefined && { why }),
  })
  const goal = (id: string, points: string[], zh: string, en: string, change: Partial<Goal> = {}): Goal => ({
    id,
    year: 2024,
    texts: { zh, en },
    points,
    kinds: ['training'],
    groups: [part('accepted')],
    state: 'open',
    isTouched: true,
    ...change,
  })
  const item = (id: string, zh: string, en: string, change: Partial<WorkItem>): WorkItem => ({
    id,
    titles: { zh, en },
    kind: 'training',
    goals: ['g1'],
    group: group.code,
    standards: [],
    topics: [],
    steps: [],
    planned: [],
    evidence: {},
    state: 'open',
    ...change,
  })
  const owed = (id: string, zh: string, en: string, change: Partial<Assignment>): Assignment => ({
    id,
    titles: { zh, en },
    group: group.code,
    owner: lotus,
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
    ...change,
  })
  return factsOf({
    plan: {
      year: 2024,
      names: { zh: '2024年度工作要点', en: 'Annual Key Working Points 2024' },
      approvedOn: '2024-04-02',
      releasedOn: '2024-04-07',
      areas,
      document: { name: '2024年度工作要点.docx', digest: 'd' },
    },
    goals: [
      goal('g1', ['2024-1.1'], '数据安全标准培训两次', 'Two trainings on data security standards', {
        dueOn: '2024-06-30',
        groups: [part('accepted'), { group: 'WG5', state: 'declined', why: 'WG5 has no trainers' }],
      }),
      goal('g2', ['2024-1.1', '2024-1.2'], '校园活动一次', 'One event at a school', {
        groups: [part('change-asked', 'Two schools, please')],
        kinds: [],
      }),
      goal('g3', ['2024-2.1'], '完成申办', 'Send the bid', { groups: [part('declined', 'No venue')] }),
      goal('g4', ['2024-1.2'], '宣传册', 'A brochure', { state: 'closed' }),
      goal('g5', [], '旧目标', 'An old goal', { state: 'dropped', groups: [] }),
      goal('g6', ['2024-1.2'], '结转的目标', 'A goal that went on', {
        state: 'carried',
        shareAtEnd: 0.4,
        groups: [part('offered')],
        carriedFrom: 'g0',
      }),
    ],
    items: [
      item('w1', '5月培训', 'Training in May', {
        state: 'done',
        doneOn: '2024-05-20',
        lead: 'cesi',
        steps: [{ step: 'held', on: '2024-05-20' }],
        evidence: { day: '2024-05-20', place: '北京', people: '120', link: 'https://example.org/a?b=1&c=2' },
      }),
      item('w2', '6月培训', 'Training in June', {
        topics: ['data-security', '新话题'],
        startsOn: '2024-05-01',
        dueOn: '2024-06-28',
        steps: [{ step: 'prepared', on: '2024-05-10' }],
      }),
      item('w3', '分类分级标准', 'The standard on grading', {
        kind: 'standard',
        standards: ['gb'],
        startsOn: '2024-05-20',
      }),
      item('w4', '申办函', 'The bid', {
        kind: 'hosting-bid',
        goals: ['g3'],
        state: 'done',
        outcome: 'not-awarded',
      }),
      item('w5', '取消的培训', 'A training that was given up', { state: 'dropped' }),
      item('w6', '旧类型', 'Of a kind of old', { kind: 'old-kind', goals: ['g2'] }),
    ],
    assignments: [
      owed('a1', '联系讲师', 'Find a speaker', { items: ['w2'], dueOn: '2024-06-10' }),
      owed('a2', '编写教材', 'Write the course', { goals: ['g1'], state: 'done', doneOn: '2024-05-01' }),
      owed('a3', '无目标的任务', 'Something else', { owner: { kind: 'group', id: 'WG3', names: {} } }),
    ],
    kinds: kindsOfWork,
    standard,
    group,
    byNames: { zh: '示例清荷', en: 'Lotus Sample' },
    committee: { zh: '示例委员会', en: 'Example Committee' },
  })
}

/** The largest plan that anybody could make, every text of it hostile. */
export function largestPlan(
  hostile: (length: number, start?: number) => string,
  standard: Standard,
  group: WorkingGroup,
): PlanFacts {
  const made = new Map<string, string>()
  /** Each text is made once: there are a million. */
  const text = (length: number, start = 0): string => {
    const key = `${length} ${start % 40}`
    const known = made.get(key) ?? hostile(length, start % 40)
    made.set(key, known)
    return known
  }
  const names = (start: number): Names => ({ zh: text(3_000, start), en: text(3_000, start + 5) })
  const found = Array.from({ length: 60 }, (_, at) => ({
    value: text(600, at),
    words: Array.from({ length: 60 }, (_, word) => text(200, word)),
    ...(at % 2 === 1 && { isOfHeading: true as const }),
  }))
  const reading: PointReading = {
    kinds: found,
    topics: found,
    groups: found,
    dates: found.map((one) => ({ ...one, value: '2024-12-24' })),
    urgent: Array.from({ length: 60 }, (_, at) => text(200, at)),
    isUrgentByHeading: true,
  }
  const areas = Array.from(
    { length: 50 },
    (_, area): PlanArea => ({
      number: area + 1,
      names: names(area),
      points: Array.from({ length: area === 0 ? 451 : 1 }, (_, at): Point => {
        const number = `${area + 1}.${at + 1}`
        return {
          id: `2024-${number}`,
          number,
          texts: names(at),
          under: names(at + 1),
          label: text(3_000, at),
          place: { unit: 'row', number: 100_000 },
          reading,
        }
      }),
    }),
  )
  const first = areas[0]?.points.slice(0, 200).map(({ id }) => id) ?? []
  const states: readonly Acceptance['state'][] = [
    'accepted',
    'change-asked',
    'declined',
    'offered',
    'withdrawn',
    'draft',
  ]
  const goals = Array.from(
    { length: 220 },
    (_, at): Goal => ({
      id: `${'g'.repeat(60)}${at}`,
      year: 2024,
      texts: names(at),
      points: at % 3 === 0 ? first : ['2024-1.1'],
      kinds: Array.from({ length: 60 }, (_, kind) => (kind % 2 === 0 ? `k${kind}` : text(600, kind))),
      groups: [
        {
          group: group.code,
          state: states[at % states.length] ?? 'accepted',
          answeredAt,
          by: 'lotus',
          why: text(3_000, at),
        },
        ...Array.from(
          { length: at < 20 ? 2_000 : 0 },
          (_, other): Acceptance => ({
            group: `SWG-ABCDEFGHIJKLMNOPQRSTUVW${other}`,
            state: states[(at + other) % states.length] ?? 'accepted',
            why: text(500, other),
          }),
        ),
      ],
      dueOn: '2024-12-24',
      carriedFrom: text(600, at),
      state: 'open',
      isTouched: true,
    }),
  )
  const goalIds = goals.map(({ id }) => id)
  const kinds = Array.from(
    { length: 60 },
    (_, at): WorkKind => ({
      id: `k${at}`,
      names: names(at),
      words: { zh: [], en: [] },
      steps: Array.from({ length: 30 }, (_, step) => ({
        id: `s${step}`,
        names: names(step),
        withinDays: 3_650,
      })),
      evidence: Array.from({ length: 30 }, (_, field) => ({
        id: `e${field}`,
        names: names(field),
        type: 'text' as const,
        isRequired: true,
      })),
      counters: [],
      outcomes: [{ id: 'o', names: names(3), isAchieved: true }],
      makesStandard: true,
    }),
  )
  const items = Array.from(
    { length: 200 },
    (_, at): WorkItem => ({
      id: `${'w'.repeat(60)}${at}`,
      titles: names(at),
      kind: at === 5 ? text(600) : `k${at % 60}`,
      goals: at < 20 ? goalIds : goalIds.slice(0, 2),
      group: group.code,
      lead: 'cesi',
      standards: Array.from({ length: 60 }, (_, index) => String(index)),
      topics: Array.from({ length: 60 }, (_, topic) => text(600, topic)),
      startsOn: '2024-05-01',
      dueOn: '2024-12-24',
      steps: at % 2 === 0 ? [] : [{ step: 's1', on: '2024-12-24', note: text(3_000) }],
      planned: at % 2 === 0 ? [{ step: 's1', on: '2024-12-30' }] : [],
      evidence:
        at % 2 === 0
          ? {}
          : Object.fromEntries(Array.from({ length: 30 }, (_, field) => [`e${field}`, text(500, field)])),
      outcome: 'o',
      state: 'open',
    }),
  )
  const assignments = Array.from(
    { length: 500 },
    (_, at): Assignment => ({
      id: `a-${at}`,
      titles: names(at),
      group: group.code,
      owner: { kind: 'organisation', id: 'o', names: names(at) },
      dueOn: '2024-06-01',
      state: 'open',
      standards: [],
      goals: at % 2 === 0 ? goalIds.slice(0, 2) : [],
      items: at % 2 === 0 ? [] : items.slice(0, 5).map(({ id }) => id),
      life: {},
    }),
  )
  const loose = Array.from(
    { length: 50 },
    (_, at): Assignment => ({
      ...(assignments[0] as Assignment),
      id: `l-${at}`,
      titles: names(at),
      goals: [],
      items: [],
      life: {},
    }),
  )
  return factsOf({
    plan: {
      year: 2024,
      names: names(1),
      approvedOn: '2024-04-02',
      releasedOn: '2024-04-07',
      areas,
      document: { name: text(3_000, 2), digest: 'd' },
    },
    goals,
    items,
    assignments: [...assignments, ...loose],
    kinds,
    standard,
    group,
    byNames: names(4),
    committee: { zh: text(600), en: text(600) },
  })
}

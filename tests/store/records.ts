import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { NewAuditEntry } from '../../src/domain/audit/rules.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { Goal, Offer } from '../../src/domain/goal/rules.ts'
import type { Member, Organisation } from '../../src/domain/member/rules.ts'
import type { PlanChange } from '../../src/domain/plan/change.ts'
import type { PlanDraft } from '../../src/domain/plan/draft.ts'
import type { Plan } from '../../src/domain/plan/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { NewNotice, Store, StoredSchedule } from '../../src/domain/store.ts'
import type { WorkItem } from '../../src/domain/work/rules.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'

/** For each noun a value with every key it may have, and one with none but those it must have. */

export const committee: Committee = {
  kinds: [
    {
      id: 'own',
      names: { en: 'Own' },
      words: { zh: [], en: ['own'] },
      steps: [],
      evidence: [],
      counters: [],
    },
  ],
  id: 'tc900',
  names: { zh: '全国示例标准化技术委员会', en: 'Example Committee', zhIsTranslation: true },
  shortNames: { zh: '例标委' },
  formerNames: ['旧名"，\\', 'Old name, {with} braces'],
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  languages: ['zh-CN', 'en'],
  channel: '#secretariat',
}
export const bareCommittee: Committee = {
  id: 'tc901',
  names: { en: 'Bare' },
  formerNames: [],
  zone: 'UTC',
  languages: ['en'],
}

export const group: WorkingGroup = {
  isClosed: true,
  scope: ['data-security'],
  code: 'WG8',
  kind: 'WG',
  names: { zh: '数据安全', en: 'Data Security' },
  from: '2016',
  until: '2026-04',
  predecessor: 'SWG-BDS',
  channel: '#wg8-data-security',
  channelId: 'C0000008',
  zone: 'Asia/Shanghai',
  calendar: 'DE-BY',
  language: 'zh-CN',
}
export const bareGroup: WorkingGroup = {
  code: 'SWG-BDS',
  kind: 'SWG',
  names: { en: 'Big Data' },
  zone: 'UTC',
  language: 'en',
}

export const organisation: Organisation = { id: 'example-university', names: { zh: '示例大学' } }

export const member: Member = {
  id: 'm-one',
  names: { zh: '例一', en: 'One Example' },
  organisation: 'example-university',
  email: 'One@Example.org',
  slackId: 'U0000001',
  language: 'zh-CN',
  zone: 'Europe/Berlin',
  roles: [
    { role: 'member', group: 'WG8', from: '2024-01-01', until: '2026-12-31' },
    { role: 'convenor', group: 'WG8' },
    { role: 'secretariat' },
  ],
}
export const bareMember: Member = { id: 'm-two', names: { en: 'Two Example' }, roles: [] }

export const plan: Plan = {
  year: 2024,
  names: { zh: '工作要点', en: 'Key points' },
  approvedOn: '2024-04-02',
  releasedOn: '2024-04-07',
  areas: [
    {
      number: 1,
      names: { en: 'First' },
      points: [
        {
          id: '2024-1.1',
          number: '1.1',
          texts: { zh: '开展培训。' },
          under: { zh: '宣传' },
          label: '（一）',
          place: { unit: 'paragraph', number: 7 },
          reading: {
            kinds: [{ value: 'training', words: ['培训'] }],
            topics: [],
            groups: [],
            dates: [],
            urgent: [],
          },
        },
      ],
    },
    { number: 2, names: { en: 'Second' }, points: [] },
  ],
  document: { name: 'plan.docx', digest: 'd1' },
}
export const draft: PlanDraft = {
  id: 'd-1',
  plan,
  left: 3,
  revision: 1,
  state: 'open',
  madeAt: new Date('2026-01-05T01:00:00Z'),
  by: 'm-one',
}

export const change: Omit<PlanChange, 'id'> = {
  year: 2024,
  kind: 'goal-changed',
  subject: 'g1',
  before: { zh: '旧' },
  after: { zh: '新' },
  why: 'because',
  touched: ['w1', 'a-1'],
  by: 'm-one',
  at: new Date('2026-01-06T01:00:00Z'),
}

export const offer: Offer = {
  id: 'o-1',
  year: 2024,
  group: 'WG8',
  offeredAt: new Date('2026-01-05T02:00:00Z'),
  by: 'm-one',
}

export const goal: Goal = {
  id: 'g1',
  year: 2024,
  texts: { zh: '目标' },
  points: ['2024-1.1'],
  kinds: ['training'],
  groups: [
    { group: 'SWG-BDS', state: 'draft' },
    {
      group: 'WG8',
      state: 'declined',
      offer: 'o-1',
      answeredAt: new Date('2026-01-05T03:00:00Z'),
      by: 'm-one',
      why: 'no hands',
    },
  ],
  former: [
    {
      group: 'WG8',
      state: 'change-asked',
      offer: 'o-0',
      answeredAt: new Date('2026-01-04T03:00:00Z'),
      by: 'm-one',
      why: 'two schools',
    },
  ],
  dueOn: '2026-12-31',
  state: 'carried',
  shareAtEnd: 0.45,
  owedAtEnd: { done: 2, of: 5 },
  partsAtEnd: [{ id: 'w1', share: 0.45 }],
  carriedFrom: 'g0',
  isTouched: true,
}
export const bareGoal: Goal = {
  id: 'g2',
  year: 2024,
  texts: { en: 'Goal' },
  points: [],
  kinds: [],
  groups: [],
  state: 'dropped',
  isTouched: false,
}

export const item: WorkItem = {
  id: 'w1',
  titles: { zh: '培训' },
  kind: 'training',
  goals: ['g1'],
  group: 'WG8',
  lead: 'example-university',
  standards: ['gbt-43697'],
  topics: ['data-security'],
  startsOn: '2026-01-05',
  dueOn: '2026-06-30',
  steps: [{ step: 'held', on: '2026-05-01', by: 'm-one', note: 'well' }],
  planned: [{ step: 'told', on: '2026-06-01' }],
  evidence: { people: '40' },
  outcome: 'done',
  state: 'done',
  doneOn: '2026-05-01',
}
export const bareItem: WorkItem = {
  id: 'w2',
  titles: { en: 'Study' },
  kind: 'study',
  goals: [],
  group: 'WG8',
  standards: [],
  topics: [],
  steps: [],
  planned: [],
  evidence: {},
  state: 'open',
}

export const barePlan: Plan = { year: 2023, names: { en: 'Earlier' }, areas: [] }

export const standard: Standard = {
  id: 'gbt-43697',
  designation: 'GB/T 43697-2024',
  otherNames: ['20230253-T-469'],
  project: '20230253',
  titles: { zh: '数据安全技术 数据分类分级规则', en: 'Rules for data classification and grading' },
  stages: 'gb',
  stage: '60',
  stageSince: '2024-03-15',
  asOf: '2024-04',
  source: 'portal',
  plannedOn: '2023-03-21',
  extendedTo: '2025-03-21',
  fast: true,
  targetOn: '2027-02-28',
  group: 'WG8',
  lead: 'example-university',
  publishedOn: '2024-03-15',
  effectiveOn: '2024-10-01',
  replaces: ['GB/T 1-2000'],
  twins: [{ designation: 'ISO/IEC 1:2020', relation: 'based-on' }],
  topics: ['data-security'],
  url: 'https://example.org/43697',
  history: [
    { stage: '20', on: '2022' },
    { stage: '30', on: '2023-05' },
  ],
}
export const bareStandard: Standard = {
  id: 'iso-27090',
  designation: 'ISO/IEC DIS 27090',
  otherNames: [],
  titles: { en: 'Cybersecurity' },
  stages: 'iso',
  stage: '40.20',
  asOf: '2025',
  source: 'list',
  replaces: [],
  twins: [],
  topics: [],
  history: [],
}

export const assignment: Assignment = {
  id: 'a-1',
  titles: { zh: '意见', en: 'Comments' },
  group: 'WG8',
  owner: { kind: 'member', id: member.id, names: member.names, slackId: 'U0000001' },
  dueOn: '2026-12-01',
  state: 'done',
  doneOn: '2026-11-20',
  standards: ['GB/T 43697-2024'],
  goals: ['g1'],
  items: ['w1'],
  life: {},
  evidence: 'https://example.org/comments',
}
export const bareAssignment: Assignment = {
  id: 'a-2',
  titles: { en: 'Minutes' },
  group: 'WG8',
  owner: { kind: 'member', id: bareMember.id, names: bareMember.names },
  state: 'open',
  standards: [],
  goals: [],
  items: [],
  life: {},
}

export const schedule: StoredSchedule = {
  group: 'WG8',
  kind: 'reminder',
  cron: '0 9 * * 1',
  zone: 'Asia/Shanghai',
  activeSince: new Date('2026-11-01T00:00:00.123Z'),
  setBy: 'm-one',
  everyWeeks: { count: 2, from: '2026-11-02' },
  isOff: true,
}
export const bareSchedule: StoredSchedule = {
  group: 'WG8',
  kind: 'digest',
  cron: '0 16 * * 5',
  zone: 'UTC',
  activeSince: new Date('2026-11-01T00:00:00Z'),
}

/** A pending notice of WG8, due at its slot; `day` is the day of November 2026. */
export function newNotice(id: string, day: number, change: Partial<NewNotice> = {}): NewNotice {
  const slotAt = new Date(Date.UTC(2026, 10, day, 1))
  const slotOn = slotAt.toISOString().slice(0, 10)
  return {
    id,
    kind: 'reminder',
    group: 'WG8',
    period: slotOn,
    slotAt,
    slotOn,
    assignments: [],
    state: 'pending',
    dueAt: slotAt,
    createdAt: slotAt,
    ...change,
  }
}

/** The secretariat's report of the reminders of that day, pending. */
export function newReport(id: string, day: number, change: Partial<NewNotice> = {}): NewNotice {
  const { group: _, ...report } = newNotice(id, day, { kind: 'reminder-report' })
  return { ...report, ...change }
}

/** What is to be told of moves to the member `m-one` on that day, pending. */
export function newMoves(id: string, day: number, change: Partial<NewNotice> = {}): NewNotice {
  const { group: _, ...moves } = newNotice(id, day, { kind: 'moves', member: 'm-one', period: id })
  return { ...moves, ...change }
}

/** Puts the committee, its groups, an organisation and two members, to which everything else refers. */
export async function settleIn(store: Store): Promise<void> {
  await store.transaction(async (store) => {
    await store.committee.put(committee)
    await store.groups.put(group)
    await store.groups.put(bareGroup)
    await store.organisations.put(organisation)
    await store.members.put(member)
    await store.members.put(bareMember)
  })
}

/** Puts groups `G1`, `G2` … each with a channel of its own. */
export async function putGroups(store: Store, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => `G${index + 1}`)
  for (const code of codes)
    await store.groups.put({ ...bareGroup, code, channelId: `C${code}`, channel: `#${code.toLowerCase()}` })
  return codes
}

export const auditEntry: NewAuditEntry = {
  subject: { kind: 'assignment', id: 'a-1' },
  what: 'accept',
  at: new Date('2024-05-04T03:02:01.100Z'),
  via: 'button',
  before: {},
  after: {},
}

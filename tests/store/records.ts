import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { Committee } from '../../src/domain/committee/rules.ts'
import type { Member, Organisation } from '../../src/domain/member/rules.ts'
import type { Plan } from '../../src/domain/plan/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { NewNotice, Store, StoredSchedule } from '../../src/domain/store.ts'
import type { WorkingGroup } from '../../src/domain/working-group/rules.ts'

/** For each noun a value with every key it may have, and one with none but those it must have. */

export const committee: Committee = {
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
    { number: 1, names: { en: 'First' }, goals: [{ id: 'g1', texts: { zh: '目标' }, groups: ['WG8'] }] },
    { number: 2, names: { en: 'Second' }, goals: [] },
  ],
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
}
export const bareAssignment: Assignment = {
  id: 'a-2',
  titles: { en: 'Minutes' },
  group: 'WG8',
  owner: { kind: 'member', id: bareMember.id, names: bareMember.names },
  state: 'open',
  standards: [],
  goals: [],
}

export const schedule: StoredSchedule = {
  group: 'WG8',
  kind: 'reminder',
  cron: '0 9 * * 1',
  zone: 'Asia/Shanghai',
  activeSince: new Date('2026-11-01T00:00:00.123Z'),
  setBy: 'm-one',
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

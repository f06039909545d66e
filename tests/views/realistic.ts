import type { Assignment } from '../../src/domain/assignment/rules.ts'
import type { MovedStandard } from '../../src/domain/follow/rules.ts'
import type { Member } from '../../src/domain/member/rules.ts'
import type { Notice } from '../../src/domain/notice/rules.ts'
import type { RunLine, RunReport } from '../../src/domain/run/rules.ts'
import type { Standard } from '../../src/domain/standard/rules.ts'
import type { StandardCard } from '../../src/domain/standard/service.ts'
import type { Facts } from './gallery.ts'
import { realisticPlan } from './plan-facts.ts'
import { driftingIn, twinCard, twinFacts } from './twin-facts.ts'
import { project } from './way-of-a-standard.ts'

/** Facts as a committee has them. */

const lotus = { kind: 'member' as const, id: 'lotus', names: { zh: '示例清荷', en: 'Lotus Sample' } }
const bank = { kind: 'organisation' as const, id: 'bank', names: { zh: '假想银行', en: 'Imaginary Bank' } }
const whole = { kind: 'group' as const, id: 'WG8', names: { zh: '数据安全工作组', en: 'Data Security' } }

function work(id: string, zh: string, en: string, change: Partial<Assignment> = {}): Assignment {
  return {
    id,
    titles: { zh, en },
    group: 'WG8',
    owner: lotus,
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
    ...change,
  }
}

const published: Standard = {
  id: 'gb-t-43697-2024',
  designation: 'GB/T 43697-2024',
  otherNames: ['20230253-T-469'],
  titles: {
    zh: '数据安全技术 数据分类分级规则',
    en: 'Data security technology — Rules for data classification and grading',
  },
  stages: 'gb',
  stage: '60',
  stageSince: '2024-03-15',
  asOf: '2025-12',
  source: 'openstd.samr.gov.cn',
  group: 'WG8',
  lead: 'cesi',
  effectiveOn: '2024-10-01',
  replaces: ['GB/T 1-2000'],
  twins: [],
  topics: [],
  url: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=1&refer=x',
  history: [],
}
const draft: Standard = {
  id: 'iso-iec-dis-27003',
  designation: 'ISO/IEC DIS 27003',
  otherNames: [],
  titles: { en: 'Information security management systems — Guidance' },
  stages: 'iso',
  stage: '40.20',
  asOf: '2026-03-01',
  source: 'iso.org',
  targetOn: '2026-12-24',
  replaces: [],
  twins: [{ designation: 'GB/T 31496-2023', relation: 'modified' }],
  topics: [],
  history: [],
}
const withdrawn: Standard = {
  ...published,
  id: 'gb-t-22239-2008',
  designation: 'GB/T 22239-2008',
  stage: '95',
  titles: { zh: '信息安全技术 信息系统安全等级保护基本要求' },
  otherNames: [],
  replaces: [],
}

const group: Facts['group'] = {
  code: 'WG8',
  kind: 'WG',
  names: { zh: '数据安全工作组', en: 'Data Security', zhIsTranslation: true },
  from: '2016',
  until: '2030-04',
  predecessor: 'SWG-BDS',
  channel: '#wg8-data-security',
  channelId: 'C0000008',
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
}

/** The part of a group, of which only the code, the name and the channel are read. */
function part(code: string, change: Partial<RunLine> = {}, of: Partial<Facts['group']> = {}): RunLine {
  const names = { zh: `${code} 工作组`, en: `Group ${code}` }
  const channel = `#${code.toLowerCase()}`
  const own: Facts['group'] = { code, kind: 'WG', names, channel, zone: group.zone, language: 'zh-CN', ...of }
  return { notice: `n-${code}`, group: own, ...change }
}

const nobody: RunReport = {
  kind: 'reminder',
  on: '2026-11-23',
  said: [],
  silent: [],
  unreached: [],
  ambiguous: [],
  waiting: [],
}
const silent = [
  part('WG4', { why: 'nothing-due' }),
  part('WG6', { why: 'no-open-assignments' }),
  part('WG7', { why: 'nothing-due' }),
]

const reports: Facts['reports'] = {
  'all well': { ...nobody, said: ['WG1', 'WG3', 'WG5', 'WG8'].map((code) => part(code)), silent },
  'one in trouble': {
    ...nobody,
    kind: 'digest',
    on: '2026-11-20',
    said: ['WG1', 'WG3', 'WG5'].map((code) => part(code)),
    unreached: [part('WG8', { why: 'not_in_channel' }, group)],
  },
  'something of everything': {
    ...nobody,
    said: [part('WG1'), part('WG3', { saidOn: '2026-11-24' })],
    silent: [
      ...silent,
      part('WG10', { why: 'no-channel' }),
      part('WG11', { why: 'superseded' }),
      part('WG12', { why: 'dropped' }),
    ],
    unreached: [
      part('WG13', { why: 'channel_not_found' }),
      part('WG14', { why: 'is_archived' }),
      part('WG15', { why: 'restricted_action_read_only_channel' }),
      part('WG16', { why: 'invalid_blocks; must be less than 151 characters' }),
      part('WG17', { why: 'bug: Cannot read properties of undefined' }),
      part('WG18', { why: 'too-late' }),
    ],
    ambiguous: [part('WG19', { why: 'no_metadata' }), part('WG20', { why: 'missing_scope' })],
    waiting: [
      part('WG21', { why: 'ratelimited' }),
      part('WG22', { why: 'token_revoked' }),
      part('WG23', { why: 'no_answer' }),
      part('WG24'),
    ],
  },
}

const subject: Notice = {
  id: 'n-1',
  kind: 'reminder',
  group: 'WG8',
  period: '2026-11-23',
  slotAt: new Date('2026-11-23T01:00:00Z'),
  slotOn: '2026-11-23',
  assignments: [],
  state: 'ambiguous',
  attempts: 3,
  createdAt: new Date('2026-11-23T01:00:00Z'),
  revision: 0,
  shownRevision: 0,
  uncertainSince: new Date('2026-11-23T01:00:10Z'),
  strays: [],
  mayRepeat: false,
}
const { group: _wg8, ...ofNobody } = subject
const ofLotus: Notice = { ...ofNobody, kind: 'moves', member: 'lotus', period: '17' }
const lotusMember: Member = { id: 'lotus', names: lotus.names, roles: [] }
const decidedAt = new Date('2026-11-23T02:00:00Z')
const pine = { zh: '示例青松', en: 'Pine Sample' }

const questions: Facts['questions'] = {
  'in doubt, no metadata': { subject: { ...subject, reason: 'no_metadata' }, group },
  'in doubt, no scope': { subject: { ...subject, reason: 'missing_scope' }, group },
  'in doubt, too many since': { subject: { ...subject, reason: 'too_many_messages' }, group },
  'in doubt, out of the channel': { subject: { ...subject, reason: 'not_in_channel' }, group },
  'in doubt, a report': {
    subject: {
      ...subject,
      kind: 'digest-report',
      period: '2026-11-20',
      slotOn: '2026-11-20',
      reason: 'http_500',
    },
  },
  'failed, by hand': {
    subject: { ...subject, kind: 'digest', period: 'by-hand-1', state: 'failed', reason: 'is_archived' },
    group,
  },
  'asked to say it again': {
    subject: { ...subject, state: 'sending' },
    group,
    decided: { word: 'retry', at: decidedAt, names: pine },
  },
  'seen there': {
    subject: { ...subject, state: 'sent' },
    group,
    decided: { word: 'keep', at: decidedAt, names: pine },
  },
  'let go': {
    subject: { ...subject, state: 'withdrawn', reason: 'dropped' },
    group,
    decided: { word: 'drop', why: '已在会上口头通知 (told at the meeting)', at: decidedAt, names: pine },
  },
  'in doubt, in person': {
    subject: { ...ofLotus, state: 'ambiguous', reason: 'missing_scope' },
    member: lotusMember,
  },
  'failed, in person': {
    subject: { ...ofLotus, state: 'failed', reason: 'user_disabled' },
    member: lotusMember,
  },
  'failed in person, for another reason': {
    subject: { ...ofLotus, state: 'failed', reason: 'too-late' },
    member: lotusMember,
  },
  'let go by the operator': {
    subject: { ...subject, state: 'withdrawn', reason: 'dropped' },
    group,
    decided: { word: 'drop', at: decidedAt },
  },
}

function moved(of: Standard, change: Partial<MovedStandard> = {}): MovedStandard {
  const { id, designation, titles, stages, stage } = of
  return { standard: id, designation, titles, stages, to: stage, isCorrection: false, ...change }
}
const byStandard = { kind: 'standard' as const, value: published.id, name: published.designation }
const byTopic = { kind: 'topic' as const, value: 'data-security', name: 'data-security' }

const moves: Facts['moved'] = {
  one: { standards: [moved(published, { from: '50', on: '2024-03-15' })], by: [byStandard] },
  'several, by a topic too': {
    standards: [
      moved(published, { from: '50', on: '2024-03' }),
      moved(draft, { from: '30.60' }),
      moved(withdrawn, { from: '60', on: '2026' }),
    ],
    by: [byStandard, byTopic],
  },
  corrected: {
    standards: [moved(draft, { from: '40.60', isCorrection: true, why: '误读了 <ISO> 的页面' })],
    by: [byTopic],
  },
  'its day corrected': {
    standards: [moved(draft, { from: '40.20', on: '2026-11-02', isCorrection: true })],
    by: [byStandard],
  },
  'corrected, beside a move': {
    standards: [moved(draft, { from: '40.60', isCorrection: true }), moved(published, { from: '50' })],
    by: [byTopic],
  },
  'without a stage before': { standards: [moved(published)], by: [byTopic] },
}

/** A record that has to do with no other. */
const alone: StandardCard['relations'] = {
  otherNames: [],
  replaces: [],
  editions: [],
  supersededBy: [],
  toBeSupersededBy: [],
  supplements: [],
  parts: undefined,
}

export const realistic: Facts = {
  group,
  groups: [
    group,
    {
      code: 'SWG-ETS',
      kind: 'SWG',
      names: { zh: '新技术安全标准特别工作组', en: 'Emerging Technologies' },
      zone: 'Asia/Shanghai',
      language: 'zh-CN',
    },
  ],
  assignments: [
    work('a1', '核对数据安全风险评估方法与等级保护测评要求的术语', 'Check the terms of the risk assessment', {
      dueOn: '2026-10-30',
    }),
    work('a2', '提交GB/T 35273复审的书面意见', 'Send comments on GB/T 35273', { dueOn: '2026-11-22' }),
    work('a3', '汇总GB/T 43697实施情况的反馈意见', 'Gather the feedback on GB/T 43697', {
      dueOn: '2026-11-23',
    }),
    work('a4', '准备国家意见', 'Prepare the national position', { dueOn: '2026-11-24', owner: bank }),
    work('a5', '报名参加宣贯会', 'Sign up for the seminar', { dueOn: '2026-12-07', owner: whole }),
    work('a6', '编写白皮书提纲', 'Outline the white paper', { dueOn: '2027-01-15' }),
    work('a7', '收集案例', 'Collect examples of use'),
    work('a8', '整理纪要', 'Write the minutes', { dueOn: '2026-11-20', state: 'done', doneOn: '2026-11-18' }),
  ],
  moves: [
    {
      id: 1,
      kind: 'move',
      state: 'accepted',
      standard: draft.id,
      designation: draft.designation,
      titles: draft.titles,
      stages: 'iso',
      from: '30.60',
      to: '40.20',
      on: '2026-11-19',
      recordedAt: new Date('2026-11-20T00:00:00Z'),
    },
    {
      id: 2,
      kind: 'move',
      state: 'accepted',
      standard: published.id,
      designation: published.designation,
      titles: published.titles,
      stages: 'gb',
      to: '60',
      recordedAt: new Date('2026-11-20T00:00:00Z'),
    },
    {
      id: 3,
      kind: 'correction',
      corrects: 1,
      state: 'accepted',
      standard: withdrawn.id,
      designation: withdrawn.designation,
      titles: withdrawn.titles,
      stages: 'gb',
      from: '60',
      to: '95',
      recordedAt: new Date('2026-11-20T00:00:00Z'),
    },
  ],
  drifting: driftingIn(twinFacts),
  people: [
    { id: 'lotus', names: lotus.names, roles: [] },
    { id: 'oriole', names: { zh: '示例黄鹂', en: 'Oriole Sample' }, roles: [] },
  ],
  cards: {
    'in force': {
      standard: published,
      group,
      lead: { id: 'cesi', names: { zh: '中国电子技术标准化研究院', en: 'CESI' } },
      twins: [],
      relations: { ...alone, otherNames: published.otherNames, replaces: published.replaces },
    },
    'asked by a former name': {
      standard: published,
      twins: [],
      relations: { ...alone, otherNames: published.otherNames, replaces: published.replaces },
      asked: { how: 'former-name', name: '20220787-T-469' },
    },
    'asked by a stage that it has not come to': {
      standard: draft,
      twins: [],
      relations: { ...alone, otherNames: ['ISO/IEC CD 27003'], inForce: published },
      asked: { how: 'not-on-record', name: 'ISO/IEC FDIS 27003' },
    },
    'asked by an edition that it replaced': {
      standard: published,
      twins: [],
      relations: { ...alone, revision: draft, supplements: [draft, withdrawn] },
      asked: { how: 'replaced-edition', name: 'GB/T 43697-2014' },
    },
    'asked by an edition that it is to replace': {
      standard: draft,
      twins: [],
      relations: { ...alone, parts: { series: 'ISO/IEC 27003', standards: [published] } },
      asked: { how: 'replaced-edition', name: 'ISO/IEC 27003:2017' },
    },
    'superseded, and again': {
      standard: { ...published, designation: 'GB/T 43697-2014' },
      twins: [],
      relations: {
        ...alone,
        editions: [withdrawn, published, { ...published, designation: 'GB/T 43697-2026' }],
        supersededBy: [published],
      },
    },
    'to be superseded': {
      standard: published,
      twins: [],
      relations: {
        ...alone,
        base: withdrawn,
        toBeSupersededBy: [{ ...published, designation: 'GB/T 43697-2026', effectiveOn: '2027-02-01' }],
      },
    },
    'draft with a target': {
      standard: draft,
      twins: [],
      relations: alone,
    },
    'draft whose target was missed': {
      standard: { ...draft, targetOn: '2026-11-01' },
      twins: [],
      relations: alone,
    },
    'behind its twin': twinCard('GB/T 29246-2023'),
    'whose former edition was adopted': twinCard('ISO/IEC 27000:2026'),
    'whose twin is balloted': twinCard('GB/T 31496-2023'),
    'in a ballot abroad': twinCard('ISO/IEC DIS 27003'),
    'resting on a draft that moved on': twinCard('20261234-T-469'),
    'adopted as it stands': twinCard('ISO/IEC 7:2020'),
    'with a twin that is not on record': twinCard('GB/T 8-2020'),
    'taken into a draft abroad': twinCard('GB/T 32918.2-2016'),
    'taking in a national text': twinCard('ISO/IEC CD 14888-5'),
    withdrawn: { standard: withdrawn, twins: [], relations: alone },
  },
  hits: [published, draft, withdrawn],
  total: 41,
  typed: '数据 security <GB&T>',
  committee: { zh: '全国网络安全标准化技术委员会', en: 'SAC/TC260 Cybersecurity' },
  reports,
  questions,
  moved: moves,
  followed: [
    { kind: 'standard', standard: published },
    { kind: 'topic', topic: 'data-security', count: 14 },
    { kind: 'topic', topic: 'ai', count: 1 },
    { kind: 'topic', topic: 'gone', count: 0 },
    { kind: 'standard', standard: draft },
  ],
  project: {
    standard: project({ plannedOn: '2025-07-01', targetOn: '2026-12-05' }),
    why: '会议纪要第 4 号',
    names: { lotus: lotus.names, pine: { zh: '示例青松', en: 'Pine Sample' } },
    times: 1,
  },
  plan: realisticPlan(published, group),
}

import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { assignmentsFile, committeeFile } from '../../config/committee.ts'

/** Every fault as "where: what", in the order in which it is told. */
function faultsOf(schema: z.ZodType, file: unknown): string[] {
  const result = schema.safeParse(file)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const group = { code: 'WG8', kind: 'WG', name: { en: 'Data Security' } }
const member = { id: 'pine', name: { zh: '示例青松' } }
const goal = { id: 'goal-1', text: { en: 'Make a standard' } }
const committee = { id: 'tc', name: { en: 'A committee' }, zone: 'Asia/Shanghai', languages: ['zh-CN'] }

function committeeWith(changes: object = {}): object {
  return { committee, groups: [group], organisations: [], members: [member], ...changes }
}
const withGroup = (changes: object) => committeeWith({ groups: [{ ...group, ...changes }] })
const withMember = (changes: object) => committeeWith({ members: [{ ...member, ...changes }] })
const withRole = (role: object) => withMember({ roles: [role] })
const withCommittee = (changes: object) => committeeWith({ committee: { ...committee, ...changes } })
const withAreas = (...areas: object[]) =>
  committeeWith({ plans: [{ year: 2024, title: { en: 'A plan' }, areas }] })

describe('a committee file', () => {
  test('that holds is filled with its defaults', () => {
    const read = committeeFile.parse(committeeWith())
    expect(read.groups[0]?.schedules).toEqual({})
    expect(read.groups[0]?.name).toEqual({ en: 'Data Security', zhIsTranslation: false })
    expect(read.members[0]?.roles).toEqual([])
    expect([read.plans, read.committee.formerNames]).toEqual([[], []])
  })

  test('may be vague about the past, and reads a bare year as a year', () => {
    const read = committeeFile.parse(withGroup({ from: 2016, until: '2024-03' }))
    expect(read.groups[0]).toMatchObject({ from: '2016', until: '2024-03' })
  })

  test.each([
    { from: '2024', until: '2024-03' },
    { from: '2024-03', until: '2024' },
    { from: '2024-03-01', until: '2024-03-01' },
  ])('lets a group end no earlier than it began: $from to $until', (term) => {
    expect(faultsOf(committeeFile, withGroup(term))).toEqual([])
  })

  const faults: [string, object, string][] = [
    ['an unknown field', withMember({ nick: 'P' }), 'members.0: Unrecognized key: "nick"'],
    ['an unknown zone', withCommittee({ zone: 'Asia/Peking' }), 'committee.zone: is not an IANA time zone'],
    ['a calendar of no country', withCommittee({ calendar: 'XX' }), 'committee.calendar: is not a calendar'],
    ['a calendar in words', withCommittee({ calendar: 'China' }), 'committee.calendar: is not a calendar'],
    ['a group’s odd calendar', withGroup({ calendar: 'de' }), 'groups.0.calendar: is not a calendar'],
    ['an offset for a zone', withMember({ zone: '+08:00' }), 'members.0.zone: is not an IANA time zone'],
    ['no language', withCommittee({ languages: [] }), 'committee.languages: Too small'],
    ['an unknown language', withMember({ language: 'zh' }), 'members.0.language: Invalid option'],
    ['a name in no language', withGroup({ name: {} }), 'groups.0.name: needs zh, en or both'],
    ['an empty name', withMember({ name: { en: ' ' } }), 'members.0.name.en: Too small'],
    ['a spaced id', withMember({ id: 'Pine S' }), 'members.0.id: is not an id'],
    ['a group code in Chinese', withGroup({ code: '八' }), 'groups.0.code: is not a group code'],
    ['an unknown kind of group', withGroup({ kind: 'SC' }), 'groups.0.kind: Invalid option'],
    ['a channel without its #', withGroup({ channel: 'wg8' }), 'groups.0.channel: is not a channel'],
    [
      'a day that no month has',
      withRole({ role: 'member', from: '2026-02-30' }),
      'members.0.roles.0.from: is not a',
    ],
    ['a month that no year has', withGroup({ from: '2026-13' }), 'groups.0.from: is not YYYY'],
    [
      'an end before the beginning',
      withGroup({ from: 2026, until: 2025 }),
      'groups.0.until: "2025" is before "2026"',
    ],
    [
      'a role that ends before it begins',
      withRole({ role: 'chair', from: '2026-02-01', until: '2026-01-31' }),
      'members.0.roles.0.until: "2026-01-31" is before "2026-02-01"',
    ],
    [
      'a cron expression of six fields',
      withGroup({ schedules: { digest: '0 0 16 * * 5' } }),
      'groups.0.schedules.digest: is not a cron expression of five fields',
    ],
    [
      'a word for a cron expression',
      withGroup({ schedules: { reminder: '@weekly' } }),
      'groups.0.schedules.reminder: is',
    ],
    ['an address that is none', withMember({ email: 'pine@' }), 'members.0.email: Invalid email'],
    ['a Slack name for its id', withMember({ slack: '@pine' }), 'members.0.slack: is not a Slack user id'],
    ['an unknown role', withRole({ role: 'boss' }), 'members.0.roles.0.role: Invalid option'],
    [
      'a convenor of nothing',
      withRole({ role: 'convenor' }),
      'members.0.roles.0.group: a convenor needs a group',
    ],
    [
      'a representative of nobody',
      withRole({ role: 'representative' }),
      'members.0.roles.0.role: a representative needs an organisation of their own',
    ],
    ['a deputy of nothing', withRole({ role: 'deputy' }), 'members.0.roles.0.group: a deputy needs a group'],
    [
      'a role in a group that is not there',
      withRole({ role: 'member', group: 'WG9' }),
      'members.0.roles.0.group: "WG9" is not a group of this file',
    ],
    [
      'a predecessor that is not there',
      withGroup({ predecessor: 'SWG-BDS' }),
      'groups.0.predecessor: "SWG-BDS" is not a group of this file',
    ],
    [
      'an organisation that is not there',
      withMember({ organisation: 'cesi' }),
      'members.0.organisation: "cesi" is not an organisation of this file',
    ],
    [
      'a group twice, in whatever letters',
      committeeWith({ groups: [group, { ...group, code: 'wg8' }] }),
      'groups.1.code: "wg8" is already used by groups[0]',
    ],
    [
      'an organisation twice',
      committeeWith({
        organisations: [
          { id: 'a', name: { en: 'A' } },
          { id: 'a', name: { en: 'B' } },
        ],
      }),
      'organisations.1.id: "a" is already used by organisations[0]',
    ],
    [
      'a member twice',
      committeeWith({ members: [member, member] }),
      'members.1.id: "pine" is already used by members[0]',
    ],
    [
      'one address for two members',
      committeeWith({
        members: [
          { ...member, email: 'a@example.org' },
          { ...member, id: 'oak', email: 'A@example.org' },
        ],
      }),
      'members.1.email: "A@example.org" is already used by members[0]',
    ],
    [
      'one Slack account for two members',
      committeeWith({
        members: [
          { ...member, slack: 'U0001' },
          { ...member, id: 'oak', slack: 'U0001' },
        ],
      }),
      'members.1.slack: "U0001" is already used by members[0]',
    ],
    [
      'two plans for a year',
      committeeWith({ plans: [1, 2].map(() => ({ year: 2024, title: { en: 'A plan' }, areas: [] })) }),
      'plans.1.year: "2024" is already used by plans[0]',
    ],
    [
      'two areas of one number',
      withAreas(
        { number: 1, title: { en: 'One' }, goals: [] },
        { number: 1, title: { en: 'Two' }, goals: [] },
      ),
      'plans.0.areas.1.number: "1" is already used by areas[0]',
    ],
    [
      'a goal twice, even in two areas',
      withAreas(
        { number: 1, title: { en: 'One' }, goals: [goal] },
        { number: 2, title: { en: 'Two' }, goals: [goal] },
      ),
      'plans.0.areas.1.goals.0.id: "goal-1" is already used',
    ],
    [
      'a goal for a group that is not there',
      withAreas({ number: 1, title: { en: 'One' }, goals: [{ ...goal, groups: ['WG8', 'WG1'] }] }),
      'plans.0.areas.0.goals.0.groups.1: "WG1" is not a group of this file',
    ],
  ]
  test.each(faults)('is refused for %s', (_name, file, fault) => {
    const found = faultsOf(committeeFile, file)
    expect(found).toHaveLength(1)
    expect(found[0]?.startsWith(fault), found[0]).toBe(true)
  })

  test('tells all its faults at once', () => {
    const file = committeeWith({
      groups: [group, { ...group, predecessor: 'WG2' }],
      members: [{ ...member, organisation: 'x', roles: [{ role: 'convenor' }] }],
    })
    expect(faultsOf(committeeFile, file).map((fault) => fault.split(':')[0])).toEqual([
      'groups.1.code',
      'groups.1.predecessor',
      'members.0.organisation',
      'members.0.roles.0.group',
    ])
  })
})

const assignment = { id: 'a-1', titleEn: 'Comment on a draft', group: 'WG8', member: 'pine' }
const assignmentsWith = (...changes: object[]) => ({
  assignments: changes.map((change) => ({ ...assignment, ...change })),
})

describe('an assignments file', () => {
  test('that holds is filled with its defaults', () => {
    expect(assignmentsFile.parse(assignmentsWith({})).assignments[0]).toEqual({
      ...assignment,
      wholeGroup: false,
      standards: [],
      goals: [],
    })
  })

  test.each([
    { member: 'pine' },
    { member: undefined, organisation: 'cesi' },
    { member: undefined, wholeGroup: true },
  ])('takes one owner: %o', (owner) => {
    expect(faultsOf(assignmentsFile, assignmentsWith(owner))).toEqual([])
  })

  const faults: [string, object, string][] = [
    ['no owner', assignmentsWith({ member: undefined }), 'assignments.0.member: needs exactly one owner'],
    [
      'two owners',
      assignmentsWith({ organisation: 'cesi' }),
      'assignments.0.member: needs exactly one owner',
    ],
    [
      'a member and the whole group',
      assignmentsWith({ wholeGroup: true }),
      'assignments.0.member: needs exactly',
    ],
    [
      'no title',
      assignmentsWith({ titleEn: undefined }),
      'assignments.0.titleEn: needs titleZh, titleEn or both',
    ],
    ['no group', assignmentsWith({ group: undefined }), 'assignments.0.group: Invalid input'],
    [
      'done without its day',
      assignmentsWith({ state: 'done' }),
      'assignments.0.doneOn: is given exactly when',
    ],
    [
      'a done day while open',
      assignmentsWith({ doneOn: '2026-11-20' }),
      'assignments.0.doneOn: is given exactly when',
    ],
    ['an unknown state', assignmentsWith({ state: 'late' }), 'assignments.0.state: Invalid option'],
    [
      'a due day that is none',
      assignmentsWith({ dueOn: 'soon' }),
      'assignments.0.dueOn: is not a calendar day',
    ],
    ['one id for two', assignmentsWith({}, {}), 'assignments.1.id: "a-1" is already used by assignments[0]'],
  ]
  test.each(faults)('is refused for %s', (_name, file, fault) => {
    const found = faultsOf(assignmentsFile, file)
    expect(found).toHaveLength(1)
    expect(found[0]?.startsWith(fault), found[0]).toBe(true)
  })
})

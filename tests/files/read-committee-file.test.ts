import { describe, expect, test } from 'vitest'
import type { CronFields } from '../../src/domain/schedule/rules.ts'
import { describeFileFaults } from '../../src/files/file-fault.ts'
import { readCommitteeFile } from '../../src/files/read-committee-file.ts'

/** Enough of cron for these tables: five fields, of which minute, hour and weekday are numbers or lists of numbers. */
function cron(text: string): CronFields | string {
  const [minute, hour, ...rest] = text.split(' ')
  if (rest.length !== 3) return 'it does not have five fields'
  const numbers = (field = '') => field.split(',').map(Number)
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  return {
    minute: numbers(minute),
    hour: numbers(hour),
    dayOfMonth: upTo(31),
    month: upTo(12),
    dayOfWeek: numbers(rest[2]),
  }
}

function told(text: string): string {
  const result = readCommitteeFile(text, { cron })
  return result.ok ? 'no fault' : describeFileFaults(result)
}

const good = `# who we are
committee:
  id: tc260
  name: { zh: 全国网络安全标准化技术委员会, en: TC260 }
  shortName: { zh: 网安标委, en: TC260, zhIsTranslation: true }
  formerNames: [信安标委]
  zone: Asia/Shanghai
  languages: [zh-CN, en]
groups:
  - code: WG8
    kind: WG
    name: { en: Data Security }
    from: 2024
    channel: "#wg8"
    schedules: { reminder: 0 9 * * 1 }
  - { code: SG1, kind: SG, name: { en: International }, zone: Europe/Berlin, language: en, predecessor: WG8 }
organisations:
  - { id: cesi, name: { zh: 电子标准院 } }
members:
  - id: li-na
    name: { en: Li Na }
    organisation: cesi
    slack: U0LINA
    roles: [{ role: convenor, group: WG8, from: 2024-01-01 }]
plans:
  - year: 2024
    title: { zh: 工作要点 }
    approvedOn: 2024-04-02
    areas:
      - number: 1
        title: { en: Design }
        goals: [{ id: 2024-1-1, text: { en: Plan }, groups: [WG8] }]
`

test('a good file becomes records, with the zone and language of the committee where a group has none', () => {
  expect(readCommitteeFile(good, { cron })).toEqual({
    ok: true,
    value: {
      committee: {
        id: 'tc260',
        names: { zh: '全国网络安全标准化技术委员会', en: 'TC260' },
        shortNames: { zh: '网安标委', en: 'TC260', zhIsTranslation: true },
        formerNames: ['信安标委'],
        zone: 'Asia/Shanghai',
        languages: ['zh-CN', 'en'],
      },
      groups: [
        {
          code: 'WG8',
          kind: 'WG',
          names: { en: 'Data Security' },
          from: '2024',
          channel: '#wg8',
          zone: 'Asia/Shanghai',
          language: 'zh-CN',
        },
        {
          code: 'SG1',
          kind: 'SG',
          names: { en: 'International' },
          predecessor: 'WG8',
          zone: 'Europe/Berlin',
          language: 'en',
        },
      ],
      schedules: [{ group: 'WG8', kind: 'reminder', cron: '0 9 * * 1' }],
      organisations: [{ id: 'cesi', names: { zh: '电子标准院' } }],
      members: [
        {
          id: 'li-na',
          names: { en: 'Li Na' },
          organisation: 'cesi',
          slackId: 'U0LINA',
          roles: [{ role: 'convenor', group: 'WG8', from: '2024-01-01' }],
        },
      ],
      plans: [
        {
          year: 2024,
          names: { zh: '工作要点' },
          approvedOn: '2024-04-02',
          areas: [
            {
              number: 1,
              names: { en: 'Design' },
              points: [
                {
                  id: '2024-1.1',
                  number: '1.1',
                  texts: { en: 'Plan' },
                  reading: { kinds: [], topics: [], groups: [], dates: [], urgent: [] },
                },
              ],
            },
          ],
        },
      ],
      goals: [
        {
          id: '2024-1-1',
          year: 2024,
          texts: { en: 'Plan' },
          points: ['2024-1.1'],
          kinds: [],
          groups: [{ group: 'WG8', state: 'accepted' }],
          state: 'open',
          isTouched: false,
        },
      ],
    },
  })
})

test('the same file as JSON, and with a byte order mark or Windows line ends, reads the same', () => {
  const { value } = JSON.parse(JSON.stringify(readCommitteeFile(good, { cron })))
  expect(readCommitteeFile(good.replaceAll('\n', '\r\n'), { cron })).toEqual({ ok: true, value })
  expect(readCommitteeFile(`\ufeff${good}`, { cron })).toEqual({ ok: true, value })
  const json = `{"committee": {"id": "a", "name": {"en": "A"}, "zone": "UTC", "languages": ["en"]},
    "groups": [], "members": []}`
  expect(readCommitteeFile(json, { cron }).ok).toBe(true)
})

describe('a fault is told with its place', () => {
  const changes: [string, string, string][] = [
    [
      'zone: Asia/Shanghai\n',
      'zone: Asia/Shanghia\n',
      'line 7, column 9: committee.zone holds "Asia/Shanghia"; it should be an IANA time zone such as Asia/Shanghai (did you mean Asia/Shanghai?)',
    ],
    [
      'zone: Europe/Berlin',
      'zone: Asia/Beijing',
      'line 16, column 63: groups[1].zone holds "Asia/Beijing"; it should be an IANA time zone such as Asia/Shanghai (did you mean Asia/Shanghai?)',
    ],
    [
      'kind: WG\n',
      'kind: wg\n',
      'line 11, column 11: groups[0].kind holds "wg"; it should be one of WG, SWG, SG, TC (did you mean WG?)',
    ],
    [
      '    kind: WG\n',
      '',
      'line 10, column 5: groups[0].kind is missing; it should be one of WG, SWG, SG, TC',
    ],
    [
      'channel: "#wg8"',
      'chanel: "#wg8"',
      'line 14, column 5: groups[0].chanel is not a key that is known here (did you mean channel?)',
    ],
    ['name: { en: Data Security }', 'name: {}', 'line 12, column 11: groups[0].name needs zh, en or both'],
    [
      'slack: U0LINA',
      'slack: 12',
      'line 23, column 12: members[0].slack holds the number 12; it should be text: put it in quotes, "12"',
    ],
    [
      'slack: U0LINA',
      'language:',
      'line 23, column 14: members[0].language holds nothing; it should be one of en, zh-CN',
    ],
    [
      'slack: U0LINA',
      'email: li',
      'line 23, column 12: members[0].email holds "li"; it should be an e-mail address such as name@example.org',
    ],
    [
      'organisation: cesi',
      'organisation: cesy',
      'line 22, column 19: members[0].organisation holds "cesy", which is not an organisation of this file',
    ],
    [
      'group: WG8, from',
      'from',
      'line 24, column 13: members[0].roles[0].group is missing: a convenor needs a group',
    ],
    [
      'from: 2024-01-01',
      'from: 2024-02-30',
      'line 24, column 49: members[0].roles[0].from holds "2024-02-30"; it should be a calendar day written YYYY-MM-DD',
    ],
    [
      'year: 2024',
      'year: "2024"',
      'line 26, column 11: plans[0].year holds "2024"; it should be a number: write it without quotes',
    ],
    [
      'number: 1\n',
      'number: 0\n',
      'line 30, column 17: plans[0].areas[0].number holds the number 0; it should be at least 1',
    ],
    [
      'groups: [WG8] }]',
      'groups: [WG9] }]',
      'line 32, column 62: plans[0].areas[0].goals[0].groups[0] holds "WG9", which is not a group of this file',
    ],
    [
      'reminder: 0 9 * * 1',
      'reminder: 9am',
      'line 15, column 28: groups[0].schedules.reminder holds "9am"; it should be a cron expression of five fields such as 0 9 * * 1',
    ],
    [
      'reminder: 0 9 * * 1',
      'digest: "0 9,17 * * 1"',
      'line 15, column 26: groups[0].schedules.digest holds "0 9,17 * * 1"; it should be due once a day at most',
    ],
    [
      'reminder: 0 9 * * 1',
      'reminder: "0 9 * * 1,2,3,4,5"',
      'line 15, column 28: groups[0].schedules.reminder holds "0 9 * * 1,2,3,4,5", which comes on 5 days a week; it should be due on one, such as 0 9 * * 1, or on 2 at most, such as 0 9 * * 1,4',
    ],
    [
      'code: SG1',
      'code: wg8',
      'line 16, column 13: groups[1].code holds "wg8", which is already used in line 10',
    ],
    [
      '  languages: [zh-CN, en]\n',
      '  languages: []\n',
      'line 8, column 14: committee.languages holds a list of 0; it should have at least 1',
    ],
    [
      '    from: 2024\n',
      '    from: 2024\n    from: 2025\n',
      'line 14, column 5: the file has the key "from" twice in one map',
    ],
  ]
  test.each(changes)('%j → %j', (from, to, line) => {
    expect(good).toContain(from)
    expect(told(good.replace(from, to))).toBe(line)
  })

  test('all of them at once, also rules between parts of which some are faulty', () => {
    const text = changes
      .filter(([from]) =>
        /kind: WG\n|zone: Asia|group: WG8, from|organisation: cesi|groups: \[WG8\]/.test(from),
      )
      .reduce((changed, [from, to]) => changed.replace(from, to), good)
    expect(
      told(text)
        .split('\n')
        .map((line) => /: (\S+)/.exec(line)?.[1]),
    ).toEqual([
      'committee.zone',
      'groups[0].kind',
      'members[0].organisation',
      'members[0].roles[0].group',
      'plans[0].areas[0].goals[0].groups[0]',
    ])
  })

  test('what leads to a faulty part is not called a fault as well', () => {
    const text = good.replace('  - { id: cesi, name: { zh: 电子标准院 } }', '  - { id: cesi }')
    expect(told(text)).toBe(
      'line 18, column 5: organisations[0].name is missing; it should be a map of keys and values',
    )
  })
})

describe('what is no committee file at all', () => {
  const keys = 'it should be a map of keys and values, with at least committee, groups, members'
  test.each([
    ['', 'line 1, column 1: the file is empty'],
    [' \n\n', 'line 1, column 1: the file is empty'],
    ['# later\n', 'line 1, column 1: the file is empty but for comments'],
    ['- a\n- b\n', `line 1, column 1: the file holds a list; ${keys}`],
    ['id,name\n1,2\n', `line 1, column 1: the file holds "id,name 1,2"; ${keys}`],
    ['a: 1\n---\nb: 1\n', /line 2, column 1: the file holds a second document; it should hold one/],
    ['a: [1\n', /line 2, column 1: the file is not well-formed YAML: flow sequence/],
    ['a:\n\t- b', /line 2, column 1: the file is not well-formed YAML: tabs are not allowed as indentation/],
    ['groups: *g', 'line 1, column 9: the file uses *g, which is not defined above'],
    ['a: &a [*a]', 'line 1, column 7: the file goes down more than 24 levels'],
    ['? [a]\n: 1', 'line 1, column 1: the file has a key that is not plain text'],
    ['__proto__: 1', /line 1, column 1: __proto__ is not a key that is known here/],
    ['['.repeat(100_000), 'line 1, column 25: the file goes down more than 24 levels'],
    [
      Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join('\n'),
      /^line 1001, column \d: the file has a map of more than 1000 keys$/,
    ],
    [
      'x'.repeat(9_000_000),
      'line 1, column 1: the file has 9000000 characters; it should have at most 8388608',
    ],
  ])('%.20j', (text, line) => {
    if (typeof line === 'string') expect(told(text)).toBe(line)
    else expect(told(text)).toMatch(line)
  })

  test('a few lines of aliases that would grow without end', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
    for (let i = 1; i < 9; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(told(bomb.join('\n'))).toMatch(/has more than 4000000 parts, aliases counted$/)
  })

  test('an alias stands for what bears its anchor, and its faults are told there', () => {
    const text = good.replace('zone: Asia/Shanghai', 'zone: &z Nowhere').replace('Europe/Berlin', '*z')
    expect(
      told(text)
        .split('\n')
        .map((line) => line.slice(0, 40)),
    ).toEqual(['line 7, column 12: committee.zone holds ', 'line 7, column 12: groups[1].zone holds '])
  })

  test('more groups than a committee may have', () => {
    const groups = Array.from({ length: 2_001 }, (_, i) => `  - { code: X${i}, kind: WG, name: { en: X } }\n`)
    const [first = '', ...others] = told(good.replace('groups:\n', `groups:\n${groups.join('')}`)).split('\n')
    expect(first).toMatch(
      /^line \d+, column 5: groups holds 200\d entries in this list; it should have at most 2000$/,
    )
    expect(others).toEqual([])
  })

  test('more faults than anybody reads are counted', () => {
    const text = good.replace('groups:\n', `groups:\n${'  - {}\n'.repeat(150)}`)
    const result = readCommitteeFile(text, { cron })
    expect(result.ok ? [] : [result.faults.length, result.unlisted]).toEqual([200, 250])
    expect(told(text)).toMatch(/\n… and 250 more$/)
  })
})

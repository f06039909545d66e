import { describe, expect, test } from 'vitest'
import { describeFileFaults } from '../../src/files/file-fault.ts'
import { readAssignmentsFile } from '../../src/files/read-assignments-file.ts'
import { known } from './known-records.ts'

function told(text: string, format: 'yaml' | 'csv'): string {
  const result = readAssignmentsFile(text, format, known)
  return result.ok ? 'no fault' : describeFileFaults(result)
}

const expected = [
  {
    id: 'a1',
    titles: { zh: '汇总意见', en: 'Collect comments' },
    group: 'WG8',
    owner: { kind: 'member', id: 'li-na', names: { en: 'Li Na' }, slackId: 'U0LINA' },
    dueOn: '2024-05-01',
    standards: ['GB/T 43697-2024', 'ISO/IEC 27001:2022'],
    goals: ['2024-2-1'],
    items: [],
    life: {},
  },
  {
    id: 'a2',
    titles: { zh: '送审稿' },
    group: 'WG8',
    owner: { kind: 'organisation', id: 'cesi', names: { zh: '中国电子技术标准化研究院', en: 'CESI' } },
    state: 'done',
    doneOn: '2024-04-30',
    standards: [],
    goals: [],
    items: [],
    life: {},
  },
  {
    id: 'a3',
    titles: { en: 'Vote' },
    group: 'SWG-ETS',
    owner: { kind: 'group', id: 'SWG-ETS', names: { en: 'Emerging Technologies' } },
    state: 'open',
    standards: [],
    goals: [],
    items: [],
    life: {},
  },
]

test('YAML and CSV read to the same assignments, with owners by name and standards by their present designation', () => {
  const yaml = `assignments:
  - id: a1
    titleZh: 汇总意见
    titleEn: Collect comments
    group: WG8
    member: li-na
    dueOn: 2024-05-01
    standards: [20230253-T-469, iso/iec 27001:2022]
    goals: [2024-2-1]
  - { id: a2, titleZh: 送审稿, group: WG8, organisation: cesi, state: done, doneOn: 2024-04-30 }
  - { id: a3, titleEn: Vote, group: SWG-ETS, wholeGroup: true, state: open }
`
  const csv = `id,任务,titleEn,工作组,责任人,责任单位,全组,截止日期,状态,完成日期,标准号,goals
a1,汇总意见,Collect comments,WG8,li-na,,否,2024/5/1,,,20230253-T-469|iso/iec 27001:2022,2024-2-1
a2,送审稿,,WG8,,cesi,,,done,2024-4-30,,
a3,,Vote,SWG-ETS,,,是,,open,,,
`
  expect(readAssignmentsFile(yaml, 'yaml', known)).toEqual({ ok: true, value: expected })
  expect(readAssignmentsFile(csv, 'csv', known)).toEqual({ ok: true, value: expected })
})

describe('faults', () => {
  const head = 'id,titleEn,group,member,organisation,wholeGroup,state,doneOn,standards,goals'
  test.each([
    [
      'two owners',
      'a,T,WG8,li-na,cesi,,,,,',
      'line 2, column 9: member needs exactly one owner: member, organisation or wholeGroup',
    ],
    [
      'no owner',
      'a,T,WG8,,,no,,,,',
      'line 2, column 9: member needs exactly one owner: member, organisation or wholeGroup',
    ],
    [
      'done without a day',
      'a,T,WG8,wu,,,done,,,',
      'line 2, column 19: doneOn is given exactly when state is done',
    ],
    ['no title', 'a,,WG8,wu,,,,,,', 'line 2, column 3: titleEn needs titleZh, titleEn or both'],
    [
      'an unknown group',
      'a,T,WG7,,,yes,,,,',
      'line 2, column 5: group holds "WG7"; it should be the code of a group on record (did you mean WG8?)',
    ],
    [
      'an unknown member',
      'a,T,WG8,li-ma,,,,,,',
      'line 2, column 9: member holds "li-ma"; it should be the id of a member on record (did you mean li-na?)',
    ],
    [
      'an observer',
      'a,T,WG8,sun,,,,,,',
      'line 2, column 9: member holds "sun", an observer, who can be given nothing',
    ],
    [
      'an unknown organisation',
      'a,T,WG8,,huawei,,,,,',
      'line 2, column 10: organisation holds "huawei"; it should be the id of an organisation on record',
    ],
    [
      'an unknown goal',
      'a,T,WG8,wu,,,,,,2024-2-1|2024-9-9',
      'line 2, column 17: goals[1] holds "2024-9-9"; it should be the id of a goal in a plan on record (did you mean 2024-2-1?)',
    ],
    [
      'an unknown standard',
      'a,T,WG8,wu,,,,,GB/T 43679-2024,',
      'line 2, column 16: standards[0] holds "GB/T 43679-2024"; it should be the name of a standard on record (did you mean GB/T 43697-2024?)',
    ],
    [
      'no flag',
      'a,T,WG8,,,maybe,,,,',
      'line 2, column 11: wholeGroup holds "maybe"; it should be true or false',
    ],
    [
      'no state',
      'a,T,WG8,wu,,,finished,2024-01-01,,',
      'line 2, column 14: state holds "finished"; it should be one of open, done, withdrawn',
    ],
    [
      'no day',
      'a,T,WG8,wu,,,done,2024-13-01,,',
      'line 2, column 19: doneOn holds "2024-13-01"; it should be a calendar day written YYYY-MM-DD',
    ],
    [
      'an id twice',
      'a,T,WG8,wu,,,,,,\na,T,WG8,wu,,,,,,',
      'line 3, column 1: id holds "a", which is already used in line 2',
    ],
  ])('%s', (_, row, line) => {
    expect(told(`${head}\n${row}\n`, 'csv')).toBe(line)
  })

  test('all at once, in the order of the file', () => {
    const yaml = `assignments:
  - { id: a, titleEn: T, group: WG9, member: nobody, goals: [x], due: 2024-01-01 }
  - { id: A, group: WG8, wholeGroup: yes, state: open, doneOn: 2024-01-01 }
`
    expect(told(yaml, 'yaml')).toBe(
      [
        'line 2, column 33: assignments[0].group holds "WG9"; it should be the code of a group on record (did you mean WG8?)',
        'line 2, column 46: assignments[0].member holds "nobody"; it should be the id of a member on record',
        'line 2, column 62: assignments[0].goals[0] holds "x"; it should be the id of a goal in a plan on record',
        'line 2, column 66: assignments[0].due is not a key that is known here (did you mean dueOn?)',
        'line 3, column 5: assignments[1].titleEn needs titleZh, titleEn or both',
        'line 3, column 11: assignments[1].id holds "A"; it should be an id: lower-case letters, digits, dot, dash, at most 64',
        'line 3, column 38: assignments[1].wholeGroup holds "yes"; it should be true or false',
        'line 3, column 64: assignments[1].doneOn is given exactly when state is done',
      ].join('\n'),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { taskHeads } from '../../commands/slash/task-heads.ts'

const names = [
  ...[
    'jasmine',
    'Jasmine Sample',
    '示例茉莉',
    'robin',
    'Robin Sample',
    '示例知更',
    'lotus',
    '张三',
    '张三丰',
  ],
  ...['imaginary-bank', 'Imaginary Bank', '假想银行', 'WG8', 'SWG-ETS'],
]
const read = (text: string) => taskHeads(text, names).map(({ who, task }) => [who.join(' + '), task])

describe('who is named before what is to be done', () => {
  test.each([
    ['jasmine to write minutes', 'jasmine', 'write minutes'],
    ['Jasmine Sample to write to the bank', 'Jasmine Sample', 'write to the bank'],
    ['for jasmine to write minutes', 'jasmine', 'write minutes'],
    ['jasmine: write minutes', 'jasmine', 'write minutes'],
    ['@robin to prepare the agenda', '@robin', 'prepare the agenda'],
    ['@robin prepare the agenda', '@robin', 'prepare the agenda'],
    ['@Robin Sample, please prepare the agenda', '@Robin Sample', 'prepare the agenda'],
    ['＠示例知更准备议程', '＠示例知更', '准备议程'],
    ['<@U1|x> prepare the agenda', '<@U1|x>', 'prepare the agenda'],
    ['<@U1> Sample to prepare the agenda', '<@U1> Sample', 'prepare the agenda'],
    ['me to prepare the agenda', 'me', 'prepare the agenda'],
    ['imaginary bank to state its needs', 'imaginary bank', 'state its needs'],
    ['swg ets to state its needs', 'swg ets', 'state its needs'],
    ['示例茉莉 to write minutes', '示例茉莉', 'write minutes'],
    ['请 Jasmine 下周五前提交材料', 'Jasmine', '下周五前提交材料'],
    ['请示例茉莉下周五前提交材料', '示例茉莉', '下周五前提交材料'],
    ['请示例茉莉来撰写纪要', '示例茉莉', '撰写纪要'],
    ['由示例茉莉负责撰写纪要', '示例茉莉', '撰写纪要'],
    ['示例茉莉负责撰写纪要', '示例茉莉', '撰写纪要'],
    ['让 robin 准备议程', 'robin', '准备议程'],
    ['请张三丰撰写纪要', '张三丰', '撰写纪要'],
    ['请张三撰写纪要', '张三', '撰写纪要'],
    ['请张三与专家讨论', '张三', '与专家讨论'],
    ['请假想银行说明需求', '假想银行', '说明需求'],
    ['由WG8起草', 'WG8', '起草'],
    ['由我负责撰写纪要', '我', '撰写纪要'],
    ['给<@U1>撰写纪要', '<@U1>', '撰写纪要'],
    // Several.
    ['robin and jasmine: prepare the agenda', 'robin + jasmine', 'prepare the agenda'],
    ['robin, jasmine and lotus to prepare the agenda', 'robin + jasmine + lotus', 'prepare the agenda'],
    ['@robin @jasmine prepare the agenda', '@robin + @jasmine', 'prepare the agenda'],
    ['<@U1> and <@U2> prepare the agenda', '<@U1> + <@U2>', 'prepare the agenda'],
    ['请示例茉莉和示例知更准备议程', '示例茉莉 + 示例知更', '准备议程'],
    ['请 Jasmine、Robin 准备议程', 'Jasmine + Robin', '准备议程'],
  ])('%s', (text, who, task) => {
    expect(read(text)).toContainEqual([who, task])
  })

  test('what is not certainly a name comes after what is', () => {
    expect(read('robin and jasmine: prepare the agenda')[0]).toEqual([
      'robin and jasmine',
      'prepare the agenda',
    ])
  })
})

test.each([
  'Write to Jasmine about the ballot',
  'Ask Jasmine to write the minutes',
  'write minutes',
  'Jasmine writes minutes',
  'jasmine-led review to be planned',
  'jasmine’s draft to be read',
  'jasmine2 to write',
  'robin and jasmine prepare the agenda',
  'robin to Jasmine handover',
  'WG8 to ISO liaison',
  '请大家提交材料',
  '请示例茉莉的团队提交材料',
  '请示例茉莉和大家提交材料',
  '@jasmine and others write minutes',
  '由示例茉莉牵头的项目评审',
  '由我国专家提出意见',
  '示例茉莉撰写纪要',
  '给示例茉莉发邮件',
  '提请示例茉莉审阅',
  '',
])('names nobody: %s', (text) => {
  expect(read(text)).toEqual([])
})

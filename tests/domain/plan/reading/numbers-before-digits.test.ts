import { expect, test } from 'vitest'
import { treeOfText } from './outline-of.ts'

/** The points of an area with these lines, each with its label. */
function pointsOf(lines: string): string[] {
  const tree = treeOfText(`2027年工作要点\n一、标准研制\n${lines}\n二、其他\n研究标准。`)
  return tree
    .split('\n')
    .filter((line) => line.startsWith('1.'))
    .map((line) => line.replace(/^[\d.]+ /, ''))
}

test.each<[string, string, string[]]>([
  [
    'a month behind the label, the next of its list',
    '1.研制标准。\n2.6月参加会议。\n3.总结。',
    ['1. 研制标准。', '2. 6月参加会议。', '3. 总结。'],
  ],
  ['a day', '1.于5月召开年会。\n2.6月1日起施行。', ['1. 于5月召开年会。', '2. 6月1日起施行。']],
  ['what is counted', '1.办培训班。\n2.5所高校参加。', ['1. 办培训班。', '2. 5所高校参加。']],
  [
    'the first, with the second behind it',
    '1.3月参加会议。\n2.10月提交提案。',
    ['1. 3月参加会议。', '2. 10月提交提案。'],
  ],
  [
    'years behind commas of enumeration',
    '1、2027年6月底前报批。\n2、2027年Q2立项。',
    ['1、 2027年6月底前报批。', '2、 2027年Q2立项。'],
  ],
  [
    'full-width marks',
    '１．３月参加会议。\n２．１０月提交提案。',
    ['１． ３月参加会议。', '２． １０月提交提案。'],
  ],
  [
    'a number of two parts that counts on, with a blank behind it',
    '1.1 制定标准\n1.2 3项标准报批\n1.3 2026年完成复审',
    ['1.1 制定标准', '1.2 3项标准报批', '1.3 2026年完成复审'],
  ],
  [
    'much where the list goes on behind it',
    '1.研制标准。\n2.5亿元投入研究。\n3.总结。',
    ['1. 研制标准。', '2. 5亿元投入研究。', '3. 总结。'],
  ],
])('a digit may stand behind a label: %s', (_, lines, expected) => {
  expect(pointsOf(lines)).toEqual(expected)
})

test.each<[string, string, string[]]>([
  ['how many times, within a sentence', '1.投入达到上年\n2.5倍以上。', ['1. 投入达到上年 2.5倍以上。']],
  ['a quantity that no list expects', '1.研制标准。\n3.5万人参加。', ['1. 研制标准。3.5万人参加。']],
  ['two months at once', '3、4月举办研讨会。', ['3、4月举办研讨会。']],
  ['several grades', '1、2、3级要求各一项。\n研究。', ['1、2、3级要求各一项。', '研究。']],
  [
    'numbers of two parts, whose texts begin as with a count',
    '1.1支持研制。\n1.2个人信息标准。\n1.3项目管理。',
    ['1.1 支持研制。', '1.2 个人信息标准。', '1.3 项目管理。'],
  ],
  [
    'a number of two parts that counts on',
    '1.研制\n1.1甲标准研制\n1.2乙标准研制\n2.推广\n2.1进校园\n2.2所高校参加',
    ['1.1 <研制> 甲标准研制', '1.2 <研制> 乙标准研制', '2.1 <推广> 进校园', '2.2 <推广> 所高校参加'],
  ],
])('a digit behind another makes no label: %s', (_, lines, expected) => {
  expect(pointsOf(lines)).toEqual(expected)
})

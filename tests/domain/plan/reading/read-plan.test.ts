import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../../src/domain/plan/reading/read-plan.ts'
import { outlineOf, treeOfText, treeRead } from './outline-of.ts'

const documents: [form: string, text: string, tree: string][] = [
  [
    'Chinese numbers that run on through the document, with all that stands around them',
    `全国水下机器人标准化技术委员会
2025年度工作要点
水标委〔2025〕3号
2025年是规划收官之年，秘书处起草了本要点。
一、加强顶层设计
（一）健全标准体系。面向深海作业，完善标准体系。
（二）开展前沿研究。一是编制白皮书；二是召开研讨会；三是走访企业。
二、推进标准研制
（三）作业安全。修订5项标准。
2025年底前完成其中3项。
- 2 -
（四）能源与通信
1. 研制电池标准。
2. 研制水声通信标准
全国水下机器人标准化技术委员会秘书处
2025年3月20日
附件
1. 项目清单`,
    `1 加强顶层设计
1.1 （一） 健全标准体系。面向深海作业，完善标准体系。
1.2 （二） 开展前沿研究。一是编制白皮书；二是召开研讨会；三是走访企业。
2 推进标准研制
2.1 （三） 作业安全。修订5项标准。2025年底前完成其中3项。
2.2.1 1. <能源与通信> 研制电池标准。
2.2.2 2. <能源与通信> 研制水声通信标准`,
  ],
  [
    'numbers that begin anew, brackets of both widths, dots of all kinds',
    `2026年工作计划
一. 夯实基础
(一)完善制度
（ 二 ） 增加委员
三、 加快研制
(一) 修订两项
（三)制定一项`,
    `1 夯实基础
1.1 (一) 完善制度
1.2 （ 二 ） 增加委员
2 加快研制
2.1 (一) 修订两项
2.2 （三) 制定一项`,
  ],
  [
    'plain numbers below Chinese ones, with numbers that are no labels',
    `养老服务标委会2025年工作要点
一、研制
1、修订两项标准
2.5G终端适老化标准研制
3.2025年完成报批
二、应用
1．推广试点，
1.5倍于上年；
2024年试点一并总结。
2．开展培训。
3.5万人参加`,
    `1 研制
1.1 1、 修订两项标准
1.2 2. 5G终端适老化标准研制
1.3 3. 2025年完成报批
2 应用
2.1 1． 推广试点，1.5倍于上年；2024年试点一并总结。
2.2 2． 开展培训。3.5万人参加`,
  ],
  [
    'an item that asks for something itself and has items below it',
    `2025年工作要点
一、研制
（一）数据标准。年内完成两项标准报批。
1. 分类标准
2. 目录标准
（二）安全标准。重点做好以下工作：
1. 测评标准
二、宣传
（一）办培训`,
    `1 研制
1.1 （一） 数据标准。年内完成两项标准报批。
1.1.1 1. 分类标准
1.1.2 2. 目录标准
1.2.1 1. <安全标准> 测评标准
2 宣传
2.1 （一） 办培训`,
  ],
  [
    'areas that run on into prose, and one with a title alone',
    `2024年度工作要点
一、统筹规划。优化体系。开展研究，形成报告。其中白皮书两份。
二、宣贯推广。重点做好以下工作：
（一）培训。
（二）会议。
三、其他`,
    `1 统筹规划
1.1 优化体系。
1.2 开展研究，形成报告。其中白皮书两份。
2 宣贯推广
2.1 （一） 培训。
2.2 （二） 会议。
3 其他`,
  ],
  [
    'a last area of two that is still to be filled',
    `2026年工作要点
一、研制
（一）甲标准
（二）乙标准
二、交流`,
    `1 研制
1.1 （一） 甲标准
1.2 （二） 乙标准
2 交流`,
  ],
  [
    'areas that run into their one sentence, however short it is',
    `2028年工作要点
一、标准研制：完成数据安全、个人信息保护等国家标准8项。
二、国际合作：申办SC 27会议。
三、人员：专家库`,
    `1 标准研制
1.1 完成数据安全、个人信息保护等国家标准8项。
2 国际合作
2.1 申办SC 27会议。
3 人员
3.1 专家库`,
  ],
  [
    'areas that run into several sentences, or into one above their points',
    `2028年工作要点
一、标准研制：完成国家标准8项。
1. 数据安全标准；
2. 个人信息标准。
二、国际合作：新的起点。申办SC 27会议。
三、宣传：举办培训班3期。走进高校。`,
    `1 标准研制
1.1 完成国家标准8项。
1.2 1. 数据安全标准；
1.3 2. 个人信息标准。
2 国际合作：新的起点
2.1 申办SC 27会议。
3 宣传
3.1 举办培训班3期。
3.2 走进高校。`,
  ],
  [
    'English areas that run into a short sentence',
    'Key Working Points 2027\n1. Training: hold two trainings.\n2. Experts: recruit five.',
    `1 Training
1.1 hold two trainings.
2 Experts
2.1 recruit five.`,
  ],
  [
    'an area that says what to do and has nothing below it',
    `Work plan 2026
1. Standards
- EN 419241-1
- EN 18037
2. Submit two proposals to SC 27.
3. Improve the rules
4. Events
- A seminar`,
    `1 Standards
1.1 EN 419241-1
1.2 EN 18037
2 Submit two proposals to SC 27
2.1 Submit two proposals to SC 27.
3 Improve the rules
4 Events
4.1 A seminar`,
  ],
  [
    'a bullet with its steps among bullets without, and one that is no more than their heading',
    `Priorities 2026
## Influence
[1 •] Nominate experts
[1 •] Bid to host SC 27 in Manchester
[2 ◦] the business case
[2 ◦] secure sponsors
## Outreach
[1 •] Hold a seminar
[1 •] Hold trainings on
[2 ◦] lifts
[2 ◦] cranes`,
    `1 Influence
1.1 Nominate experts
1.2 Bid to host SC 27 in Manchester
1.2.1 the business case
1.2.2 secure sponsors
2 Outreach
2.1 Hold a seminar
2.2.1 <Hold trainings on> lifts
2.2.2 <Hold trainings on> cranes`,
  ],
  [
    'a table among the points and below the last',
    `| 玩具标委会文件
2026年工作要点
一、研制
（一）甲标准
| 项目
| 1. 乙标准
二、交流
（一）参会
| 序号
| 甲`,
    `1 研制
1.1 （一） 甲标准
2 交流
2.1 （一） 参会`,
  ],
  [
    'a plan that stands in a table',
    `2026年工作要点
| 一、研制
| （一）甲标准
| 二、交流
| （一）参会`,
    `1 研制
1.1 （一） 甲标准
2 交流
2.1 （一） 参会`,
  ],
  [
    'parts, chapters and articles',
    `游乐设施标准化2025年行动方案
第一部分 总体安排
第一章 研制
第一条 修订安全标准。
第二条 制定检验标准
第二部分 保障
第三章 经费
第三条 落实经费`,
    `1 总体安排
1.1.1 第一条 <研制> 修订安全标准。
1.1.2 第二条 <研制> 制定检验标准
2 保障
2.1.1 第三条 <经费> 落实经费`,
  ],
  [
    'a plan that is the annex of a letter, which has numbers of its own',
    `关于印发《2026年度工作要点》的通知
各委员：
现将《2026年度工作要点》印发给你们，请做好以下工作：
一、认真学习。
附件：2026年度工作要点
茶叶机械标委会秘书处
2026年2月1日
附件
茶叶机械标准化技术委员会2026年度工作要点
一、研制
（一）揉捻机标准
（二）杀青机标准
二、服务
（一）走访茶农
特此通知。
茶叶机械标委会秘书处
二〇二六年二月一日`,
    `1 研制
1.1 （一） 揉捻机标准
1.2 （二） 杀青机标准
2 服务
2.1 （一） 走访茶农`,
  ],
  [
    'a table of contents above',
    `2025年度工作计划
目录
一、研制......1
二、宣传......3
一、研制
做好3项标准的修订。其中1项年底完成。
二、宣传
做好培训。`,
    `1 研制
1.1 做好3项标准的修订。其中1项年底完成。
2 宣传
2.1 做好培训。`,
  ],
  [
    'a label alone on its line',
    `2025年重点工作
第一部分
标准研制
1. 甲标准
2. 乙标准
第二部分
国际交流
1. 参会`,
    `1 标准研制
1.1 1. 甲标准
1.2 2. 乙标准
2 国际交流
2.1 1. 参会`,
  ],
  [
    'headings with a title above them all, and nested bullets',
    `# Plan of CEN/TC 999 for 2025
We agreed on this in spring.
## Standards
- Draft prEN 99901
- Revise EN 99902
which is out of date.
## Events
### In person
• Meet in Oslo
◦ in June
◦ in July
### Online
• Meet every month`,
    `1 Standards
1.1 Draft prEN 99901
1.2 Revise EN 99902 which is out of date.
2 Events
2.1.1.1 <In person / Meet in Oslo> in June
2.1.1.2 <In person / Meet in Oslo> in July
2.2.1 <Online> Meet every month`,
  ],
  [
    'a title on one level with the areas',
    `# 2025年工作要点
# 一、研制
- 甲标准
- 乙标准
# 二、宣传
- 培训`,
    `1 研制
1.1 甲标准
1.2 乙标准
2 宣传
2.1 培训`,
  ],
  [
    'plain short lines above bullets',
    `Work programme 2026 of the bicycle committee
Secretariat
- Publish the minutes
- Update the list
Standards
- Revise the standard on helmets
- Draft a report`,
    `1 Secretariat
1.1 Publish the minutes
1.2 Update the list
2 Standards
2.1 Revise the standard on helmets
2.2 Draft a report`,
  ],
  [
    'plain short lines above numbers that begin anew',
    `玩具标委会2025年度工作安排
标准研制
1. 修订通用要求
2. 制定电动玩具要求
国际合作
1. 参加年会
2. 提交提案`,
    `1 标准研制
1.1 1. 修订通用要求
1.2 2. 制定电动玩具要求
2 国际合作
2.1 1. 参加年会
2.2 2. 提交提案`,
  ],
  [
    'plain short lines, some above bullets and some above prose',
    `2025年工作要点
标准研制
• 修订甲标准
• 制定乙标准
国际合作
积极参加国际会议，提交三项提案，争取承办下一届年会。组织专家培训。
能力建设
• 增补委员`,
    `1 标准研制
1.1 修订甲标准
1.2 制定乙标准
2 国际合作
2.1 积极参加国际会议，提交三项提案，争取承办下一届年会。
2.2 组织专家培训。
3 能力建设
3.1 增补委员`,
  ],
  [
    'bullets that are areas, with prose below, in a news text',
    `Committee on tidal power sets out its year
Source: Harbour News
The committee approved its Annual Key Working Points 2024. The document covers three areas; the key takeaways include:
• Consolidate the foundations, and plan ahead
The committee will revise its framework. Specific areas include turbines, cables, etc. Reports, e.g. white papers, are to be written.
In particular, one on noise.
• Speed up urgent standards
Standards on moorings are revised, i.e. those of 2015. This covers 3.5 million tonnes.
Work is aligned with ISO/IEC 27001. The U.S. approach is studied by Dr. Lee.
• International work
A meeting is prepared.
https://example.org/plan
Related news
• Ferries run late`,
    `1 Consolidate the foundations, and plan ahead
1.1 The committee will revise its framework. Specific areas include turbines, cables, etc.
1.2 Reports, e.g. white papers, are to be written. In particular, one on noise.
2 Speed up urgent standards
2.1 Standards on moorings are revised, i.e. those of 2015. This covers 3.5 million tonnes.
2.2 Work is aligned with ISO/IEC 27001.
2.3 The U.S. approach is studied by Dr. Lee.
3 International work
3.1 A meeting is prepared.`,
  ],
  [
    'Chinese bullets that are areas, with prose below',
    `纺织品标委会2025年工作要点
● 完善体系
修订体系表。具体包括纤维、染料等领域。开展调研。
● 扩大交流
组织两次研讨会。`,
    `1 完善体系
1.1 修订体系表。具体包括纤维、染料等领域。
1.2 开展调研。
2 扩大交流
2.1 组织两次研讨会。`,
  ],
  [
    'numbers of several parts, letters, and a quantity',
    `2025 Work Plan
Area 1: Top-level design
1.1 Optimise the system
1.2 Study trends
Area 2: Promotion
2.1 Hold a seminar
a) in Beijing
b) in Paris
2.2 Print a leaflet
3.5 million people get it.`,
    `1 Top-level design
1.1 1.1 Optimise the system
1.2 1.2 Study trends
2 Promotion
2.1.1 a) <Hold a seminar> in Beijing
2.1.2 b) <Hold a seminar> in Paris
2.2 2.2 Print a leaflet 3.5 million people get it.`,
  ],
  [
    'Roman numbers, and letters that look like them',
    `Action plan 2025
I. Standards
${[...'abcdefghij'].map((letter) => `${letter}) draft ${letter.toUpperCase()}`).join('\n')}
II. Events
i) a fair
ii) a course`,
    `1 Standards
${[...'abcdefghij'].map((letter, at) => `1.${at + 1} ${letter}) draft ${letter.toUpperCase()}`).join('\n')}
2 Events
2.1 i) a fair
2.2 ii) a course`,
  ],
  [
    'titles before a colon',
    `Plan 2025
1. Foundations: optimise the framework for critical areas; carry out the plan in an orderly way.
2. Promotion: hold trainings, seminars and school events with media of all types.`,
    `1 Foundations
1.1 optimise the framework for critical areas; carry out the plan in an orderly way.
2 Promotion
2.1 hold trainings, seminars and school events with media of all types.`,
  ],
  [
    'labels that the file gives beside such as were typed',
    `2025年工作要点
一、研制标准
[1 1.] 甲标准
[1 2.] 乙标准
二、做好宣传
[1 1.] 培训
2. 会议`,
    `1 研制标准
1.1 1. 甲标准
1.2 2. 乙标准
2 做好宣传
2.1 1. 培训
2.2 2. 会议`,
  ],
  [
    'one style of labels for areas and points, told apart by depth',
    `TC plan 2025
[1 1.] Standards
[2 1.] Draft A
[2 2.] Draft B
[1 2.] Events
[2 1.] Seminar`,
    `1 Standards
1.1 1. Draft A
1.2 2. Draft B
2 Events
2.1 1. Seminar`,
  ],
  [
    'rows of a sheet: headings and items without a label',
    `## Standards
[1 ] Draft A for 2025
[1 ] Draft B
## Events
[1 ] Seminar`,
    `1 Standards
1.1 Draft A for 2025
1.2 Draft B
2 Events
2.1 Seminar`,
  ],
  [
    'prose below headings, and below a heading of its own',
    `# Working points 2025
## Standards
Two drafts are written. These include one on lifts. A third, No. 7, is reviewed.
## Training
### Online
A webinar is recorded. A quiz is added.`,
    `1 Standards
1.1 Two drafts are written. These include one on lifts.
1.2 A third, No. 7, is reviewed.
2 Training
2.1.1 <Online> A webinar is recorded.
2.1.2 <Online> A quiz is added.`,
  ],
  [
    'a list in the preamble, and a heading that is no area',
    `2025年工作要点
## 背景
工作开展得不错。
去年做了以下工作：
1. 完成报批
2. 完成换届
## 一、研制
（一）甲标准
（二）乙标准
## 二、宣传
（一）培训`,
    `1 研制
1.1 （一） 甲标准
1.2 （二） 乙标准
2 宣传
2.1 （一） 培训`,
  ],
  [
    'numbers in the preamble that are below the areas',
    `2025年工作要点
去年：
1. 完成报批
2. 完成换届
一、研制
（一）甲标准
（二）乙标准
二、宣传
（一）培训`,
    `1 研制
1.1 （一） 甲标准
1.2 （二） 乙标准
2 宣传
2.1 （一） 培训`,
  ],
  [
    'plain numbers for areas and again two levels below',
    `2026 Key Areas of Work
The year 2026 is the last year.
1. Design
(1) Study the outline promptly.
1. Set up a group.
2. Ask a university.
(2) Hold trials.
3. Hold them in two towns.
2. Reform
(3) Streamline
4. Merge two lists.
5. Drop a third.`,
    `1 Design
1.1.1 1. <Study the outline promptly> Set up a group.
1.1.2 2. <Study the outline promptly> Ask a university.
1.2.1 3. <Hold trials> Hold them in two towns.
2 Reform
2.1.1 4. <Streamline> Merge two lists.
2.1.2 5. <Streamline> Drop a third.`,
  ],
  [
    'bullets in one area, numbers below them in another',
    `2025年工作要点
一、研制
• 甲标准
• 乙标准
二、宣传
（一）培训
• 春季
• 秋季
（二）会议`,
    `1 研制
1.1 甲标准
1.2 乙标准
2 宣传
2.1.1 <培训> 春季
2.1.2 <培训> 秋季
2.2 （二） 会议`,
  ],
  [
    'one area alone',
    `2025年工作要点
一、研制
（一）甲标准
（二）乙标准`,
    `1 研制
1.1 （一） 甲标准
1.2 （二） 乙标准`,
  ],
  [
    'one area alone, in prose',
    `2025年工作要点
一、研制
研制甲标准。研制乙标准。`,
    `1 研制
1.1 研制甲标准。
1.2 研制乙标准。`,
  ],
  [
    'points that stand in one paragraph',
    `2025年工作要点
一、研制标准。一是编制甲标准；二是修订GB/T 1.1等2项标准；三是走访企业。此外，做好宣传。
二、宣传
1、举办培训，6月底前；2、开展活动；3、发布视频
三、国际：（1）参加会议；（2）提出提案。
四、保障
做好下列事项。2025年，①完善制度；②增补委员。
（五）完善机制：1）开展调研；2）形成报告。
（六）健全制度。一是修订章程；二是修订办法。`,
    `1 研制标准
1.1 一是 编制甲标准；
1.2 二是 修订GB/T 1.1等2项标准；
1.3 三是 走访企业。
1.4 此外，做好宣传。
2 宣传
2.1 1、 举办培训，6月底前；
2.2 2、 开展活动；
2.3 3、 发布视频
3 国际
3.1 （1） 参加会议；
3.2 （2） 提出提案。
4 保障
4.1 做好下列事项。
4.2.1 ① <2025年> 完善制度；
4.2.2 ② <2025年> 增补委员。
4.3.1 1） <完善机制> 开展调研；
4.3.2 2） <完善机制> 形成报告。
4.4 （六） 健全制度。一是修订章程；二是修订办法。`,
  ],
  [
    'points that stand in one paragraph, in English',
    `Work plan 2025
# Standards
In 2025 we will: (a) write a guide; (b) revise Part 1. 2 of the code; and (c) meet.
# Outreach
1. Hold a seminar; 2. train experts; and 3. print a leaflet.`,
    `1 Standards
1.1.1 (a) <In 2025 we will> write a guide;
1.1.2 (b) <In 2025 we will> revise Part 1. 2 of the code;
1.1.3 (c) <In 2025 we will> meet.
2 Outreach
2.1 1. Hold a seminar;
2.2 2. train experts;
2.3 3. print a leaflet.`,
  ],
  [
    'prose below headings within an area',
    `Work plan 2025
# 1 Standards
## 1.1 Cryptography
Write a standard on locks.
Revise one on keys. It is urgent.
## 1.2 Boats
Write one on boats.
# 2 Outreach
- Hold a seminar.`,
    `1 Standards
1.1.1 <Cryptography> Write a standard on locks.
1.1.2 <Cryptography> Revise one on keys.
1.1.3 <Cryptography> It is urgent.
1.2.1 <Boats> Write one on boats.
2 Outreach
2.1 Hold a seminar.`,
  ],
  [
    'a table of contents that was typed with blanks',
    `2025年度工作计划
目  录
一、研制  1
二、宣传 12
一、研制
（一）研制甲标准 2
（二）研制乙标准
二、宣传
做好培训。`,
    `1 研制
1.1 （一） 研制甲标准 2
1.2 （二） 研制乙标准
2 宣传
2.1 做好培训。`,
  ],
  [
    'goals in letters, with their actions',
    `Action Plan 2025
GOAL A: Relevant standards
Action A.1: Write a standard on lifts.
Action A.2: Revise one on boats.
GOAL B: Engaged members
Action B.1: Hold a workshop.`,
    `1 Relevant standards
1.1 Action A.1: Write a standard on lifts.
1.2 Action A.2: Revise one on boats.
2 Engaged members
2.1 Action B.1: Hold a workshop.`,
  ],
  [
    'a plan in one paragraph',
    `2025年工作要点
2025年，一是健全体系；二是编制甲标准，年内完成；三是举办培训。
秘书处`,
    `1 2025年
1.1 一是 健全体系；
1.2 二是 编制甲标准，年内完成；
1.3 三是 举办培训。`,
  ],
]

test.each(documents)('reads %s', (_, text, tree) => {
  expect(treeOfText(text, 'Plan 2025')).toBe(tree)
})

describe('what is no plan', () => {
  test.each([
    ['nothing', ' \n\n', 'empty'],
    ['a paragraph', 'In 2025 we will meet, and write a standard.', 'no-areas'],
    [
      'a foreword',
      `Foreword
This document was prepared by Technical Committee ISO/TC 999. Attention is drawn to patents in 2025.
The main changes are as follows:
— clause 3 was revised;
— clause 4 was added.`,
      'no-areas',
    ],
    ['a poem', '秋风起\n落叶满长阶\n故人不见\n2025\n一夜听雨到天明', 'no-areas'],
    [
      'a letter',
      `Dear members,
I write to you about the plan for 2025. We shall meet soon, and I hope that all of you can come to Geneva.
Yours sincerely
A. Smith
Secretary`,
      'no-areas',
    ],
    ['a price list', 'Price list 2025\n1. Apples: 3.50 EUR\n2. Pears: 4.50 EUR\n3. Plums: 2 EUR', 'no-areas'],
    ['bullets without areas', '2025年工作要点\n• 加强研究\n• 做好宣传\n• 完善制度', 'no-areas'],
    ['a heading above prose', '2025年的消息\n## 委员会\n发布了要点。\n召开了会议。', 'no-areas'],
    ['one area with one point', '2025年工作要点\n一、研制\n（一）甲标准', 'no-areas'],
    ['a text without a year', 'Work plan\n1. A\n- x\n2. B\n- y', 'no-year'],
    ['a text of two years', 'Work plan 2025-2026\n1. A\n- x\n2. B\n- y', 'several-years'],
  ])('refuses %s', (_, text, kind) => {
    expect(treeOfText(text)).toBe(kind)
  })

  const areas = (count: number, points: number, text = 'do it') =>
    `Work plan 2025\n${Array.from({ length: count }, (_, area) =>
      [`${area + 1}. Area`, ...Array.from({ length: points }, (_, point) => `(${point + 1}) ${text}`)].join(
        '\n',
      ),
    ).join('\n')}`

  test.each([
    ['areas', areas(51, 1), { kind: 'too-many-areas', areas: 51, most: 50, place: line(102) }],
    ['points', areas(2, 251), { kind: 'too-many', points: 502, most: 500, place: line(504) }],
    [
      'characters',
      areas(2, 1, 'x'.repeat(3_001)),
      { kind: 'too-long', length: 3_001, most: 3_000, place: line(3) },
    ],
    [
      'characters in a paragraph above',
      `${'Why? '.repeat(5_000)}\n${areas(2, 1)}`,
      { kind: 'too-long', length: 24_999, most: 20_000, place: line(1) },
    ],
  ])('refuses too many %s, and says where', (_, text, refusal) => {
    expect(readPlan(outlineOf(text), {})).toEqual({ ok: false, refusal })
  })

  test('reads as many as may be', () => {
    expect(readPlan(outlineOf(areas(50, 10, 'x'.repeat(3_000))), {}).ok).toBe(true)
  })
})

test('says which paragraphs belong to no point', () => {
  const text = documents[0]?.[1] ?? ''
  const reading = readPlan(outlineOf(text), {})
  expect(reading.ok && reading.left.map(({ number }) => number)).toEqual([3, 4, 11, 15, 16, 17, 18])
})

test('says that one area has too many points', () => {
  const points = Array.from({ length: 600 }, (_, at) => `${at + 1}. 研制标准`).join('\n')
  expect(readPlan(outlineOf(`2025年工作要点\n一、研制\n${points}`), {})).toMatchObject({
    ok: false,
    refusal: { kind: 'too-many', points: 600, place: { number: 503 } },
  })
})

test('keeps the cells that hold the rest of a plan, of which one area stands without', () => {
  const text = '2026年工作要点\n一、研制\n（一）甲标准\n（二）乙标准'
  expect(treeOfText(`${text}\n| 二、交流\n| （一）参会`)).toContain('2 交流')
  expect(treeOfText(`${text}\n| 序号\n| 甲`)).toBe('1 研制\n1.1 （一） 甲标准\n1.2 （二） 乙标准')
})

test('says which cells belong to no point', () => {
  const reading = readPlan(outlineOf('Plan 2025\n1. A\n- x\n| y\n2. B\n- z\n| 1. last'), {})
  expect(reading.ok && reading.left.map(({ number }) => number)).toEqual([4, 7])
})

test('says where areas and points stand', () => {
  const reading = readPlan(outlineOf('Plan 2025\n\nAreas\n- x\n\n- y\nmore\nOthers\n- z'), {})
  expect(
    reading.ok &&
      reading.plan.areas.map(({ place, points }) => [
        place.number,
        ...points.map((point) => point.place.number),
      ]),
  ).toEqual([
    [3, 4, 6],
    [8, 9],
  ])
})

test('takes the year that was asked for', () => {
  const outline = outlineOf('Work plan 2025-2026\n1. A\n- x\n2. B\n- y')
  const reading = readPlan(outline, { year: 2026 })
  expect(reading.ok && reading.plan.year).toBe(2026)
})

function line(number: number) {
  return { unit: 'paragraph', number }
}

test.each<[string, string]>([
  [
    'in English',
    'WGs and members are required to organise their work and to implement the points accordingly.',
  ],
  ['in English, to all', 'All working groups and members shall carry out this plan.'],
  ['in Chinese', '各工作组、成员单位要结合实际，认真抓好落实。'],
  ['in Chinese, politely', '请各工作组按照本要点组织实施。'],
])('An order to everybody below the last point is none, %s', (_, order) => {
  const plan = (last: string) => `2026年工作要点\n一、研制\n研制一项标准。\n二、应用\n举办一次培训。\n${last}`
  const reading = readPlan(outlineOf(plan(order)), {})
  expect(reading).toMatchObject({ ok: true, left: [{ number: 6 }] })
  expect(treeOfText(plan('各工作组举办一次研讨会。'))).toContain('2.2 各工作组举办一次研讨会。')
})

test.each([
  ['the title printed again', 'Work plan 2026 N 5\n{1}\n- do A\nWork plan 2026 N 5\n{2}\n- do B', [4]],
  [
    'a line beside the number of each page',
    'Work plan 2026\nN 5\nPage 1 of 2\n{1}\n- do A\nTC 999 plan\n- 1 -\nTC 999 plan\n- 2 -\n{2}\n- do B',
    [2, 3, 6, 7, 8, 9],
  ],
])('What is printed on each page is no part of a point: %s', (_, text, left) => {
  const reading = readPlan(outlineOf(text.replace('{1}', '1. Standards').replace('{2}', '2. Events')), {})
  expect(treeRead(reading)).toBe('1 Standards\n1.1 do A\n2 Events\n2.1 do B')
  expect(reading.ok && reading.left.map(({ number }) => number)).toEqual(left)
})

test('What is struck out is left, and is no point', () => {
  const outline = outlineOf('2026年工作要点\n一、研制\n（一）甲\n（二）乙\n二、应用\n（一）丙')
  const paragraphs = outline.paragraphs.map((one) =>
    one.text === '（二）乙' ? { ...one, isStruck: true as const } : one,
  )
  const reading = readPlan({ paragraphs }, {})
  expect(treeRead(reading)).toBe('1 研制\n1.1 （一） 甲\n2 应用\n2.1 （一） 丙')
  expect(reading).toMatchObject({ left: [{ number: 4 }] })
})

describe('who issued a plan, and when, below its last point', () => {
  const plan = (last: string) =>
    readPlan(
      outlineOf(`2026年工作要点\n一、研制\n（一）研制一项标准。\n二、应用\n（一）举办一次培训。\n${last}`),
      {},
    )

  test.each<[string, string | undefined]>([
    ['秘书处 2026年1月20日', undefined],
    ['Best regards,', undefined],
    ['Done at Vienna, 15 December 2026', undefined],
    ['Issued by the Secretariat', undefined],
    ['Approved by the committee, N 345.', undefined],
    ['Vienna, 15 December 2026', undefined],
    ['Jane Doe, Secretary', undefined],
    ['Secretariat: DIN', undefined],
    ['N 1234', undefined],
    ['注：本要点由秘书处负责解释。', undefined],
    ['本要点自印发之日起实施。', undefined],
    ['[^1]: Budget permitting.', undefined],
    ['某某标准化技术委员会　二〇二六年一月二十日', undefined],
    ['Secretariat, 20 January 2026', undefined],
    ['Secretariat of SAC/TC999, January 20, 2026', undefined],
    ['2026年2月20日印发', '2026-02-20'],
    ['某某标委会秘书处 2026年2月20日印发', '2026-02-20'],
    ['Issued by the Secretariat on 20 February 2026', '2026-02-20'],
  ])('is no part of that: %s', (last, releasedOn) => {
    const reading = plan(last)
    expect(reading).toMatchObject({ ok: true, left: [{ number: 6 }] })
    expect(reading.ok && reading.plan.releasedOn).toBe(releasedOn)
    expect(reading.ok && reading.plan.areas[1]?.points).toHaveLength(1)
  })

  test('is told on several lines, whose names mean nothing by themselves', () => {
    const reading = plan('Done at Vienna, 15 December 2026\nThe Secretary\nJane Doe\nN 1234')
    expect(reading.ok && reading.left.map(({ number }) => number)).toEqual([6, 7, 8, 9])
    expect(plan('举办会议。\nJane Doe')).toMatchObject({ ok: true, left: [] })
  })

  test('is told on two lines, above an annex and above whom it is sent to', () => {
    const reading = plan('抄送：各成员单位\n某某标委会秘书处\n2026年2月20日印发\n附件\n1. 项目清单')
    expect(reading).toMatchObject({ ok: true, plan: { releasedOn: '2026-02-20' } })
    expect(reading.ok && reading.left.map(({ number }) => number)).toEqual([6, 7, 8, 9, 10])
  })

  test.each([
    '成立数据工作组 2026年1月20日',
    '由秘书处 2026年2月20日印发',
    'Meeting of the committee, 20 January 2026',
    'Secretariat to prepare a draft, 20 January 2026',
    'Approved by WG 1: a standard on lifts',
    'WG1 reports to the secretariat by 20 January 2026',
  ])('is not where a sentence asks for work: %s', (last) => {
    expect(plan(last)).toMatchObject({ ok: true, left: [] })
  })
})

describe('a short line above prose, in an area', () => {
  const prose = [
    'Revise the white paper on artificial intelligence security, and issue it in September.',
    'Organise no less than ten trainings on the key standards. Hold a seminar for the members.',
    'Strengthen the exchange with ETSI and with other bodies that work on the same subjects.',
  ]
  const plan = (label: (at: number) => string, [first, second, third] = ['Papers', 'Training', 'Liaison']) =>
    `Work plan 2026
I. Research
${label(1)}${first}
${prose[0]}
${label(2)}${second}
${prose[1]}
II. Exchange
${label(1)}${third}
${prose[2]}`
  const headed = `1 Research
1.1.1 <Papers> ${prose[0]}
1.2.1 <Training> Organise no less than ten trainings on the key standards.
1.2.2 <Training> Hold a seminar for the members.
2 Exchange
2.1.1 <Liaison> ${prose[2]}`

  test.each<[string, (at: number) => string]>([
    ['without a label', () => ''],
    ['in a list', () => '• '],
    ['with a number', (at) => `${at}. `],
    ['with a number of the file', (at) => `[1 ${at}.] `],
  ])('is the heading of that, %s', (_, label) => {
    expect(treeOfText(plan(label))).toBe(headed)
  })

  test('is so in Chinese', () => {
    const text = `2026年工作要点
一、研制
（一）数据安全标准
加快数据安全、个人信息保护急需标准的研制，上半年形成征求意见稿。
（二）量子密码标准
围绕后量子密码迁移开展研究，年内形成研究报告。组织专家参加国际会议。
二、应用
（一）举办培训。`
    expect(treeOfText(text)).toBe(`1 研制
1.1.1 <数据安全标准> 加快数据安全、个人信息保护急需标准的研制，上半年形成征求意见稿。
1.2.1 <量子密码标准> 围绕后量子密码迁移开展研究，年内形成研究报告。
1.2.2 <量子密码标准> 组织专家参加国际会议。
2 应用
2.1 （一） 举办培训。`)
  })

  test('is a point where there is one alone', () => {
    const text = `Work plan 2026\nI. Research\nPapers\n${prose[0]}\nII. Exchange\n1. Meet ETSI.`
    expect(treeOfText(text)).toContain('1.1 Papers\n1.2 Revise')
  })

  test('is a point where others of its area stand above nothing', () => {
    const text = `Work plan 2026
I. Research
Write a paper
${prose[0]}
Elect a chair
${prose[1]}
Renew the rules
II. Exchange
1. Meet ETSI.`
    expect(treeOfText(text)).toContain('1.1 Write a paper\n1.2 Revise')
  })

  test('is an area where nothing above is one, with the sentences for points', () => {
    const text = `Work plan 2026\n• Research\n${prose[0]}\n${prose[1]}\n• Exchange\n${prose[2]}`
    expect(treeOfText(text)).toBe(`1 Research
1.1 ${prose[0]}
1.2 Organise no less than ten trainings on the key standards.
1.3 Hold a seminar for the members.
2 Exchange
2.1 ${prose[2]}`)
  })
})

test('A bold line is the heading of the text below it, whatever mark it ends with', () => {
  const text = '2026年工作要点\n一、研制\n标准体系。\n编制框架。\n二、应用\n标准宣贯。\n举办培训。发布解读。'
  const { paragraphs } = outlineOf(text)
  const bold = paragraphs.map((one) => (/^标准/.test(one.text) ? { ...one, isBold: true as const } : one))
  expect(treeRead(readPlan({ paragraphs: bold }, {}))).toBe(`1 研制
1.1.1 <标准体系> 编制框架。
2 应用
2.1.1 <标准宣贯> 举办培训。
2.1.2 <标准宣贯> 发布解读。`)
  expect(treeOfText(text)).toContain('1.1 标准体系。')
})

test('A line that was broken in the sentence into which its area runs is put together', () => {
  const lines = [
    '2028年要点',
    '一、标准：完成数据安全等国家标准',
    '8项，推进体系建设。',
    '二、国际：申办会议。',
  ]
  const paragraphs = lines.map((text, at) => ({ text, place: { unit: 'line' as const, number: at + 1 } }))
  expect(treeRead(readPlan({ paragraphs }, {}))).toBe(
    '1 标准\n1.1 完成数据安全等国家标准8项，推进体系建设。\n2 国际\n2.1 申办会议。',
  )
})

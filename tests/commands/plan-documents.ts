/** Documents of plans, in our own words, and others that are none. */

export const plan2026 = `2026年度工作要点

2026年3月20日全体会议审议通过，3月25日印发。

一、健全标准体系
（一）完善数据安全标准体系，6月底前形成框架草案。
（二）围绕量子计算安全风险编写研究报告。
二、加快标准研制
（三）抓紧研制个人信息保护国家标准。
（四）推动供应链安全标准立项。
三、深化国际合作
（五）推动人工智能安全国际标准提案立项。
（六）申办2027年SC 27工作会议。
`

export const plan2027 = `2027年度工作要点

一、健全标准体系
1. 完善数据安全标准体系，9月底前形成框架草案。
2. 围绕量子计算安全风险编写研究报告。
二、加快标准研制
1. 推动供应链安全标准立项。
2. 开展车联网安全标准宣贯培训。
三、深化国际合作
1. 推动人工智能安全国际标准提案立项。
2. 申办2027年SC 27工作会议。
`

export const englishPlan = `# Key Working Points 2028

## Standards
- Develop the standards for data security that are urgently needed.
- Revise the national standards for cloud computing by 30 June 2028.

## Promotion
- Train small enterprises in the standards.
- Bring the standards to schools with a campus event.

## Abroad
- Bring a proposal on AI security to approval in SC 27.
`

/** What it is, the file's name, its content, and what the refusal says of it in each language. */
export const noPlans: readonly [what: string, name: string, content: string, en: RegExp, zh: RegExp][] = [
  [
    'minutes in Chinese',
    '纪要.txt',
    `2026年第一次全体会议纪要

一、审议标准送审稿
（一）专家组介绍了标准编制情况。
（二）与会代表建议修改术语。
二、工作组汇报
（一）介绍了标准研制进展。
（二）介绍了培训活动开展情况。
`,
    /Its title calls it “纪要”.*Key Working Points 2026/,
    /标题表明它是“纪要”/,
  ],
  [
    'minutes in English',
    'minutes.md',
    `# Minutes of the plenary, 14 March 2026

## Opening
- The chair opened the meeting at half past nine.
- Two members sent their apologies.

## Reports
- The group reported on the training that it had held in spring.
- There were no questions.
`,
    /Its title calls it “Minutes”/,
    /标题表明它是“Minutes”/,
  ],
  [
    'a poem',
    'poem.txt',
    `The year 2026 begins

1. Snow
The roofs are white, the lanes are deep,
the dog has put the cat to sleep.
2. Thaw
It drips, it runs, it sings all day,
and takes the year's first mud away.
`,
    /none of its \d points asks for work/,
    /没有一个提出了工作任务/,
  ],
  [
    'a price list without a year',
    'prices.csv',
    'Category,Item,Price\nBread,Rye loaf,4.20\nBread,Wheat roll,0.45\nCake,Apple cake,3.10\n',
    /none of its 3 points asks for work/,
    /没有一个提出了工作任务/,
  ],
  [
    'a table of something else',
    'people.csv',
    'name,shoe size\nA,42\nB,39\n',
    /As a list of standards: I find no heading row.*As a plan: I find no heading row.*area/,
    /作为标准清单：找不到可识别的标题行.*作为工作要点：找不到可识别的标题行/,
  ],
  [
    'a PDF',
    'plan.pdf',
    '%PDF-1.7\n…',
    /can’t be read\. That is a PDF.*\.docx/,
    /无法读取 plan\.pdf.*PDF.*\.docx/,
  ],
  ['nothing', 'empty.txt', ' \n', /can’t be read\. The file is empty/, /文件是空的/],
  [
    'a plan that tells no year',
    'plan.txt',
    '工作要点\n\n一、标准\n（一）研制数据安全标准。\n二、培训\n（一）举办标准宣贯培训班。\n',
    /Neither its title nor its text tells which year.*--year 2026/,
    /没有写明年份/,
  ],
  [
    'a text without areas',
    'letter.txt',
    'Dear colleagues,\n\nplease send your comments on the draft standard by Friday.\n\nYours',
    /I looked for areas .* and found none/,
    /未找到领域/,
  ],
]

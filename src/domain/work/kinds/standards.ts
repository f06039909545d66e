import type { WorkKind } from '../kind.ts'
import { link } from './evidence.ts'

/** Documents that are made as standards are. */
const documentsEn = ['technical report*', 'technical specification*', 'publicly available specification*']
const objectsEn = ['standard', 'standards', 'technical requirement*', 'practice guide*', ...documentsEn]
const objectsZh = ['标准', '技术要求', '技术规范', '实践指南']

/** Verbs take what they make at once; a noun of making takes an `of`: "secure development standards" asks for none. */
const verbsEn = [
  'develop',
  'developing',
  'formulate',
  'formulating',
  'revise',
  'revising',
  'make',
  'making',
  'drafting',
  'establish',
  'establishing',
]
const nounsEn = ['development', 'formulation', 'revision', 'making', 'drafting', 'preparation']
const participles = ['developed', 'formulated', 'revised', 'made', 'drafted', 'prepared']
const publishEn = ['prepare', 'draft', 'publish', 'issue', 'finalise', 'finalize', 'complete', 'start']
const shortEn = ['tr', 'ts', 'pas']
/** Behind a number `draft` is a verb: `draft standards` are no work, they are there. */
const numbersEn = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'several',
  'further',
]
/** Of a national standard, its title may stand between it and what is done: `加快国家标准《…》研制`. */
const namedZh = ['加快', '推进', '推动', '完成', '开展', '加强'].flatMap((verb) =>
  ['研制', '制定', '修订', '制修订'].map((making) => `${verb}国家标准…${making}`),
)
/** What is done with standards on their way, whoever drafts them. */
const stagesZh = ['立项', '报批', '送审', '复审', '征求意见', '审查', '发布']
const draftsZh = ['草案', '征求意见稿', '送审稿', '报批稿'].flatMap((draft) => [
  `完成…标准${draft}`,
  `形成…标准${draft}`,
])
const verbsZh = ['制定', '制订', '修订', '制修订', '研制', '编制', '起草', '研究制定', '出台', '建立健全']

export const standard: WorkKind = {
  id: 'standard',
  names: { zh: '标准项目', en: 'Standard' },
  words: {
    zh: [
      ...verbsZh.flatMap((verb) => objectsZh.map((object) => `${verb}…${object}`)),
      ...verbsZh.flatMap((verb) => [`标准${verb}`, `标准的${verb}`]),
      ...namedZh,
      ...draftsZh,
      ...['立项', '报批', '申报', '废止', '完成'].map((verb) => `${verb}…标准`),
      ...stagesZh.filter((stage) => stage !== '发布').flatMap((stage) => [`标准${stage}`, `标准的${stage}`]),
      ...stagesZh.flatMap((stage) => [`完成…标准…${stage}`, `推进…标准…${stage}`, `推动…标准…${stage}`]),
      ...['推进', '推动', '加快'].flatMap((verb) =>
        ['国家标准', '行业标准', '强制性标准', '强制性国家标准'].map((object) => `${verb}${object}`),
      ),
      ...['标准', '国家标准'].map((object) => `布局…${object}`),
      '标准的发布',
      ...['复审', '审查'].flatMap((stage) => ['开展', '进行', '组织'].map((verb) => `标准${verb}${stage}`)),
      '在研标准',
      '在研…标准',
      '研究…标准',
      '发布…实践指南',
      '发布国家标准',
      '发布行业标准',
      '发布团体标准',
      '标准研究与制定',
      '标准研究和制定',
      '急需标准',
      '急需的标准',
      '急需…标准',
      '急用标准',
      '支撑…认证…技术要求',
      '支撑…检测…技术要求',
    ],
    en: [
      ...verbsEn.flatMap((verb) => objectsEn.map((object) => `${verb} … ${object}`)),
      ...nounsEn.flatMap((noun) => objectsEn.map((object) => `${noun} of … ${object}`)),
      ...participles.flatMap((done) => objectsEn.map((object) => `${object} … be ${done}`)),
      ...['standard', 'standards'].flatMap((object) =>
        ['development', 'formulation', 'making', 'revision', 'drafting'].map((noun) => `${object} ${noun}`),
      ),
      'publication of … practice guide*',
      'publish … practice guide*',
      ...publishEn.flatMap((verb) => [...documentsEn, ...shortEn].map((object) => `${verb} … ${object}`)),
      ...['develop', 'revise'].flatMap((verb) => shortEn.map((object) => `${verb} … ${object}`)),
      ...numbersEn.flatMap((number) => [
        `draft ${number} standard*`,
        `draft ${number} … standards`,
        `publish ${number} standards`,
        `publish ${number} … standards`,
      ]),
      ...['complete', 'completing', 'finish', 'finalise', 'finalize'].flatMap((verb) =>
        ['the standard', '… the standards', 'a standard', '… national standard*'].map(
          (object) => `${verb} ${object}`,
        ),
      ),
      ...['push forward', 'move forward', 'drive forward', 'advance', 'progress', 'speed up'].flatMap(
        (verb) =>
          ['the standard', '… national standard', '… mandatory standard*'].map(
            (object) => `${verb} ${object}`,
          ),
      ),
      'lay out … standards',
      'map out … standards',
      'draft … national standard*',
      'draft … european standard*',
      'deliver … standards',
      'publish … national standard*',
      'publish … european standard*',
      ...['submit', 'submitting'].flatMap((verb) => [
        `${verb} … national standards for approval`,
        `${verb} … standards for approval`,
      ]),
      'standards … submitted for approval',
      'standards … be submitted',
      ...['speed up', 'accelerate', 'advance', 'step up'].map((verb) => `${verb} work on … standards`),
      'harmoni* standard* … deliver*',
      'systematic review*',
      'submit … dis',
      'submit … fdis',
      'submit … cd',
      ...['start', 'launch', 'initiate', 'begin'].flatMap((verb) => [
        `${verb} … new project*`,
        `${verb} … standard* project*`,
      ]),
      ...['progress', 'advance', 'complete'].flatMap((verb) => [
        `${verb} the projects`,
        `${verb} … project* in the work programme`,
        `${verb} … project* in the programme of work`,
        `${verb} … standards project*`,
      ]),
      'projects under way',
      ...['speed up', 'fast track'].flatMap((verb) => [
        `${verb} standards on`,
        `${verb} standards for`,
        `${verb} national standards`,
      ]),
      'fast track the … standard',
      'draft the standard*',
      'draft new standard*',
      'draft a standard',
      'draft a … standard',
      'draft standards for',
      'draft standards on',
      'draft national standard*',
      'standardisation development',
      'standardization development',
      'urgently needed standard*',
      'urgently needed … standards',
      'urgently required standards',
      'accelerate standards',
      'accelerate national standards',
      'technical requirement* … support* … certification',
      'technical requirement* … support* … inspection',
    ],
  },
  notWords: {
    zh: [
      '标准化',
      '标准周',
      '标准日',
      '标准院',
      '标准委',
      '标准合同',
      '标准物质',
      '标准必要专利',
      '标准解读',
      ...['进展', '动态', '解读', '目录', '清单', '实施', '应用', '体系'].map(
        (what) => `发布国家标准${what}`,
      ),
      '标准宣传',
      '标准应用',
      '标准实施',
      '标准推广',
      '标准要求',
      ...['数据库', '平台', '目录', '清单', '汇编', '翻译', '外文', '比对', '调研', '培训', '题库'].map(
        (what) => `标准${what}`,
      ),
      ...['与国际', '与国外', '国际', '国外'].map((where) => `完成…${where}标准`),
      ...['需求', '建议', '现状', '动态', '问题', '差距', '国际', '提案', '互认'].map(
        (what) => `标准${what}`,
      ),
      ...['国际', '国外', '境外'].map((where) => `研究…${where}标准`),
      ...['机构', '院', '所', '组', '中心', '生', '报告', '成果'].map((what) => `研究${what}`),
      ...['国家标准', '行业标准', '强制性标准', '强制性国家标准'].flatMap((object) =>
        [
          '实施',
          '应用',
          '落地',
          '宣贯',
          '推广',
          '执行',
          '验证',
          '试点',
          '外文版',
          '体系',
          '与国际',
          '化',
        ].flatMap((what) => ['推进', '推动', '加快'].map((verb) => `${verb}${object}${what}`)),
      ),
    ],
    en: [
      'decision making',
      'policy making',
      'rule making',
      'make use',
      'make full use',
      'make good use',
      'make sure',
      'make … known',
      'making … known',
      'made known',
      'made available',
      'made public',
      'draft standard*',
      'draft international standard*',
      'draft of',
      'drafts of',
      'draft of … standard*',
      'research project*',
      'pilot project*',
      'standard* development organi*',
      'standard* making organi*',
      'standard of living',
      'standards of living',
      'standard contract*',
      ...['outline', 'strategy', 'plan', 'law'].flatMap((what) => [
        `standardisation development ${what}*`,
        `standardization development ${what}*`,
      ]),
      ...['system', 'framework', 'platform', 'week', 'database'].map((what) => `the standards ${what}*`),
    ],
  },
  isSubject: true,
  steps: [
    {
      id: 'call-for-participants',
      names: { zh: '牵头单位公开征集参编单位', en: 'The lead calls for participants' },
      withinDays: 30,
      source: 'The lead organisation of a project calls for participants within 30 days',
    },
    {
      id: 'participants-reported',
      names: {
        zh: '参编单位名单和任务分工报秘书处',
        en: 'Participants and their tasks reported to the secretariat',
      },
    },
    { id: 'kick-off', names: { zh: '召开启动会', en: 'Kick-off' } },
  ],
  evidence: [],
  counters: [{ id: 'standards-made', names: { zh: '完成标准数', en: 'Standards made' } }],
  makesStandard: true,
}

export const system: WorkKind = {
  id: 'system',
  names: { zh: '标准体系', en: 'System of standards' },
  words: {
    zh: ['标准体系', '标准的体系', '标准化体系', '标准框架', '标准体系框架', '标准体系建设', '标准架构'],
    en: [
      'standard system*',
      'standards system*',
      'standardization system*',
      'standardisation system*',
      'system of standards',
      'system of … standards',
      'systems of … standards',
      'standard framework*',
      'standards framework*',
      'standardization framework*',
      'standardisation framework*',
      'framework of … standards',
      'frameworks of … standards',
      'standards architecture*',
    ],
  },
  isSubject: true,
  steps: [
    { id: 'needs', names: { zh: '需求梳理', en: 'Needs gathered' } },
    { id: 'draft', names: { zh: '形成框架草案', en: 'Framework drafted' } },
    { id: 'comments', names: { zh: '征求意见', en: 'Comments asked for' } },
    { id: 'approved', names: { zh: '审议通过', en: 'Approved' } },
  ],
  evidence: [link],
  counters: [
    { id: 'systems-settled', names: { zh: '建立或优化的标准体系数', en: 'Systems of standards settled' } },
  ],
}

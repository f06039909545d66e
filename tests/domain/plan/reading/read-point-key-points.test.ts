import { expect, test } from 'vitest'
import { read } from './read.ts'

/** What the key working points of a year ask for, in words of our own. */
test.each([
  [
    'The systems of standards for critical areas (critical information infrastructure, data, generative AI) are to be optimised.',
    ['system'],
    ['critical-infrastructure', 'data-security', 'generative-ai'],
  ],
  [
    '优化关键领域（关键信息基础设施、数据、生成式人工智能）标准体系。',
    ['system'],
    ['critical-infrastructure', 'data-security', 'generative-ai'],
  ],
  ['Plans are carried out in an orderly way.', ['roadmap'], []],
  ['有序推进规划实施。', ['roadmap'], []],
  [
    'Write research reports and white papers on emerging technologies and future risks.',
    ['research'],
    ['emerging-technology'],
  ],
  ['围绕新技术新应用和未来风险编写研究报告、白皮书。', ['research'], ['emerging-technology']],
  ['Go on with seminars and on-site studies.', ['study'], []],
  ['组织研讨，开展实地调研。', ['study'], []],
  [
    'Faster making and revision of urgently needed standards: critical information infrastructure, data security, data-trade services, minors’ personal information, classification of important data, interconnection of cybersecurity products.',
    ['standard'],
    [
      'critical-infrastructure',
      'data-security',
      'data-trade',
      'minors',
      'personal-information',
      'important-data',
      'product-interconnection',
    ],
  ],
  [
    '加快急需标准制修订：关键信息基础设施、数据安全、数据交易服务、未成年人个人信息、重要数据分类、网络安全产品互联互通。',
    ['standard'],
    [
      'critical-infrastructure',
      'data-security',
      'data-trade',
      'minors',
      'personal-information',
      'important-data',
      'product-interconnection',
    ],
  ],
  ['Technical requirements that support certification and inspection.', ['standard'], ['certification']],
  ['研制支撑认证检测的技术要求。', ['standard'], ['certification']],
  ['Develop standards for the security of generative AI.', ['standard'], ['generative-ai']],
  ['制定生成式人工智能安全标准。', ['standard'], ['generative-ai']],
  [
    'Promote standards through trainings, seminars, school events, media of all types, and events held with other regulators and stakeholders.',
    ['training', 'study', 'school-event', 'media', 'joint-event'],
    [],
  ],
  [
    '通过宣贯培训、研讨、进校园、各类媒体以及与主管部门联合举办活动等方式推广标准。',
    ['training', 'study', 'school-event', 'media', 'joint-event'],
    [],
  ],
  ['Draw up an international standardisation roadmap.', ['roadmap'], []],
  ['提出国际标准化路线图。', ['roadmap'], []],
  ['Bring the proposals on AI and quantum to approval.', ['international-proposal'], ['ai', 'quantum']],
  ['推动人工智能、量子等国际标准提案获批。', ['international-proposal'], ['ai', 'quantum']],
  ['Raise the capability of experts.', ['experts'], []],
  ['提升专家能力。', ['experts'], []],
  ['Coordinate national and international standards.', ['coordination'], []],
  ['推动国内国际标准协调。', ['coordination'], []],
  ['Make the bid to host the SC 27 meeting in 2025.', ['hosting-bid'], []],
  ['申办2025年SC 27会议。', ['hosting-bid'], []],
  ['Engagement with the US, the EU and Japan goes on.', ['liaison'], ['us', 'eu', 'jp']],
  ['加强与美国、欧盟、日本的交流合作。', ['liaison'], ['us', 'eu', 'jp']],
  ['Improve structure and rules.', ['rules'], []],
  ['完善组织架构和规章制度。', ['rules'], []],
  ['Take in more sectoral experts.', ['experts'], []],
  ['吸纳更多行业专家。', ['experts'], []],
  ['Results and status are published regularly.', ['publication'], []],
  ['定期发布成果和工作动态。', ['publication'], []],
  ['The working platform is upgraded.', ['platform'], []],
  ['升级工作平台。', ['platform'], []],
])('%s', (text, kinds, topics) => {
  const found = read(text)
  expect(found.kinds).toEqual(kinds)
  expect(found.topics).toEqual(topics)
  expect(found.dates).toEqual([])
})

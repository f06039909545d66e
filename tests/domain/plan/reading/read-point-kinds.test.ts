import { describe, expect, test } from 'vitest'
import { asksForWork, readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { known, read } from './read.ts'

type Row = readonly [text: string, kinds: string]

const english: readonly Row[] = [
  // Standards.
  ['Develop national standards for data trading services.', 'standard'],
  ['Draw on practice, and speed up the formulation and revision of national standards.', 'standard'],
  ['Research and formulation of the urgently-needed standards are to go faster.', 'standard'],
  ['Urgently needed standards should be accelerated', 'standard'],
  ['Standards for the protection of minors should be developed.', 'standard'],
  ['Revise the standard on incident response', 'standard'],
  ['Make standards for cloud services and revise those in force', 'standard'],
  ['Work on standards development for office devices goes on', 'standard'],
  ['Technical requirements that support certification and inspection', 'standard'],
  ['Develop security standards for internet platforms', 'standard'],
  ['Develop a standard for the sanitization of storage media', 'standard'],
  ['Formulate security standards for training data of generative AI', 'standard'],
  ['Revise the classification rules standard', 'standard'],
  ['Develop the standard for blockchain roadmaps', 'standard'],
  ['Develop standards for data exchange with partners', 'standard'],
  ['Formulate standards for news media services', 'standard'],
  ['Develop a standard for seminar recording systems', 'standard'],
  ['Develop working platform standards', 'standard'],
  ['Hold seminars on AI and also develop standards', 'study standard'],
  ['Develop standards, and hold trainings', 'standard training'],
  // Systems of standards.
  ['Optimise the standard systems for critical areas', 'system'],
  ['The standards system for AI security is to be completed', 'system'],
  ['Develop a system of cybersecurity standards', 'system'],
  ['Develop a standards framework for quantum security', 'system'],
  // Research.
  ['Draft research reports and white papers on emerging technologies', 'research'],
  ['Whitepapers on future risks will be published', 'research'],
  ['One white-paper on large models', 'research'],
  ['Prospective research on the making of standards for brain-computer interfaces', 'research'],
  ['A research report on the standards system for vehicles', 'research'],
  // Studies.
  ['Hold seminars and on-site studies', 'study'],
  ['On site visits to operators and a symposium', 'study'],
  ['The promotion of standards via seminars', 'study'],
  ['Workshops on the revision of national standards', 'study'],
  // Trainings.
  ['Organise trainings on the new standards', 'training'],
  ['A training on the making of standards', 'training'],
  ['Training on standards', 'training'],
  ['Standards development training for newcomers', 'training'],
  // Schools, media, others.
  ['School events for pupils', 'school-event'],
  ['Bring standards into universities and onto campuses', 'school-event'],
  ['Standards should be made known through media of all types', 'media'],
  ['Explain the standards through social media', 'media'],
  ['All kinds of media are to report', 'media'],
  ['Events held with other regulators', 'joint-event'],
  ['Events co-organised with industry stakeholders', 'joint-event'],
  ['Hold a conference in cooperation with operators; co-host it with a ministry', 'joint-event'],
  [
    'Promote standards by trainings, seminars, school events, media of all types and events held with other regulators and stakeholders',
    'training study school-event media joint-event',
  ],
  // International.
  ['Draw up a roadmap of international standardisation', 'roadmap'],
  ['Propose a road map for the development of standards', 'roadmap'],
  ['Plans are to be carried out in an orderly way', 'roadmap'],
  ['Proposals on AI and quantum are brought to approval', 'international-proposal'],
  ['Bring international standard proposals on quantum to approval', 'international-proposal'],
  ['Submit a new work item proposal on agents', 'international-proposal'],
  ['Lead the development of international standards', 'international-proposal'],
  ["Strengthen experts' capability", 'experts'],
  ['The capability of our experts in international standards', 'experts'],
  ['National and international standards should be coordinated', 'coordination'],
  ['Adopt international standards where they fit', 'coordination'],
  ['Prepare the bid to host the SC 27 meeting in 2025', 'hosting-bid'],
  ['Bid for hosting the plenary', 'hosting-bid'],
  ['Keep up engagement with the US, the EU and Japan', 'liaison'],
  ['Liaisons and dialogue with ISO', 'liaison'],
  // The committee itself.
  ['Improve the structure and rules of the committee', 'rules'],
  ['Update the rules of procedure', 'rules'],
  ['Recruit more sectoral experts', 'experts'],
  ['Publish results and status regularly', 'publication'],
  ['The status of standards is published every month', 'publication'],
  ['Upgrade the working platform', 'platform'],
  ['The working platform should be upgraded', 'platform'],
  [
    'Refine rules and structure, win more experts, publish results regularly and upgrade the working platform.',
    'rules experts publication platform',
  ],
]

const chinese: readonly Row[] = [
  ['加快急需标准研制。', 'standard'],
  ['制定数据交易服务安全标准', 'standard'],
  ['修订网络安全等级保护系列国家标准', 'standard'],
  ['推进重点标准制修订', 'standard'],
  ['推动《数据接口安全要求》国家标准发布实施', 'standard'],
  [
    '研制关键信息基础设施、数据安全、未成年人个人信息保护、重要数据分类、网络安全产品互联互通等标准',
    'standard',
  ],
  ['研制支撑安全认证和检测的技术要求', 'standard'],
  ['支撑认证检测工作的技术要求', 'standard'],
  ['完成《数据安全技术 数据接口安全要求》标准制定', 'standard'],
  ['制定互联网平台安全标准', 'standard'],
  ['制定校外培训机构个人信息保护标准', 'standard'],
  ['研制存储媒体销毁安全标准', 'standard'],
  ['起草标准，召开启动会', 'standard'],
  ['制定符合标准化要求的国家标准', 'standard'],
  ['制定新闻媒体平台内容安全标准', 'standard'],
  ['研制信息公开数据安全标准', 'standard'],
  ['研制工作平台安全标准', 'standard'],
  ['制定校园网络安全标准', 'standard'],
  ['制定专家系统安全标准', 'standard'],
  ['编制白皮书，推动标准研制', 'research standard'],
  ['组织培训和研制标准', 'training standard'],
  ['优化重点领域标准体系', 'system'],
  ['制定标准体系', 'system'],
  ['健全人工智能安全标准体系框架', 'system'],
  ['形成一批研究报告和白皮书', 'research'],
  ['开展新技术新应用安全风险前瞻性研究', 'research'],
  ['编制《大模型安全白皮书》', 'research'],
  ['标准体系研究报告', 'research'],
  ['组织召开研讨会，赴企业实地调研', 'study'],
  ['开展标准制修订研讨', 'study'],
  ['举办标准宣贯培训', 'training'],
  ['开展标准制修订培训', 'training'],
  ['组织标准编制培训班和研讨会', 'training study'],
  ['推动网络安全标准进校园', 'school-event'],
  ['通过各类媒体宣传标准', 'media'],
  ['利用电视、网络等媒体宣传标准', 'media'],
  ['与行业主管部门联合举办宣传活动', 'joint-event media'],
  ['会同监管部门共同举办标准应用大会', 'joint-event'],
  [
    '通过培训、研讨、进校园、各类媒体宣传、联合举办活动等多种形式推广标准',
    'training study school-event media joint-event',
  ],
  ['提出网络安全国际标准化路线图', 'roadmap'],
  ['编制国际标准路线图', 'roadmap'],
  ['编制“十五五”标准化发展规划', 'roadmap'],
  ['有序推进规划落实', 'roadmap'],
  ['推动人工智能、量子等国际标准提案获批', 'international-proposal'],
  ['国际标准提案', 'international-proposal'],
  ['推动量子领域提案立项', 'international-proposal'],
  ['牵头制定国际标准', 'international-proposal'],
  ['提升专家参与国际标准化工作的能力', 'experts'],
  ['加强国际标准化人才队伍建设', 'experts'],
  ['加强国内国际标准协调', 'coordination'],
  ['积极采用国际标准', 'coordination'],
  ['做好2025年SC27会议申办工作', 'hosting-bid'],
  ['争取承办SC 27工作组会议', 'hosting-bid'],
  ['加强与美国、欧盟、日本等国家和地区的交流合作', 'liaison'],
  ['与国际标准化组织开展对话', 'liaison'],
  ['完善组织架构和工作制度', 'rules'],
  ['修订标准管理办法', 'rules'],
  ['吸纳更多行业专家', 'experts'],
  ['定期发布标准化工作成果和动态', 'publication'],
  ['升级标准化工作平台', 'platform'],
  ['完善工作机制，吸纳更多行业专家，定期发布工作动态，升级工作平台。', 'rules experts publication platform'],
]

/** Nothing is asked for here, whatever it sounds like. */
const idle: readonly string[] = [
  '',
  ' ',
  'standard',
  'The standard is in force.',
  'Standards matter to everybody.',
  'A standard of living that rises',
  'The products are certified.',
  'The rules of nature forbid it.',
  'Storage media must be encrypted.',
  'Removable media and multimedia services',
  'Model training needs much training data.',
  'Draft standards were distributed.',
  'Access control rules are checked.',
  'Internet platforms have many users.',
  'The host answers the request.',
  'Media sanitization keeps data safe.',
  'Published standards are used widely.',
  'The standards development organisation answered.',
  'Make full use of standards.',
  'Make the standards known.',
  'Secure software development standards are in use.',
  'Security is a matter of decision making in standards bodies.',
  'A restrained approach to standards',
  'Cybersecurity is important to the country.',
  'In 2024 the committee had 81 members.',
  'Key exchange with the server',
  'Services used by social media',
  'The scholar visited the school.',
  'Reviewed by experts last year',
  'GB/T 22239-2019 replaced GB/T 22239-2008.',
  'Thank you for your attention.',
  '标准',
  '标准化工作十分重要。',
  '标准是经济活动的技术支撑。',
  '贯彻落实《国家标准化发展纲要》。',
  '根据《网络安全标准体系建设指南》，现通知如下。',
  '存储媒体应加密。',
  '多媒体和流媒体服务',
  '培训机构众多。',
  '中国电子技术标准化研究院',
  '互联网平台用户众多。',
  '关键信息基础设施十分重要。',
  '全国网络安全标准化技术委员会',
  '过去一年，各单位积极支持。',
  '落实标准要求。',
  '按照国家规划，推动产业发展。',
  '请各单位认真贯彻执行。',
  '专家审查会已于昨日召开。',
  '产品已通过认证。',
]

describe('the kinds of work that are asked for, in their order', () => {
  test.each([...english, ...chinese])('%s → %s', (text, kinds) => {
    expect(read(text).kinds.join(' ')).toBe(kinds)
    expect(asksForWork(readPoint(text, known))).toBe(true)
  })

  test.each(idle)('none: %j', (text) => {
    expect(read(text).kinds).toEqual([])
    expect(asksForWork(readPoint(text, known))).toBe(false)
  })
})

test.each([
  ['Whitepapers and a white paper', [['research', ['Whitepapers', 'white paper']]]],
  ['举办宣贯培训，再办宣贯培训。', [['training', ['宣贯培训']]]],
  ['Optimise the Ｓｔａｎｄａｒｄｓ Ｓｙｓｔｅｍ', [['system', ['Ｓｔａｎｄａｒｄｓ Ｓｙｓｔｅｍ']]]],
  ['研制数据安全等标准', [['standard', ['研制', '标准']]]],
  ['experts’ capability', [['experts', ['experts’ capability']]]],
  ['On‑site studies', [['study', ['On‑site studies']]]],
])('%s: gives the words as they are printed', (text, found) => {
  expect(readPoint(text, known).kinds.map(({ value, words }) => [value, words])).toEqual(found)
})

test('a kind that a committee adds is read like the rest', () => {
  const added = { id: 'prize', names: { en: 'Prize' }, words: { zh: ['标准奖'], en: ['standards prize*'] } }
  const kinds = [...known.kinds, { ...added, steps: [], evidence: [], counters: [] }]
  expect(readPoint('Award the standards prizes', { ...known, kinds }).kinds).toEqual([
    { value: 'prize', words: ['standards prizes'] },
  ])
})

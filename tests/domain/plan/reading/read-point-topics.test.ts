import { describe, expect, test } from 'vitest'
import { readPoint } from '../../../../src/domain/plan/reading/read-point.ts'
import { knownTopics } from '../../../../src/domain/plan/reading/topics.ts'
import { known, read } from './read.ts'

test.each([
  ['Critical information infrastructures and data security', ['critical-infrastructure', 'data-security']],
  ['security of generative AI', ['generative-ai']],
  ['Generative artificial intelligence (AI) and artificial intelligence', ['generative-ai', 'ai']],
  ['Proposals on AI and quantum', ['ai', 'quantum']],
  ['classification of important data', ['important-data']],
  ['personal information protection for minors', ['personal-information', 'minors']],
  ["minors' personal information", ['minors', 'personal-information']],
  ['a minor revision', []],
  ['interconnection of cybersecurity products', ['product-interconnection']],
  ['an interconnection system of cybersecurity products', ['product-interconnection']],
  ['data trade services, data trading', ['data-trade']],
  ['technical requirements for certification and inspection', ['certification']],
  ['The products are certified', []],
  ['They told us that the EU and the US agree', ['eu', 'us']],
  ['Engagement with the U.S., Japan and ASEAN', ['us', 'jp', 'asean']],
  ['Adopt ISO/IEC 27001 and ISO 27002', []],
  ['The ISO/IEC JTC 1/SC 27 meeting', []],
  ['Liaison with ISO and IEC', ['iso', 'iec']],
  ['Post-quantum cryptography', ['cryptography']],
  ['5G networks, the IoT and connected vehicles', ['mobile-networks', 'iot', 'vehicles']],
  ['Air is said to maintain life', []],
  [
    '关键信息基础设施、数据安全、生成式人工智能',
    ['critical-infrastructure', 'data-security', 'generative-ai'],
  ],
  ['重要数据分类', ['important-data']],
  ['数据交易服务安全', ['data-trade']],
  ['未成年人个人信息保护', ['minors', 'personal-information']],
  ['网络安全产品互联互通', ['product-interconnection']],
  ['身份认证与安全认证', ['authentication', 'certification']],
  ['美国、欧盟、日本', ['us', 'eu', 'jp']],
  ['加强与美欧日等国家和地区的标准化交流合作', ['us', 'eu', 'jp']],
  ['与日韩开展合作', ['jp', 'kr']],
  ['与日俱增的完美欧式家具，今日美', []],
  ['发布中英文版', []],
  ['AI安全', ['ai']],
  ['网络安全标准化工作', []],
  ['网络安全等级保护测评', ['classified-protection', 'evaluation']],
  ['抗量子密码', ['cryptography']],
  ['开展密码标准体系研究', ['cryptography']],
  ['制定密码标准', ['cryptography']],
  ['零信任、芯片与可信计算', ['zero-trust', 'chips', 'trusted-computing']],
  ['Zero-trust for chips and satellite internet', ['zero-trust', 'chips', 'satellite-internet']],
  ['制定数据安全标准，不涉及人工智能', ['data-security']],
  ['Data security, excluding artificial intelligence', ['data-security']],
])('%s: knows the topics', (text, topics) => {
  expect(read(text).topics).toEqual(topics)
})

describe('what is enumerated and not known is a topic in its own words', () => {
  test.each([
    [
      'critical areas (critical information infrastructure, data, generative AI)',
      ['critical-infrastructure', 'data-security', 'generative-ai'],
    ],
    [
      'Critical areas, including security for critical information infrastructure, data and AI, come first.',
      ['critical-infrastructure', 'data-security', 'ai'],
    ],
    [
      'Specific areas include: low-altitude equipment, the safety of office printers, and satellite links.',
      ['low-altitude equipment', 'safety of office printers', 'satellite links'],
    ],
    [
      'Study technologies such as brain-computer interfaces and digital twins',
      ['brain-computer interfaces', 'digital twins'],
    ],
    ['Technologies such as digital twins should be studied, and more experts be won.', ['digital twins']],
    ['Data in transit: office printers, satellite links, etc.', ['office printers', 'satellite links']],
    [
      'Areas: embodied robots; smart grids; standards that support cloud services',
      ['embodied robots', 'smart grids', 'cloud'],
    ],
    ['Promote standards in many ways, such as trainings, posters and seminars', []],
    ['Use forms such as posters, videos and fairs', []],
    ['Bodies including universities, enterprises and regulators', []],
    ['Tasks such as improving the rules, recruiting staff', []],
    ['Plans including to hold a fair', []],
    ['Including red blue green yellow orange violet brown black white lamps', []],
    ['including', []],
    ['Submit the final text, including the annexes, by May', []],
    ['Revise the rules, including the templates', []],
    ['such as: ', []],
    ['The bridge, the road and the river', []],
    ['研制低空装备安全、卫星互联网、具身智能等标准', ['低空装备安全', 'satellite-internet', '具身智能']],
    ['围绕脑机接口、数字孪生等领域开展研究', ['脑机接口', '数字孪生']],
    ['在脑机接口、数据安全、数字孪生等重点领域研制标准', ['脑机接口', 'data-security', '数字孪生']],
    ['在集成电路、卫星导航，以及人工智能等关键领域攻关', ['集成电路', '卫星导航', 'ai']],
    ['重点领域包括：智慧城市、电子政务和数字乡村。', ['智慧城市', '电子政务', '数字乡村']],
    [
      '关键领域（关键信息基础设施、数据、生成式人工智能）',
      ['critical-infrastructure', 'data-security', 'generative-ai'],
    ],
    ['通过培训、海报、研讨等形式宣传', []],
    ['组织企业、高校、科研院所等单位参与', []],
    ['吸收科技、产业等方面专家', []],
    ['修订国家标准、行业标准、团体标准等标准', []],
    ['围绕国家战略需求，做好工作', []],
    ['包括：加强管理、提升能力等', []],
    ['城市、道路、河流', []],
    ['网络安全等级保护', ['classified-protection']],
  ])('%s', (text, topics) => {
    expect(read(text).topics).toEqual(topics)
  })
})

test('a topic that is named twice is one, with all the words that name it', () => {
  expect(readPoint('人工智能（AI）、数据安全', known).topics).toEqual([
    { value: 'ai', words: ['人工智能', 'AI'] },
    { value: 'data-security', words: ['数据安全'] },
  ])
})

describe('groups are proposed', () => {
  test.each([
    ['WG8 is to draft it, with the SWG‑ETS', ['WG8', 'SWG-ETS']],
    ['wg 8', ['WG8']],
    ['WG80 and WG 81', []],
    ['由数据安全工作组牵头', ['WG8']],
    ['Develop standards for data trading', ['WG8']],
    ['推动量子等国际标准提案获批', ['SWG-ETS', 'SG1']],
    ['研制低空装备安全标准', ['SWG-ETS']],
    ['Standards for low altitude equipment', ['SWG-ETS']],
    ['Nothing of theirs', []],
  ])('%s', (text, groups) => {
    expect(read(text).groups).toEqual(groups)
  })

  test('with the words that touch their scope', () => {
    expect(readPoint('数据交易与WG8，加强国际交流', known).groups).toEqual([
      { value: 'WG8', words: ['数据交易', 'WG8'] },
      { value: 'SG1', words: ['国际交流'] },
    ])
  })
})

describe('the known topics', () => {
  test('are told apart, and named in both languages', () => {
    const ids = knownTopics.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, names } of knownTopics) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(names.zh).toMatch(/[\p{Script=Han}]/u)
      expect(names.en).toMatch(/^[A-Z0-9]/)
    }
  })

  test.each(
    knownTopics.flatMap(({ id, words: { zh, en } }) => [...zh, ...en].map((word) => [word, id] as const)),
  )('%s is %s', (word, id) => {
    const text = word.replaceAll('*', '').replaceAll('…', 'certain')
    expect(read(`- ${text}.`).topics).toContain(id)
  })

  const countries = ['fr', 'de', 'gb', 'us', 'jp', 'kr']
  test.each([
    '完成测评方法国家标准',
    '起草道德国家标准',
    '提交电子签名算法国际标准提案',
    '推动测试方法国际标准立项',
    '国家标准按新办法国内公示',
    '研究人工智能道德国际标准',
    '健全立法国际交流机制',
    '制定语法国际标准',
    '采用试验方法国外标准',
    '举办精英国际论坛',
    '完善近日本委员会公布的规则',
  ])('no country stands across two words: %s', (text) => {
    expect(read(text).topics.filter((topic) => countries.includes(topic))).toEqual([])
  })

  test.each([
    ['加强与法国、德国标准化机构的合作', ['fr', 'de']],
    ['研究法国家电标准', ['fr']],
    ['走访德国内政部', ['de']],
    ['深化中德国际标准合作', ['de']],
    ['推进与日本的合作', ['jp']],
    ['对接英国国家标准', ['gb']],
  ])('a country is one: %s', (text, found) => {
    expect(read(text).topics.filter((topic) => countries.includes(topic))).toEqual(found)
  })

  test('are those of which the standards on record speak', () => {
    const onRecord = [
      ...['cryptography', 'personal-information', 'management', 'evaluation', 'network', 'data-security'],
      ...['authentication', 'ai', 'product', 'cloud', 'critical-infrastructure'],
    ]
    expect(knownTopics.map(({ id }) => id)).toEqual(expect.arrayContaining(onRecord))
  })
})

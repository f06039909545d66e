import type { Topic } from '../topics.ts'

/** What cybersecurity standards are about, whatever technology is used. */
export const fields: readonly Topic[] = [
  {
    id: 'critical-infrastructure',
    names: { zh: '关键信息基础设施', en: 'Critical information infrastructure' },
    words: {
      zh: ['关键信息基础设施', '关键基础设施', '关基'],
      en: ['critical information infrastructure*', 'critical infrastructure*', 'CII'],
    },
  },
  {
    id: 'data-security',
    names: { zh: '数据安全', en: 'Data security' },
    words: { zh: ['数据安全', '数据安全技术'], en: ['data security', 'data protection'] },
    listed: { zh: ['数据'], en: ['data', 'security of data', 'security for data'] },
  },
  {
    id: 'data-trade',
    names: { zh: '数据交易', en: 'Data trade' },
    words: {
      zh: ['数据交易', '数据交易服务', '数据交易服务安全', '数据流通交易'],
      en: [
        'data trade*',
        'data trading',
        'data trade service*',
        'data transaction*',
        'data trading service*',
        'data exchange service*',
        'transaction* of data',
      ],
    },
  },
  {
    id: 'data-classification',
    names: { zh: '数据分类分级', en: 'Data classification' },
    words: { zh: ['数据分类分级', '数据分级分类'], en: ['data classification', 'classification of data'] },
  },
  {
    id: 'important-data',
    names: { zh: '重要数据', en: 'Important data' },
    words: {
      zh: ['重要数据', '重要数据安全', '重要数据分类', '重要数据分类分级', '重要数据识别'],
      en: [
        'important data',
        'important data security',
        'classification* of important data',
        'protection of important data',
        'identification of important data',
        'important data classification',
      ],
    },
  },
  {
    id: 'cross-border-data',
    names: { zh: '数据跨境', en: 'Cross-border data' },
    words: {
      zh: ['数据跨境', '数据出境', '跨境数据'],
      en: ['cross border data', 'data export*', 'cross border transfer*', 'cross border flow*'],
    },
  },
  {
    id: 'personal-information',
    names: { zh: '个人信息', en: 'Personal information' },
    words: {
      zh: ['个人信息', '个人信息保护', '个人信息安全', '敏感个人信息'],
      en: [
        'personal information',
        'personal information protection',
        'protection of personal information',
        'personal data',
        'personal data protection',
        'personally identifiable information',
        'PII',
      ],
    },
  },
  {
    id: 'privacy',
    names: { zh: '隐私', en: 'Privacy' },
    words: { zh: ['隐私', '隐私保护', '隐私计算'], en: ['privacy', 'privacy protection'] },
  },
  {
    id: 'minors',
    names: { zh: '未成年人', en: 'Minors' },
    words: { zh: ['未成年人', '儿童', '青少年'], en: ['minors', 'children', 'underage'] },
  },
  {
    id: 'product-interconnection',
    names: { zh: '网络安全产品互联互通', en: 'Interconnection of cybersecurity products' },
    words: {
      zh: ['网络安全产品互联互通', '安全产品互联互通', '产品互联互通', '互联互通'],
      en: [
        'interconnection … cybersecurity products',
        'interconnectivity … cybersecurity products',
        'interoperability … cybersecurity products',
        'interconnection … security products',
        'cybersecurity product interconnecti*',
        'security product interconnecti*',
        'product interconnecti*',
        'products interconnecti*',
        'cybersecurity products interconnecti*',
      ],
    },
  },
  {
    id: 'product',
    names: { zh: '网络安全产品', en: 'Security products' },
    words: {
      zh: ['网络安全产品', '信息安全产品', '安全产品', '网络关键设备'],
      en: ['cybersecurity product*', 'security product*', 'network product*'],
    },
    listed: { zh: ['产品'], en: ['products'] },
  },
  {
    id: 'certification',
    names: { zh: '认证检测', en: 'Certification and inspection' },
    words: {
      zh: [
        '认证检测',
        '检测认证',
        '认证和检测',
        '检测和认证',
        '认证与检测',
        '安全认证',
        '认证认可',
        '安全检测',
      ],
      en: [
        'certification and inspection',
        'inspection and certification',
        'certification and testing',
        'testing and certification',
        'certification',
        'certification scheme*',
        'security inspection*',
        'conformity assessment*',
      ],
    },
    listed: { zh: ['认证', '检测'], en: ['inspection'] },
  },
  {
    id: 'evaluation',
    names: { zh: '测评', en: 'Evaluation' },
    words: {
      zh: ['测评', '安全评估', '风险评估', '安全评价', '等级测评'],
      en: [
        'security evaluation*',
        'security assessment*',
        'cybersecurity assessment*',
        'risk assessment*',
        'testing and evaluation',
        'evaluation of security',
      ],
    },
    listed: { zh: ['评估'], en: ['evaluation', 'assessment'] },
  },
  {
    id: 'classified-protection',
    names: { zh: '网络安全等级保护', en: 'Classified protection' },
    words: {
      zh: ['等级保护', '网络安全等级保护', '等保'],
      en: ['classified protection', 'multi level protection', 'MLPS'],
    },
  },
  {
    id: 'supply-chain',
    names: { zh: '供应链安全', en: 'Supply chain' },
    words: {
      zh: ['供应链', '供应链安全', '软件供应链'],
      en: ['supply chain*', 'software bill of materials', 'SBOM'],
    },
  },
  {
    id: 'incident-response',
    names: { zh: '事件响应', en: 'Incident response' },
    words: {
      zh: ['应急响应', '事件响应', '安全事件', '应急预案', '应急演练', '应急处置'],
      en: [
        'incident response',
        'incident management',
        'incident handling',
        'security incident*',
        'emergency response',
      ],
    },
  },
  {
    id: 'vulnerability',
    names: { zh: '漏洞', en: 'Vulnerabilities' },
    words: { zh: ['漏洞', '安全漏洞', '脆弱性'], en: ['vulnerabilit*'] },
  },
  {
    id: 'management',
    names: { zh: '安全管理', en: 'Security management' },
    words: {
      zh: ['信息安全管理', '网络安全管理', '安全管理体系', '信息安全管理体系', '安全治理'],
      en: ['security management', 'information security management system*', 'ISMS', 'security governance'],
    },
  },
  {
    id: 'network',
    names: { zh: '通信与网络', en: 'Networks and communication' },
    words: {
      zh: ['通信安全', '通信网络', '网络基础设施', '网络设备', '网络架构', '互联网基础资源'],
      en: [
        'communication security',
        'communications security',
        'network infrastructure*',
        'network equipment',
      ],
    },
    listed: { zh: ['网络', '通信'], en: ['networks', 'communication', 'communications'] },
  },
  {
    id: 'authentication',
    names: { zh: '身份与鉴别', en: 'Identity and authentication' },
    words: {
      zh: ['身份认证', '身份鉴别', '鉴别', '网络身份', '数字身份', '可信身份', '实体鉴别', '访问控制'],
      en: ['authentication', 'identity management', 'digital identit*', 'trusted identit*', 'access control'],
    },
    listed: { zh: ['身份'], en: ['identity'] },
  },
  {
    id: 'zero-trust',
    names: { zh: '零信任', en: 'Zero trust' },
    words: { zh: ['零信任'], en: ['zero trust'] },
  },
  {
    id: 'trusted-computing',
    names: { zh: '可信计算', en: 'Trusted computing' },
    words: { zh: ['可信计算', '可信执行环境'], en: ['trusted computing', 'trusted execution environment*'] },
  },
  {
    id: 'cryptography',
    names: { zh: '密码', en: 'Cryptography' },
    words: {
      zh: [
        '密码技术',
        '密码标准',
        '密码标准体系',
        '密码产品',
        '密码服务',
        '密码检测',
        '密码管理',
        '密码领域',
        '商用密码',
        '密码应用',
        '密码算法',
        '密码学',
        '密码模块',
        '密码协议',
        '抗量子密码',
        '后量子密码',
      ],
      en: ['cryptograph*', 'encryption', 'post quantum cryptograph*', 'quantum resistant cryptograph*'],
    },
    listed: { zh: ['密码'], en: [] },
  },
]

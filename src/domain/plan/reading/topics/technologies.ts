import type { Topic } from '../topics.ts'

/** Technologies whose security standards are about. */
export const technologies: readonly Topic[] = [
  {
    id: 'generative-ai',
    names: { zh: '生成式人工智能', en: 'Generative AI' },
    words: {
      zh: ['生成式人工智能', '生成式AI', '大模型', '大语言模型'],
      en: [
        'generative ai',
        'generative artificial intelligence',
        'generative artificial intelligence (ai)',
        'large language model*',
        'large model*',
        'foundation model*',
        'LLM',
        'LLMs',
      ],
    },
  },
  {
    id: 'ai',
    names: { zh: '人工智能', en: 'Artificial intelligence' },
    words: {
      zh: ['人工智能', '智能体'],
      en: ['artificial intelligence', 'artificial intelligence (ai)', 'ai', 'ai agent*'],
    },
  },
  {
    id: 'quantum',
    names: { zh: '量子', en: 'Quantum' },
    words: {
      zh: ['量子', '量子计算', '量子通信', '量子密钥分发', '量子信息'],
      en: ['quantum', 'quantum comput*', 'quantum communication*', 'quantum key distribution'],
    },
  },
  {
    id: 'cloud',
    names: { zh: '云计算', en: 'Cloud' },
    words: {
      zh: ['云计算', '云服务', '云安全', '政务云', '边缘计算'],
      en: ['cloud', 'cloud comput*', 'cloud service*', 'cloud security', 'edge computing'],
    },
  },
  {
    id: 'iot',
    names: { zh: '物联网', en: 'Internet of Things' },
    words: {
      zh: ['物联网', '智能家居', '智能终端'],
      en: ['internet of things', 'IoT', 'smart home*', 'smart device*'],
    },
  },
  {
    id: 'vehicles',
    names: { zh: '智能网联汽车', en: 'Connected vehicles' },
    words: {
      zh: ['车联网', '智能网联汽车', '网联汽车', '汽车数据', '智能汽车', '自动驾驶'],
      en: [
        'connected vehicle*',
        'connected car*',
        'intelligent connected vehicle*',
        'internet of vehicles',
        'automotive',
        'vehicle data',
        'automated driving',
        'autonomous driving',
      ],
    },
  },
  {
    id: 'mobile-networks',
    names: { zh: '5G与6G', en: '5G and 6G networks' },
    words: {
      zh: ['移动通信网', '第五代移动通信', '第六代移动通信'],
      en: ['5g', '6g', '5g network*', '6g network*', 'mobile network*'],
    },
  },
  {
    id: 'blockchain',
    names: { zh: '区块链', en: 'Blockchain' },
    words: { zh: ['区块链', '分布式账本'], en: ['blockchain*', 'distributed ledger*'] },
  },
  {
    id: 'biometrics',
    names: { zh: '生物特征识别', en: 'Biometrics' },
    words: {
      zh: ['生物特征', '生物特征识别', '生物识别', '人脸识别', '声纹识别', '步态识别'],
      en: ['biometric*', 'face recognition', 'facial recognition', 'voiceprint*'],
    },
  },
  {
    id: 'industrial-control',
    names: { zh: '工业控制系统', en: 'Industrial control' },
    words: {
      zh: ['工业控制', '工业控制系统', '工控', '工业互联网'],
      en: [
        'industrial control',
        'industrial control system*',
        'industrial internet',
        'operational technolog*',
      ],
    },
  },
  {
    id: 'chips',
    names: { zh: '芯片', en: 'Chips' },
    words: { zh: ['芯片', '安全芯片'], en: ['chip', 'chips', 'semiconductor*'] },
  },
  {
    id: 'satellite-internet',
    names: { zh: '卫星互联网', en: 'Satellite internet' },
    words: { zh: ['卫星互联网'], en: ['satellite internet', 'satellite network*'] },
  },
  {
    id: 'emerging-technology',
    names: { zh: '新技术新应用', en: 'Emerging technologies' },
    words: {
      zh: ['新技术', '新兴技术', '新技术新应用', '新技术、新应用', '前沿技术', '新兴领域'],
      en: ['emerging technolog*', 'new technolog*', 'frontier technolog*', 'emerging field*'],
    },
  },
]

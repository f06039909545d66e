import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb, iso } from './standards.ts'

/** Words of the field, each with its English. Three of them and a rare one make a title. */
const words = [
  ['数据', 'data'],
  ['分类', 'classification'],
  ['分级', 'grading'],
  ['个人信息', 'personal information'],
  ['密码', 'cryptographic'],
  ['算法', 'algorithm'],
  ['等级保护', 'classified protection'],
  ['身份鉴别', 'identity authentication'],
  ['访问控制', 'access control'],
  ['风险评估', 'risk assessment'],
  ['应急响应', 'incident response'],
  ['供应链', 'supply chain'],
  ['云计算', 'cloud computing'],
  ['物联网', 'internet of things'],
  ['区块链', 'blockchain'],
  ['人工智能', 'artificial intelligence'],
  ['工业控制系统', 'industrial control systems'],
  ['移动终端', 'mobile terminal'],
  ['关键信息基础设施', 'critical information infrastructure'],
  ['公钥基础设施', 'public key infrastructure'],
  ['数字证书', 'digital certificate'],
  ['电子签名', 'electronic signature'],
  ['可信计算', 'trusted computing'],
  ['隐私保护', 'privacy protection'],
  ['漏洞', 'vulnerability'],
  ['网络产品', 'network products'],
  ['安全审计', 'security audit'],
  ['数据交易', 'data trading'],
  ['跨境传输', 'cross-border transfer'],
  ['智能汽车', 'intelligent vehicle'],
  ['医疗健康', 'health care'],
  ['金融服务', 'financial services'],
  ['电子政务', 'electronic government'],
  ['大数据', 'big data'],
  ['生物特征', 'biometric'],
  ['量子', 'quantum'],
] as const
const kinds = [
  ['技术要求', 'technical requirements'],
  ['测评方法', 'evaluation methods'],
  ['实施指南', 'implementation guide'],
  ['管理规范', 'management specification'],
  ['通用规则', 'general rules'],
  ['术语', 'vocabulary'],
] as const
const prefixes = [
  ['信息安全技术', 'Information security technology'],
  ['网络安全技术', 'Cybersecurity technology'],
  ['数据安全技术', 'Data security technology'],
] as const
const groups = ['WG3', 'WG4', 'WG5', 'WG6', 'WG7', 'WG8', 'WG9', 'SG1']
const topics = ['data-security', 'cryptography', 'evaluation', 'network', 'ai', 'privacy', 'international']
const gbStages = ['10', '20', '30', '40', '50', '60', '60', '60', '60', '90']
const isoRecords = [
  ['CD', '30.60'],
  ['CD', '30.20'],
  ['DIS', '40.20'],
  ['', '60.60'],
  ['', '90.93'],
] as const

/**
 * So many records of standards in both languages, the same at every run: editions that replace one another, projects
 * by their plan number, parts, and the records that ISO's projects leave behind at every stage.
 */
export function manyStandards(count: number, seed = 1): Standard[] {
  const random = dice(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T
  const standards: Standard[] = []
  for (let at = 0; standards.length < count; at++) {
    const [zhPrefix, enPrefix] = pick(prefixes)
    const named = [pick(words), pick(words), pick(words)]
    const [zhKind, enKind] = pick(kinds)
    const rare = rareWord(random)
    const zh = `${zhPrefix} ${named.map(([one]) => one).join('')}${rare.zh}${zhKind}`
    const en = `${enPrefix}—${capital(named.map(([, one]) => one).join(' '))} ${rare.en} ${enKind}`
    const about = {
      group: pick(groups),
      topics: [pick(topics)],
      ...(random() < 0.3 && { lead: `org-${Math.floor(random() * 200)}` }),
    }
    const number = 20_000 + at
    if (at % 3 === 0) standards.push(...isoProject(number, en, about, pick))
    else standards.push(...national(number, [zh, en], about, pick, random))
  }
  return standards.slice(0, count)
}

type About = Pick<Standard, 'group' | 'topics' | 'lead'>
type Choose = <T>(some: readonly T[]) => T

function national(
  number: number,
  titles: string[],
  about: About,
  pick: Choose,
  random: () => number,
): Standard[] {
  const stage = pick(gbStages)
  const year = 2010 + Math.floor(random() * 16)
  const part = random() < 0.2 ? `.${1 + Math.floor(random() * 4)}` : ''
  const plan = `${year - 2}${String(number % 10_000).padStart(4, '0')}-T-${number}`
  const target = `2026-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`
  const change = {
    ...about,
    stage,
    stageSince: `${year}-05`,
    ...(Number(stage) < 60 && { targetOn: target }),
  }
  if (Number(stage) < 60) return [gb(`p-${number}`, [plan], titles, change)]
  const name = `GB/T ${number}${part}-${year}`
  const present = gb(`gb-${number}`, [name, plan], titles, change)
  if (random() < 0.7) return [present]
  const old = `GB/T ${number}${part}-${year - 9}`
  return [{ ...present, replaces: [old] }, gb(`gb-${number}-old`, [old], titles, { ...about, stage: '95' })]
}

/** The records of a project that ISO leaves behind: those of its drafts never close. */
function isoProject(number: number, title: string, about: About, pick: Choose): Standard[] {
  const reached = 1 + isoRecords.indexOf(pick(isoRecords))
  return isoRecords.slice(0, reached).map(([word, stage], at) => {
    const iteration = at === 1 ? '.2' : ''
    const name =
      word === '' ? `ISO/IEC ${number}:20${10 + (number % 15)}` : `ISO/IEC ${word} ${number}${iteration}`
    return iso(name, title, stage, {
      ...about,
      id: `iso-${number}-${at}`,
      project: String(number + 40_000),
      ...(stage < '60' && { targetOn: '2026-12-01' }),
    })
  })
}

/** A name of a product or method that few titles share; a real catalogue has thousands of them. */
function rareWord(random: () => number): { zh: string; en: string } {
  const syllables = [
    'ka',
    'ri',
    'mo',
    'ten',
    'sul',
    'ba',
    'ne',
    'vor',
    'li',
    'dex',
    'pra',
    'ion',
    'gul',
    'het',
    'qua',
  ]
  const characters = [
    ...'光纤无线射频标签图像语音视频桌面办公打印存储固件芯片接口总线卫星导航电力水利铁路民航邮政农业气象海洋林业',
  ]
  const some = (from: readonly string[], length: number) =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)] ?? '').join('')
  return { zh: some(characters, 3), en: some(syllables, 3) }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Mulberry32, public domain: the same numbers at every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

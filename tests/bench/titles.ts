import type { Dice } from '../faults/dice.ts'

type Words = { zh: string; en: string }

/** What a title is made of, so that its words can be asked for. */
export type TitleParts = { subject: Words; object: Words; aspect: Words }

const subjects = pairs(
  '数据分类|data classification,个人信息|personal information,密码算法|cryptographic algorithm,访问控制|access control,' +
    '身份鉴别|identity authentication,安全审计|security audit,风险评估|risk assessment,漏洞管理|vulnerability handling,' +
    '事件响应|incident response,入侵检测|intrusion detection,数字签名|digital signature,密钥管理|key management,' +
    '隐私计算|privacy computing,供应链|supply chain,恶意软件|malicious software,安全监测|security monitoring,' +
    '数据出境|data export,重要数据|important data,灾难恢复|disaster recovery,可信计算|trusted computing,' +
    '安全开发|secure development,等级保护|classified protection,日志留存|log retention,边界防护|perimeter defence,' +
    '电子凭据|electronic credential,匿名处理|anonymization,内容标识|content labelling,算法推荐|algorithm recommendation,' +
    '生物特征|biometric recognition,安全运维|secure operation',
)
const objects = pairs(
  '云计算平台|cloud platform,工业控制系统|industrial control system,智能网联汽车|connected vehicle,移动终端|mobile terminal,' +
    '人工智能模型|artificial intelligence model,区块链服务|blockchain service,物联网设备|internet of things device,' +
    '政务网站|government website,金融机构|financial institution,医疗机构|medical institution,电子商务|electronic commerce,' +
    '卫星网络|satellite network,数据中心|data centre,打印设备|printing equipment,视频监控|video surveillance,' +
    '域名服务|domain name service,操作系统|operating system,数据库产品|database product,智慧城市|smart city,' +
    '电力系统|power system,民用航空|civil aviation,轨道交通|rail transit,教育平台|education platform,邮件系统|mail system,' +
    '浏览器|web browser,路由器|network router,可穿戴设备|wearable device,量子通信|quantum communication,' +
    '边缘节点|edge node,开源组件|open source component',
)
const aspects = pairs(
  '基本要求|basic requirements,测评方法|evaluation methods,实施指南|implementation guidance,技术规范|technical specification,' +
    '接口协议|interface protocol,术语定义|terms and definitions,能力成熟度|capability maturity,参考架构|reference architecture,' +
    '检测准则|testing criteria,管理规程|management procedure,数据格式|data format,应用场景|application scenarios,' +
    '互操作性|interoperability,性能指标|performance indicators,保护轮廓|protection profile,交付流程|delivery process,' +
    '培训大纲|training outline,标识编码|identification coding,评分模型|scoring model,服务目录|service catalogue',
)

/** The parts of one title: 18,000 unlike ones are thrown. */
export function titleParts(dice: Dice): TitleParts {
  return { subject: dice.pick(subjects), object: dice.pick(objects), aspect: dice.pick(aspects) }
}

/** The title in both languages, as national standards word theirs. */
export function titleOf({ subject, object, aspect }: TitleParts): Words {
  return {
    zh: `网络安全技术 ${subject.zh}${object.zh}${aspect.zh}`,
    en: `Cybersecurity technology — ${upperFirst(subject.en)} of ${object.en} — ${upperFirst(aspect.en)}`,
  }
}

export function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function pairs(text: string): Words[] {
  return text.split(',').map((pair) => {
    const [zh = '', en = ''] = pair.split('|')
    return { zh, en }
  })
}

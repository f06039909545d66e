import { printedText } from './printed-text.ts'

/** Verbs with which a point of a Chinese plan begins, and such as no name of a thing holds. */
const verbsZh = [
  '召开 举办 开展 组织 做好 办好 抓好 完成 推动 推进 加强 加快 加大 加紧 制定 制订 修订 制修订 研制 编制 编写 起草 撰写 形成 发布 公布 印发 报批',
  '更新 升级 优化 完善 健全 建立 建设 构建 搭建 成立 组建 筹备 筹建 设立 研究 探索 调研 分析 梳理 总结 评估 审查 审议 审核 检查 复审 立项 申报',
  '参加 参与 承担 承办 协办 主办 申办 争取 提出 提交 提升 提高 增强 强化 深化 深入 扩大 拓展 促进 支持 支撑 鼓励 引导 指导 协调 配合 协助 联合',
  '落实 贯彻 执行 实施 实现 确保 保障 维护 管理 规范 控制 压减 减少 取消 废止 撤销 调整 改进 改善 培养 培育 培训 征集 征求 吸纳 吸收 遴选 选派',
  '推荐 推广 推出 推选 宣传 宣贯 普及 制作 翻译 出版 收集 汇总 整理 统计 跟踪 关注 对接 联系 邀请 接待 走访 赴 选举 增补 任命 聘任 聘请 启动',
  '继续 持续 坚持 严格 定期 适时 及时 按时 按期 按照 根据 围绕 结合 积极 进一步 全面 着力 大力 努力 力争 抓紧 尽快 尽早 切实 稳步 有序 统筹 聚焦',
  '依托 依据 通过 利用 发挥 打造 营造 突破 解决 处理 答复 办理 督促 明确 确定 细化 压实 夯实 巩固 履行 上线 开通 运行 采购 报送 上报 归档 登记',
  '签署 签订 举行 出席 派员 组团 委托 牵头 负责 会同 逐步 不断 充分 主动 认真 优先 同步 紧跟 紧密 立足',
  '开设 提名 招募 编发 走进 综合运用 运用 暂停 停止 停办 禁止 严禁 不再 不得 不准 避免 杜绝',
].flatMap((some) => some.split(' '))
const surelyZh =
  /召开|举办|举行|做好|办好|抓好|开展|完成|加快|加强|加大|推动|推进|组织(?!架构|机构|体系)|制定|制订|编制|印发|提交|提升|提高|落实/
/** Prepositions that open a clause, and not the words that begin like them: `对称密码`, `在线服务`. */
const opensClause = /^(?:为(?!了?$)|对(?!称|象|抗|外|话)|将|把|向|与|由|按(?!钮)|在(?!线|研|轨)|以(?!太))/
/** Where such end a clause, its verb may be a part of the name: `评估方法`, `控制系统安全要求`. */
const endsAsName = /(?:要求|规范|指南|方法|准则|规程|框架|术语|模型|系统|技术|产品|服务|平台|协议|机制|能力)$/
const alsoNamesZh =
  /^(?:管理|控制|规范|评估|审查|检查|审核|研究|统计|维护|支撑|运行|保障|实施|执行|采购|登记|指导|分析|推广|协调|培训|监测|支持|总结|运用|暂停|停止|禁止|避免)/
/** What stands before the verb: who does it, in what time, in which order. */
const beforeZh =
  /^(?:(?:[一二三四五六七八九十]是|首先|其次|同时|此外|另外|并)|(?:20\d\d ?年|今年|本年度?|年内|年底前?|(?:上|下)半年|[第一二三四]+季度|\d{1,2} ?月(?:\d{1,2} ?日|份|底|初|末|[上中下]旬)?(?:之?前|以前)?|每[年季月周]度?|[^,，。；：、]{2,14}(?:期间|之际))|(?:要|应|须|需|拟|将)|[,，、:： ])+/

const verbsEn =
  'adopt|accelerate|achieve|acquire|adapt|address|adjust|administer|advance|advise|agree|align|allocate|amend|analyse|analyze|answer|appoint|apply|approve|archive|arrange|ask|assess|assign|assist|attend|attract|audit|avoid|begin|bid|bring|broaden|build|call|cancel|carry|celebrate|change|check|circulate|clarify|clean|close|co-host|collaborate|collect|combine|commission|communicate|compile|complete|conclude|conduct|confirm|consider|consolidate|consult|contact|continue|contribute|convene|convert|cooperate|co-operate|co-organise|coordinate|co-ordinate|correct|create|cultivate|cut|decide|deepen|define|deliver|deploy|describe|design|determine|develop|disband|discuss|disseminate|distribute|document|draft|draw|do|edit|elaborate|elect|encourage|engage|enhance|enlarge|ensure|enter|establish|evaluate|examine|execute|expand|expedite|explain|explore|extend|facilitate|fast-track|fill|finalise|finalize|find|finish|follow|formulate|foster|gather|get|give|go|guide|harmonise|harmonize|have|help|highlight|hire|hold|host|identify|implement|improve|include|increase|inform|initiate|inspect|integrate|introduce|investigate|invite|involve|issue|join|keep|launch|lead|learn|liaise|maintain|make|manage|map|meet|migrate|modernise|modernize|monitor|move|negotiate|nominate|offer|open|optimise|optimize|organise|organize|oversee|participate|pay|perform|prepare|present|prioritise|prioritize|process|procure|produce|progress|promote|propose|provide|publicise|publicize|publish|pursue|put|raise|reach|recommend|recruit|redesign|reduce|refine|refresh|reinforce|release|renew|reorganise|replace|report|represent|request|respond|restructure|retain|review|revise|run|safeguard|schedule|secure|seek|select|send|set|settle|share|show|sign|simplify|speak|speed|start|steer|stop|streamline|strengthen|strive|study|submit|supervise|support|survey|sustain|take|talk|teach|test|track|train|transfer|transform|translate|transpose|try|uncover|undertake|unify|update|upgrade|urge|use|verify|visit|vote|withdraw|win|work|write'
/** Some are names as well: `Report on …`, `Review of …`, `Test methods`, `Process control`. */
const alsoNames =
  'advance|audit|bid|call|change|check|commission|contact|cut|design|document|draft|draw|host|issue|lead|map|offer|present|process|progress|release|report|request|review|run|schedule|set|share|show|speed|start|study|support|survey|test|track|train|transfer|update|upgrade|use|visit|vote|work'
const verbFirst = new RegExp(`^(?:to )?(?:[a-z]+ly )?(?:${verbsEn})(?![a-z-])`, 'i')
const nameFirst = new RegExp(
  `^(?:${alsoNames}) (?:of|on|for|in|at|by|methods?|data|control|group|plan|report|security|services?|systems?)\\b`,
  'i',
)
const gerundFirst =
  /^(?!(?:testing|training|building|processing|meeting|engineering|manufacturing|computing|learning|banking|gaming|shipping|housing|packaging|mining|networking|monitoring|cleaning|lighting|during|according|regarding|concerning)\b)[a-z]+ing (?:the|a|an|of|up|out|new|more|our|its|all|to|with|and)\b/i
/** Whatever it is that stands before an article is a verb, unless it is one of these. */
const beforeArticle =
  'on|in|at|of|off|for|by|from|to|with|without|within|about|above|across|after|against|along|among|around|as|before|behind|below|between|beyond|despite|during|except|into|like|near|over|per|since|through|throughout|till|toward|towards|under|until|up|upon|via|and|or|but|nor|both|all|half|such|what|quite|many|only|not|including|concerning|regarding|than|that'
const beforeArticleFirst = new RegExp(
  `^(?!(?:${beforeArticle}) )[a-z]+(?:-[a-z]+)? (?:the|an?|our|its|their|all|each|every|any) `,
  'i',
)
/** A whole sentence says it with a verb of its own. */
const sentenceEn =
  /\b(?:will|shall|should|must|is to|are to|be|is|are|was|were|has|have|had|needs?|continues?|aims?|plans? to)\b/i

/**
 * Whether a point says itself what is to be done, as one does that begins with a verb; `《…安全要求》`, `Digital wallets`
 * name no more than what it is done to.
 */
export function saysWhatToDo(text: string): boolean {
  const plain = printedText(text).folded.trim()
  if (/^[《"“'‘]/.test(plain)) return false
  return /\p{Script=Han}/u.test(plain) ? saysInChinese(plain) : saysInEnglish(plain)
}

/** Whether a point begins with the verb that says what is to be done. */
export function beginsWithVerb(text: string): boolean {
  const plain = printedText(text).folded.trim()
  if (!/\p{Script=Han}/u.test(plain)) return verbFirst.test(plain) && !nameFirst.test(plain)
  const bare = plain.replace(beforeZh, '')
  return verbsZh.some((verb) => bare.startsWith(verb))
}

function saysInChinese(text: string): boolean {
  const bare = text.replace(beforeZh, '')
  const clause = bare.replace(/《[^《》]*》/g, '').split(/[,，。;；:：((]/, 1)[0] ?? ''
  if (surelyZh.test(clause) || opensClause.test(bare)) return true
  if (alsoNamesZh.test(clause) && endsAsName.test(clause)) return false
  if (verbsZh.some((verb) => bare.startsWith(verb))) return true
  return !endsAsName.test(clause) && verbsZh.some((verb) => !alsoNamesZh.test(verb) && clause.includes(verb))
}

function saysInEnglish(text: string): boolean {
  const bare = text.replace(
    /^(?:then|also|in addition|furthermore|please|by [^,]{1,20}|in [^,]{1,20}), /i,
    '',
  )
  if (nameFirst.test(bare)) return false
  if (verbFirst.test(bare) || gerundFirst.test(bare) || beforeArticleFirst.test(bare)) return true
  const clause = bare.split(/[,;:(]/, 1)[0] ?? ''
  return sentenceEn.test(clause)
}

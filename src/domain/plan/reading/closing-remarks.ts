import { saysWhatToDo } from './says-what-to-do.ts'
import { sentences, withoutStop } from './sentences.ts'
import { tellsWhatWas } from './tells-what-was.ts'

/** What a text calls the plan that it is about, or its wording. */
const documentEn =
  '(?:(?:annual |key |main |working |work )*(?:points|priorities|plan|programme|program)|document|notice|announcement|(?:full|original|complete|chinese|english|whole) (?:text|version|document|notice|announcement|list|plan))'
const documentZh =
  '(?:《[^》]*(?:要点|计划|方案)[^》]*》|(?:本|该|此|上述)(?:《[^》]*》|工作要点|要点|工作计划|计划|文件|通知))'

/** With which those close who report on a plan, whatever stands around it. */
const ofReporters = [
  // Where more is to be read.
  /^(?:for (?:more|further|additional|full|detailed) (?:information|details)|to (?:learn|read|find out|know) more|more (?:information|details)(?: [\w ]{1,40})? (?:(?:is|are) available|can be (?:found|obtained)|may be found)|read more\b|read the (?:original|full|complete) (?:text|notice|article|story|document|version|announcement|news))/i,
  /^(?:please )?(?:click|visit|contact|see|consult|refer to)\b.*(?:https?:|www\.|@| here\b)/i,
  /^(?:the )?(?:\S+ ){0,6}(?:can|may) be (?:found|downloaded|accessed|consulted|read|viewed) (?:at|here|under|via|on)\b.*(?:https?:|www\.|website|here|link)/i,
  /^(?:原文|全文|正文|详情|更多(?:信息|内容|详情)|详细(?:信息|内容))(?:链接|地址|下载|请?见|请?参见|可|如下|[:：])/,
  /^(?:如需|欲|想要?|点击)(?:进一步)?(?:了解|获取|查看|查阅|下载|阅读)/,
  // Who they are, and whom they thank.
  /^(?:we|the \w+) (?:would like to|wish(?:es)? to) thank\b/i,
  /^[Aa]bout (?:us|the \w[\w ]{1,40}|\p{Lu}[\p{L}\d/ -]{1,30})(?:$|\s?[:：–—])/u,
  /^(?:reporting|reported|written|edited|compiled|translated|photos?|posted) by\b/i,
  /^(?:editors?|editing|reporters?|writers?|journalists?)(?: by)?\s?[:：]/i,
  /^[（(]?(?:记者|通讯员|本报讯?|编译|翻译|摄影|作者|文字|图片?(?:来源|提供)?|图源|供图)\s?[:：/／]/,
  /^(?:photos?|images?|pictures?)(?: credits?| source| courtesy)?(?: of)?\s?[:：]/i,
]

/** What they say of it. */
const ofPlan = [
  // What the document shows, or what became of it.
  new RegExp(
    `^(?:the|these|its|all|this|both) (?:[\\w-]+ ){0,2}?${documentEn}(?: of [\\w/ -]{2,30}?)? (?:shows?|showed|demonstrates?|indicates?|reflects?|signals?|suggests?|underlines?|confirms?|illustrates?|marks?|replaces?|supersedes?|consists? of|contains?|(?:was|were|has been|have been) \\w+ed|(?:is|are) (?:available|in line|consistent|similar|based))\\b`,
    'i',
  ),
  /^(?:this|it|that) (?:clearly |again |also )?(?:shows|demonstrates|indicates|reflects|signals|suggests|underlines|confirms|illustrates|marks)\b/i,
  new RegExp(
    `^${documentZh}(?:的(?:发布|印发|出台|制定|实施))?[，,]?(?:已|经|显示|表明|体现|反映|标志着)(?!费)`,
  ),
  /^(?:这|由此|可以看出|可见)[，,]?(?:也)?(?:显示|表明|体现|反映|标志着|说明|可以看出|可见)/,
  // What others said of it.
  /^["“][^"”]+["”],? (?:(?:said|says|adds|added|explained|noted|stressed|commented|concluded)\b|(?:mr|ms|mrs|dr|prof)\.? \S+ (?:said|added)\b)/i,
  /^[^。]{2,40}(?:表示|指出|介绍|说|强调)[，,：:]\s?["“「]/,
  /^[^，。]{0,30}(?:秘书长|主任(?:委员)?|负责人|发言人|专家|教授|院士|有关人士)(?:\p{Script=Han}{2,3})?(?:表示|指出|介绍说?|强调)[，,：:]/u,
  // That it will be carried out.
  /^下一步[，,][^，。]{0,20}将(?:按照|按|根据|围绕)[^，。]{0,15}(?:要点|计划|方案)/,
]

/** Such may stand in a plan as well: what those who report will do, and what their readers may. */
const ofReport = [
  /^SESEC (?:will|shall|continues? to|is going to)(?: also| closely)?(?: continue to| keep)? ?(?:report|follow|monitor|track|watch|observe|inform|update|you (?:informed|posted|updated)|an eye)/i,
  /^we (?:will|shall)(?: continue to)? (?:keep you (?:informed|posted|updated)|(?:inform|update) you|(?:follow|report on) (?:this|these|its|their|the implementation|further))/i,
  /^(?:european|foreign|overseas|interested|international|eu) (?:and \w+ )?(?:companies|stakeholders|enterprises|experts|industry|industries|manufacturers|businesses|readers)\b[^.]{0,40}? (?:are|is) (?:\w+ )?(?:advised|encouraged|recommended|invited|urged|reminded|welcome)\b/i,
]

const remarks = '(?:comments?|remarks?|commentary|analysis|assessment|views?|opinion|takeaways?)'
/** Titles above what those have to say who report on a plan, and whose they say it is. */
const titlesOfReporters = [
  // Whose it is stands behind it or before it.
  new RegExp(`^${remarks} (?:by|from|of) (?:the )?(?:SESEC|editors?|authors?)\\b[^.,;:]{0,40}$`, 'i'),
  /^(?:[Cc]omments?|[Rr]emarks?|[Cc]ommentary|[Aa]nalysis) by \p{Lu}[\p{L}\d/ -]{1,40}$/u,
  new RegExp(`^(?:SESEC|our|editorial|editor|author)(?:['’]?s['’]?)? ${remarks}$`, 'i'),
  /^(?!(?:[CFD]?DIS|[CW]D|ISO|IEC|ITU|WTO|TBT|NB|MB)\b)\p{Lu}[\p{Lu}\d]{1,9}(?:['’]s)? (?:[Cc]omments?|[Rr]emarks?|[Cc]ommentary)$/u,
  /^(?:(?:SESEC|编者|编辑|本刊|小编|记者|专家|作者|我们的|简要)的?)?(?:点评|短评|简评|评论|评析)$/i,
  /^编(?:后(?:语|记|点评|评论|话)?|者(?:按|的话|注))$/,
]
/** Titles that a plan may have as well. */
const titlesOfBackground = [
  /^(?:comments?|commentary|analysis|background(?: information| note)?|context)$/i,
  /^About (?:us|this (?:document|article|plan)|the \w[\w ]{1,40}|\p{Lu}[\p{L}\d/ -]{1,30})$/u,
  /^(?:背景(?:介绍|资料|信息|链接)?|相关背景|新闻背景|关于我们|关于本文)$/,
]

/** Whose a title is that stands behind a plan, above what is none of it: of those who report on the plan for sure, or of either. */
export function closingTitle(text: string): 'reporters' | 'background' | undefined {
  const title = withoutStop(text.trim())
  if (/[.。]$/.test(text.trim())) return undefined
  if (titlesOfReporters.some((pattern) => pattern.test(title))) return 'reporters'
  return titlesOfBackground.some((pattern) => pattern.test(title)) ? 'background' : undefined
}

/** Whether with this paragraph those speak of themselves who report on a plan: `The original text can be found at …`. */
export function isOfReporters(text: string): boolean {
  return ofReporters.some((pattern) => pattern.test(text.trim()))
}

/** Whether a paragraph speaks of the plan itself: `The points were adopted by the plenary.` */
export function isOfPlan(text: string): boolean {
  return ofPlan.some((pattern) => pattern.test(text.trim()))
}

/** Whether a paragraph that stands apart is none of a plan: a remark of those who report, or it asks for nothing. */
export function isRemarkApart(text: string): boolean {
  const plain = text.trim()
  if (isOfReporters(plain) || isOfPlan(plain)) return true
  return ofReport.some((pattern) => pattern.test(plain)) || asksForNothing(plain)
}

const moodZh = /(?:^|[，。；,;])(?:要|应|须|需|拟|将)/
const moodEn = /\b(?:will|shall|should|must|is to|are to|needs?)\b/i
const describesEn =
  /\b(?:(?:has|have) (?:\d+|an?|the|more than|over|two|three|four|five|six|seven|eight|nine|ten)|(?:is|are) (?:an?|one of|the|responsible|located|based)|consists? of|comprises?)\b/i
const describesZh = /成立于|设在|位于|下设|现有|共有|(?<![但可还就凡于])是(?![否])/
const isStopped = /[。.！!？?][”"’）)]*$/

/** Whether whole sentences ask for nothing: the first tells what was or is, and no other says what to do. */
function asksForNothing(text: string): boolean {
  const [first = '', ...others] = sentences(text)
  return isStopped.test(text) && tells(first) && others.every((one) => tells(one) || !saysWhatToDo(one))
}

function tells(sentence: string): boolean {
  if (moodZh.test(sentence)) return false
  if (tellsWhatWas(sentence)) return true
  return /\p{Script=Han}/u.test(sentence)
    ? describesZh.test(sentence) && (!saysWhatToDo(sentence) || /成立于|现有/.test(sentence))
    : describesEn.test(sentence) && !moodEn.test(sentence)
}

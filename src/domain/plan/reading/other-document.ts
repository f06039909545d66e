import { surelyNamesPlan } from './plan-name.ts'

/** What may stand behind that which an issue of a series is called: `工作月报 2026年第3期`. */
const issue = String.raw`》?\s*[（(]?(?:20\d{2}\s*年?度?)?\s*(?:第?\s*[\d一二三四五六七八九十]{1,3}\s*(?:期|号|月份?|季度|周)?)?[）)]?\s*(?:[（(]总第\s*\d+\s*期[）)])?$`
const series = new RegExp(`(?:[旬周月季]报|双月刊|月刊|季刊|快报|简报)(?=${issue})`)
/** What was said at a meeting, what is wanted from a supplier, answers to those who ask. */
const otherChinese =
  /(?:(?:工作|开展|进展)情况|情况(?:通报|介绍|汇报)|讲话(?:稿|提纲)?|致辞|发言(?:稿|提纲)?|(?:采购|招标|磋商|询价|比选)(?:需求|文件|方案)书?|(?:技术|服务)需求书|常见问题(?:解答)?|问答)(?=\s*(?:[（(][^）)]*[）)])?\s*(?:20\d{2}\s*年?度?)?$)|^如何/
/** How something is chosen or awarded, whatever else it is called: `优秀案例评选工作方案`. */
const ofAward =
  /(?:评选|评优|评比|评奖|竞赛|大赛)(?:活动|表彰)*的?(?:实施|工作)?(?:方案|办法|细则|通知)(?=\s*(?:[（(][^）)]*[）)])?$)/
/** What the text of a standard begins with: `ISO/IEC 27021:2026 Competence requirements`. */
const ofStandard =
  /^(?:ISO(?:\/IEC)?|IEC|(?:BS |DIN |NF )?EN(?: ISO)?|GB(?:\/[TZ])?|[A-Z]{2}\/T)(?:[/ ](?:TS|TR|DIS|FDIS|PAS))? ?\d{2,6}(?:[.-]\d{1,3})*\s?[:：—–-]\s?20\d{2}(?!.*(?:20\d{2}|plan|programme|activit|work|revision|transition|计划|工作|任务|安排|宣贯))/i
/** With which a letter begins. */
const salutation = /^(?:dear|hi|hello) \p{L}[\p{L}. ]{0,40}[,:!，：！]?$|^大家好/iu
/** A Chinese title ends with what its document is, or with how that is sent: `关于报送2025年工作总结的通知`. */
const chinese =
  /(?:纪要|会议记录|总结|回顾|综述|议程|日程|报告|公报|简报|公告|公示|指南|名单|名录|通讯录|大纲|课程表|教学计划|采购计划|采购清单|培训方案|(?:十大|重要|主要|重大)?(?:进展|成果|成就|亮点|大事记)|价目表|价格表|报价单|合同|协议|协议书|办法|细则|章程|制度|条例|规定|(?<![方办])法|培训通知|会议通知|申报通知|备忘录|手册|试题|试卷|问卷|书评)(?=\s*(?:[（(【[][^）)】\]]*[）)】\]])?\s*(?:20\d{2}\s*年?度?)?$|》?(?:的通知|的函|的请示)$)/
/** What is about a plan is none, whatever its title holds: `《2026年度工作要点》编制说明`. */
const aboutPlan =
  /(?:编制|起草|制定|修订)(?:情况)?的?说明(?=\s*(?:[（(][^）)]*[）)])?$)|(?:政策|文件)?解读(?=$)|(?:落实|完成|执行|实施|推进)情况(?=$)|(?:成效(?:显著|明显)|取得(?:新|积极|显著)(?:进展|成效)|圆满(?:完成|收官))(?=$)|\bexplanatory (?:note|memorandum|report)\b|\bwhat (?:(?:was|were|has been|have been)|(?:\w+ ){1,3}(?:has|have)) (?:achieved|accomplished)\b/i
/** A letter that asks people for something: `关于召开…会议的通知`. */
const letter =
  /(?:征集|征求|招募|遴选|召开|举办|举行|组织参加|报名|申报|推荐)[^《》]*(?:通知|通告|公告|启事|邀请函|函)$/
/** What a committee calls its plan; `priorities` and `arrangements` are much else too. */
const ofPlan =
  /要点|工作(?:计划|规划|方案)|重点(?:工作|任务)|行动计划|\b(?:work(?:ing)? (?:plan|programme|program|points)|annual (?:work(?:ing)? |action |business )?(?:plan|programme|program)|(?:strategic|business|strategic business|action) plan|program(?:me)? of work|(?:key|main) (?:working |work )?points)\b/i
/** News of what took place. */
const held = /会议?在.{1,12}(?:召开|举行|举办)$|会议?(?:顺利|成功|胜利|隆重)?(?:召开|举行|闭幕)$/
/** What a meeting is called is what is said of it: `第三次全体会议`, `61st meeting, Oslo`. */
const ofMeeting =
  /(?:第[一二三四五六七八九十百\d]+[次届].{0,8}会议?|会议周|(?:工作|最新)?动态)(?=\s*(?:[（(][^）)]*[）)])?$)|\b\d+(?:st|nd|rd|th) (?:plenary )?(?:meeting|session|plenary)\b/i
const english =
  /\b(?:minutes|agenda|reports?|summary|price[ -]list|list of prices|contract|agreement|invoice|newsletter|press release|terms of reference|rules of procedure|resolutions|(?:calls? for|invitation to|notice of)\s+(?:\w+\s+){0,3}?(?:experts?|papers|participation|proposals|nominations|contributions|comments|tenders?|meetings?)|(?:invit(?:es?|ing)|seek(?:s|ing)?|solicit(?:s|ing)?|asks? for) (?:public )?(?:comments|opinions|feedback)|comments (?:are )?(?:invited|sought)|syllabus|curriculum|course outline|procurement plan|(?:course|lesson|teaching|study) plan|achievements|highlights|memorand(?:um|a) of (?:understanding|cooperation|agreement)|(?:grant|research|funding) (?:proposal|application)|book review|(?:style|user|author)s?['’]? (?:guide|manual)|handbook|quiz|questionnaire|frequently asked questions|faqs?|bulletin|(?:monthly|weekly|quarterly) (?:digest|update|review)|(?:opening|closing|welcome|keynote) (?:remarks|address|speech)|speech (?:by|at|of|to)|procurement requirements|invitation to tender|tender (?:specifications?|documents?)|requests? for (?:proposals|quotations?|tenders?))\b|^how to\b|\b(?:regulation|directive|act)\s+(?:\((?:eu|ec)\)|no\b|\d{4})/i

/** What is on at an event; a programme of work is a plan. */
const ofEvent =
  /\b(?:week|days?|conference|workshops?|seminars?|summit|forum|symposium|congress|meetings?|webinar)\b(?:[,:–—\s-]+20\d{2})?[,:–—\s-]+(?:draft |preliminary |final |provisional )?program(?:me)?(?=\s*(?:20\d{2})?$)|\bprogram(?:me)? of the (?:\w+ ){0,3}(?:week|conference|workshop|seminar|summit|forum|symposium|congress|meeting)\b/i

/** What a title calls its document, where that is something else than a plan: `纪要`, `Minutes`. */
export function otherDocument(title: string): string | undefined {
  const plain = title.trim()
  const about = aboutPlan.exec(plain)?.[0] ?? ofAward.exec(plain)?.[0]
  if (about !== undefined) return about
  return surelyNamesPlan(plain) ? undefined : otherNamed(plain)
}

/** Whether a title is no more than the name of a meeting, where anything may have been laid before that. */
export function isCalledAfterMeeting(title: string): boolean {
  return ofMeeting.exec(title)?.[0] === otherDocument(title)
}

/** Whether a title says of its document that it is a plan, and nothing else: `2026年度工作要点`, `Work programme 2026`. */
export function isTitleOfPlan(title: string): boolean {
  const plain = title.trim()
  return ofPlan.test(plain) && otherNamed(plain) === undefined && otherDocument(plain) === undefined
}

function otherNamed(title: string): string | undefined {
  return [chinese, otherChinese, series, letter, held, english, ofEvent, ofMeeting, ofStandard, salutation]
    .map((pattern) => pattern.exec(title)?.[0])
    .find(Boolean)
}

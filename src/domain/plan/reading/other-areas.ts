/** Titles of areas that show what a document is, where that is no plan. */
export type OtherAreas = { what: 'meeting' | 'results' | 'standard'; titles: string[] }

/** What stands on the agenda of any meeting. */
const ofMeeting =
  /^(?:(?:opening|closing|closure)(?: (?:of the (?:meeting|session|plenary)|remarks))?|(?:approval|adoption) of the (?:draft )?agenda|roll[ -]call(?: of \w+)?|apologies(?: for absence)?|any other business|other business|aob|(?:date(?: and (?:place|venue))? of (?:the )?)?next meetings?|(?:会议)?(?:开幕|闭幕)(?:式|致辞)?|(?:审议|表决)?通过(?:会议)?议程|议程(?:审议|通过)|点名|其[他它]事项|下次会议(?:时间|安排)?)$/i

/** The parts of a day into which an agenda is divided: `Monday 13 April`, `4月13日上午`. */
const ofDays =
  /^(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[\p{L}\d\s,.:–—()-]*)?(?:(?:early |late )?(?:morning|afternoon|evening)(?: session)?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[\p{L}\d\s,.:–—()-]{0,30}|(?:(?:\d{4}年)?\d{1,2}月)?(?:\d{1,2}日)?\s*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?\s*(?:上午|下午|晚上))$/iu

/** What tells of what was reached; `推动…取得新突破` still has to be. */
const ofResults =
  /成[效果绩](?:显著|明显|突出|丰硕)$|(?:取得|实现)(?:了)?(?:新|积极|显著|明显|重大|重要|阶段性|突破性|良好)(?:的)?(?:进展|成效|成果|成绩|突破)$|(?:圆满|全面|顺利|如期)(?:完成|收官|结束)$|(?:再|迈)上新(?:的)?台阶$|\b(?:what (?:was|were|has been|we) (?:achieved|done)|(?:was|were|has been|have been) (?:achieved|completed)|achievements|accomplishments)\b/i
const stillToBe = /^(?:推动|推进|力争|争取|促进|确保|努力|加快|助力)/

/** With which every standard begins. */
const ofStandard =
  /^(?:normative references|terms(?:,? definitions)?,? and (?:definitions|abbreviat(?:ions|ed terms))|规范性引用文件|术语(?:和|与|、)定义)$/i
/** Much else has a scope too. */
const besideInStandard = /^(?:foreword|introduction|scope|requirements|前\s*言|引\s*言|范\s*围|要求)$/i

const leastOfMeeting = 2
const leastOfStandard = 2

/** Whether the titles of a document's areas are those of a meeting or a standard, or most of them tell of what was reached. */
export function otherAreas(titles: readonly string[]): OtherAreas | undefined {
  const plain = titles.map((title) => title.trim())
  const meeting = plain.filter((title) => ofMeeting.test(title) || ofDays.test(title))
  if (meeting.length >= leastOfMeeting) return { what: 'meeting', titles: meeting }
  const standard = plain.filter((title) => ofStandard.test(title) || besideInStandard.test(title))
  if (standard.length >= leastOfStandard && standard.some((title) => ofStandard.test(title)))
    return { what: 'standard', titles: standard }
  const results = plain.filter((title) => ofResults.test(title) && !stillToBe.test(title))
  return results.length * 2 > plain.length ? { what: 'results', titles: results } : undefined
}

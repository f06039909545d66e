import { overlap, type Span } from '../printed-text.ts'
import { elementsOf, trimmed } from './elements.ts'

/** A clause that has a list: it ends with `等`, or with itself. */
const clause = /(?:[^,。;:!?()等]|等(?=[级同于效价保])|,(?=以及))+等?/g
const marker = /.*(?:围绕|聚焦|面向|针对|包括但不限于|包括|涵盖|涉及|例如|诸如|特别是|尤其是)/
const markedBefore = /(?:领域|方面|方向|主题|议题|内容|包括|涵盖|围绕)[:(]$/
/** What follows `等` where subjects were listed; where nothing follows, a marker must have come before. */
const ofSubjects =
  /^(?:多个|若干|各|核心|基础|重要|主要|通用|共性|重点|关键|相关|热点|新兴|新型|前沿|急需|网络安全|安全|国家|国际|\d+个|[一二三四五六七八九十]+个)*(?:领域|方面|方向|标准|技术要求|议题|主题|课题|技术|问题|热点|重点)/
/** What follows it where people or ways of work were listed. */
const ofOthers =
  /^(?:多种|各种|各类|相关|有关|各|主管|监管)*(?:部门|单位|机构|组织|企业|形式|方式|途径|渠道|活动|手段|媒体|平台|国家|地区|工作|会议|人员|专家|成员|措施)|^(?:方面|领域)的?(?:专家|人员|单位|机构|组织|企业|人才)/

const verbs =
  /.*(?:研制|制定|制订|制修订|修订|编制|推进|推动|开展|加强|加快|加大|完善|优化|提出|支持|促进|做好|组织|深化|强化|发布|形成|研究|启动|完成|支撑|推广|探索|布局|健全|建立)(?:一批|了)?/
const leading = /^(?: |的|和|与|及|以及|对于|关于|对(?!抗|称|象)|在(?!线)|就(?!业)|以(?!太)|将|从(?!业)|国家)/
const trailing = /(?: |等|国家标准|行业标准|团体标准|标准|领域|方面|方向)$/
const isSubject = /^[\p{Script=Han}\p{Script=Latin}\p{N} ./+-]{2,20}$/u
const verbFirst =
  /^(?:研制|制定|制订|修订|编制|推进|推动|开展|加强|加快|完善|优化|提出|支持|促进|做好|组织|深化|强化|发布|形成|启动|完成|提升|提高|举办|参与|参加|落实|建立|健全|探索|通过|利用|充分)/
const notPlain =
  /[的了并应将]|第.+届|^(?:安全|国家|行业|团体|地方|国际|企业|强制性|推荐性|我国|各|其他|有关|相关)+$/
const noTopic =
  /(?:单位|机构|部门|企业|高校|院校|院所|协会|学会|组织|委员|专家|人员|媒体|平台|渠道|方式|形式|活动|会议|培训|标准|报告|工作|措施|制度|机制|队伍)$/

/** The elements of the lists of subjects in a Chinese text; a list of works, like trainings, has none. */
export function chineseLists(folded: string, whole: readonly Span[], works: readonly Span[]): Span[] {
  return [...folded.matchAll(clause)].flatMap(({ 0: words, index }) => {
    const list = { from: index, to: index + words.length }
    const isOpen = words.endsWith('等')
    const behind = folded.slice(list.to)
    if (isOpen && ofOthers.test(behind)) return []
    const marked =
      marker.exec(words)?.[0].length ?? (markedBefore.test(folded.slice(0, index)) ? 0 : undefined)
    if (marked === undefined && !(isOpen && ofSubjects.test(behind))) return []
    const body = { from: list.from + (marked ?? 0), to: list.to }
    const subjects = subjectsOf(
      folded,
      marked === undefined ? withoutVerbs(folded, body) : body,
      isOpen,
      whole,
    )
    return subjects.some((subject) => works.some((work) => overlap(subject, work))) ? [] : subjects
  })
}

function subjectsOf(folded: string, list: Span, isOpen: boolean, whole: readonly Span[]): Span[] {
  if (!/\p{Script=Han}/u.test(folded.slice(list.from, list.to))) return []
  const elements = elementsOf(folded, list, /、|,以及/g, whole)
  const last = elements.pop()
  if (last !== undefined) elements.push(...elementsOf(folded, last, /以及|[和与及]/g, whole))
  // One thing alone is a clause like any other, unless the text says that there are more.
  if (elements.length < 2 && !isOpen) return []
  return elements.flatMap((element) => {
    const subject = trimmed(folded, element, leading, trailing)
    const words = folded.slice(subject.from, subject.to)
    const isPlain = isSubject.test(words) && /\p{L}{2}/u.test(words) && !verbFirst.test(words)
    return isPlain && !notPlain.test(words) && !noTopic.test(words) ? [subject] : []
  })
}

/** What is done with a list stands before its first element, when nothing marks where it begins. */
function withoutVerbs(folded: string, { from, to }: Span): Span {
  const [first = ''] = folded.slice(from, to).split('、')
  return { from: from + (verbs.exec(first)?.[0].length ?? 0), to }
}

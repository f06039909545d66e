import type { WorkKind } from '../../work/kind.ts'
import { gapsOf, type Match, spanOf } from './phrases.ts'

const behindHead = /^ (?:on|about|of|for|regarding|concerning|covering|into) (?:[^\s,;:.]+ ){0,5}$/
const behindStandard = /^ (?:on|about|of|for|regarding|concerning) (?:[^\s,;:.]+ ){0,3}$/
const beforeHead = /^[ -]?(?:work )?$|^(?: |的|工作|相关|专题|系列|业务|知识|能力)*$/
const joinedEnglish = /\b(?:and|or|for|of|on|in|to|by|as|from|through|via|with|into|under)\b|,/i
const joinedChinese =
  /[、和与及或并以等]|推动|推进|开展|促进|提升|加强|完善|优化|形成|落实|实施|支持|通过|做好|组织/

/**
 * Whether one work is only what another is about, and is not asked for itself: `trainings on the making of standards`,
 * `标准制修订培训`, `standards for working platforms`, `制定工作平台标准`.
 */
export function isAttributeOf(folded: string, match: Match<WorkKind>, head: Match<WorkKind>): boolean {
  if (match.value === head.value) return false
  const [own, other] = [spanOf(match), spanOf(head)]
  if (head.value.makesStandard && isOneName(folded, head))
    if (gapsOf(head).some(({ from, to }) => from <= own.from && own.to <= to)) return true
  const behind = other.to <= own.from ? folded.slice(other.to, own.from) : undefined
  const isListed = behind === undefined || / (?:and|or) /.test(behind)
  if (head.value.makesStandard && !isListed && behindStandard.test(behind)) return true
  if (!match.value.isSubject) return false
  if (own.to <= other.from) return beforeHead.test(folded.slice(own.to, other.from))
  return !isListed && behindHead.test(behind)
}

/** Whether what stands between the making and the standard is its name alone: `制定工作平台标准`. */
export function isOneName(folded: string, match: Match<WorkKind>): boolean {
  if (!match.value.makesStandard) return false
  return gapsOf(match).every(({ from, to }) => {
    const name = folded.slice(from, to)
    return !(/\p{Script=Han}/u.test(name) ? joinedChinese : joinedEnglish).test(name)
  })
}

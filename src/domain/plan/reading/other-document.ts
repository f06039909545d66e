import { namesPlan } from './plan-name.ts'

/** A Chinese title ends with what its document is. */
const chinese =
  /(?:纪要|会议记录|总结|议程|日程|报告|公报|简报|公告|公示|名单|名录|通讯录|价目表|价格表|报价单|合同|协议|协议书|办法|细则|章程|制度)(?=\s*(?:[（(【[][^）)】\]]*[）)】\]])?$)/
const english =
  /\b(?:minutes|agenda|reports?|summary|price[ -]list|list of prices|contract|agreement|invoice|newsletter|press release|terms of reference|rules of procedure|resolutions)\b/i

/** What a title calls its document, where that is something else than a plan: `纪要`, `Minutes`. */
export function otherDocument(title: string): string | undefined {
  if (namesPlan(title)) return undefined
  return (chinese.exec(title.trim()) ?? english.exec(title))?.[0]
}

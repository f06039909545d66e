import { surelyNamesPlan } from './plan-name.ts'

/** A Chinese title ends with what its document is, or with how that is sent: `关于报送2025年工作总结的通知`. */
const chinese =
  /(?:纪要|会议记录|总结|回顾|综述|议程|日程|报告|公报|简报|公告|公示|指南|名单|名录|通讯录|价目表|价格表|报价单|合同|协议|协议书|办法|细则|章程|制度|培训通知|会议通知|申报通知)(?=\s*(?:[（(【[][^）)】\]]*[）)】\]])?\s*(?:20\d{2}\s*年?度?)?$|》?(?:的通知|的函|的请示)$)/
/** News of what took place. */
const held = /会议?在.{1,12}(?:召开|举行|举办)$|会议?(?:顺利|成功|胜利|隆重)?(?:召开|举行|闭幕)$/
const english =
  /\b(?:minutes|agenda|reports?|summary|price[ -]list|list of prices|contract|agreement|invoice|newsletter|press release|terms of reference|rules of procedure|resolutions)\b/i

/** What a title calls its document, where that is something else than a plan: `纪要`, `Minutes`. */
export function otherDocument(title: string): string | undefined {
  if (surelyNamesPlan(title)) return undefined
  return (chinese.exec(title.trim()) ?? held.exec(title.trim()) ?? english.exec(title))?.[0]
}

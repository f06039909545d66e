import { englishDay, hanDay, numberedDay } from './printed-days.ts'
import { saysWhatToDo } from './says-what-to-do.ts'

const longestLine = 300
const pageNumber =
  /^(?!(?:19|20)\d{2}$)(?:[-—–·]?\s*\d{1,4}\s*[-—–·]?|第\s*\d+\s*页(?:[\s，,/]*共\s*\d+\s*页)?|page\s+\d+(?:\s*(?:of|\/)\s*\d+)?|\d+\s*\/\s*\d+)$/i
/** A line of a table of contents. */
const contentsLine = /(?:\.{3,}|…{2,}|·{3,}|(?:\. ){3,})\s*\d{1,3}$/
const link = /^(?:https?:\/\/|www\.)\S+$/i
const rule = /^[-=_*~—–\s]+$/
/** As Markdown writes it. */
const footnote = /^\[\^[^\]\s]{1,30}\]:/

/**
 * Whether a line is of the paper and not of the text: a page number, a line of the table of contents, a bare link, a
 * footnote.
 */
export function isFurniture(text: string): boolean {
  return (
    text.length <= longestLine &&
    [pageNumber, contentsLine, link, rule, footnote].some((pattern) => pattern.test(text))
  )
}

const dayAlone = new RegExp(`^[（(]?${numberedDay}[）)]?$|^${hanDay}$|^${englishDay}\\.?$`, 'i')

/** Whether a line is the number of a page. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text)
}

/** Whether a line is a day and nothing else, as below a signature. */
export function isDayAlone(text: string): boolean {
  return dayAlone.test(text.trim())
}

const body =
  /(?:委员会|秘书处|办公室|管理局|总局|分会|工作组|研究院|研究所|中心|协会|学会|盖章\s*[)）])$|^(?:sac\/)?(?:tc|sc)\s?\d+$|\b(?:secretariat|committee|chair(?:man|person|woman)?|secretary|secretary-general|convenor|president|director(?:-general)?)\b/i

/** Such a line is no signature, whatever body it names: `Meeting of the committee`. */
const occasion =
  /\b(?:meetings?|sessions?|plenary|workshops?|seminars?|reports?|elections?|by|before|until|to|from)\b/i

/** Whether a short line may be a signature: who issued the document. */
export function maySign(text: string): boolean {
  const plain = text.trim()
  return plain.length <= 80 && !/[。；;:：!?，]$|\.$/.test(plain) && body.test(plain) && !occasion.test(plain)
}

const signed = new RegExp(
  String.raw`^(.{2,80}?)[\s,，:：]*(?:${numberedDay}|${hanDay}|(?<![a-z])${englishDay})\.?$`,
  'i',
)
/** Who signs in English is named first or last: `Secretariat of SAC/TC260`, and not `Meeting of the committee`. */
const signer =
  /^(?:the\s+)?(?:secretar\w+|chair\w*|convenor|president|director)\b|\b(?:secretariat|committee|secretary|chair\w*|convenor)$/i

/** Whether a line is a signature with its day behind it: `秘书处 2026年1月20日`, `Secretariat, 20 January 2026`. */
function isSignedDay(text: string): boolean {
  const who = signed.exec(text.trim())?.[1]
  return who !== undefined && isSigner(who)
}

function isSigner(who: string): boolean {
  if (!maySign(who) || /[，。；：,;:]/.test(who) || saysWhatToDo(who)) return false
  return /\p{Script=Han}/u.test(who) || signer.test(who)
}

const printed = new RegExp(
  [
    String.raw`^(.{2,80}?)?[\s,，:：]*(?:${numberedDay}|${hanDay})\s*印发[。.]?$`,
    String.raw`^(?:issued|printed|released|published)(?: by (?:the )?(.{2,80}?))?,?(?: on)? ${englishDay}\.?$`,
  ].join('|'),
  'i',
)

/** Whether a line says when the document was printed, and by whom: `秘书处 2025年2月18日印发`. */
export function isPrintingDay(text: string): boolean {
  const found = printed.exec(text.trim())
  const who = found?.[1] ?? found?.[2]
  return found !== null && (who === undefined || isSigner(who))
}

const annex = [
  /^附\s*(?:件|录|表)?\s*(?:[\d一二三四五六七八九十]{0,3})\s*(?:$|[:：.．])/,
  /^附件(?:下载|列表)?\s*\d*\b/,
  /^(?:annex|appendix|attachment|enclosure)s?(?:\s+[a-z\d]{1,3})?\s*(?:$|[:：.–—-])/i,
]
const closing = [
  ...annex,
  /^(?:抄送|主题词|抄报|印发机关|(?:印送|分送|报送|抄致)\s*[:：])/,
  /^(?:来源|信息来源|稿件来源|责任编辑|编辑|供稿|撰稿|联系人|联系方式|联系电话|联系地址|电话|传真|邮箱)\s*[:：]/,
  /^[（(](?:此件|联系人|来源|编辑|责任编辑)/,
  /^(?:source|contact|contacts|further information|more information|for (?:more|further) information|download|link|author|tags?|keywords?|share)\s*(?:[:：]|$)/i,
  /^(?:相关(?:新闻|阅读|链接|文章|附件|推荐|解读)|延伸阅读|推荐阅读|上一篇|下一篇|扫一扫|分享到|打印本页|版权所有|关闭窗口)/,
  /^(?:related (?:news|articles?|posts?|content|links?|documents?)|read more|see also|latest news|share this|previous|next|copyright|©|all rights reserved|references)\b/i,
  /^©/,
  /^特此(?:通知|公告|函告|函复)[。.]?$/,
]

/** Whether with this line the text is over: an annex, a source, a copyright, other news. */
export function closesText(text: string): boolean {
  return closing.some((pattern) => pattern.test(text.trim()))
}

/** Whether with this line an annex begins. */
export function opensAnnex(text: string): boolean {
  return annex.some((pattern) => pattern.test(text.trim()))
}

/** What tells everybody to go by the whole of it. */
const order = [
  /^(?:all\s+)?(?:(?:wgs?|(?:sub|working|study)[ -]?groups|groups|members?|member (?:bodies|organi[sz]ations)|committees)(?:,\s*|\s+and\s+|\s+))+(?:(?:are|is) (?:required|requested|asked|invited|expected|urged)|shall|should|must)\b[^.]*\b(?:organi[sz]e|implement|arrange|carry out|follow|act)\b[^.]*\.?$/i,
  /^请?各(?:工作组|成员|委员|单位|有关|相关|部门|组)[^。]{0,30}(?:认真|结合实际|遵照|切实|据此|按照本|根据本|对照)[^。]*(?:落实|执行|实施|开展工作)[^。]*。?$/,
]

/** Whether a line below the last point belongs to none: a day, a note on how the document was issued, an order to all. */
export function standsBelow(text: string): boolean {
  const plain = text.trim()
  return (
    isDayAlone(text) ||
    isSignedDay(text) ||
    isPrintingDay(text) ||
    isFurniture(plain) ||
    closesText(text) ||
    (plain.length <= longestLine && order.some((pattern) => pattern.test(plain)))
  )
}

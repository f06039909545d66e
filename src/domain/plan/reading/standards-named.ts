import { cleanDesignation } from '../../designation/clean-designation.ts'
import { mentionedIn } from '../../designation/parse-designation.ts'
import { overlap, type Span } from './printed-text.ts'

/** Where a designation may begin: at the start of a word, in capitals, with a number to follow. */
const mayBegin = /(?<![A-Za-z0-9])(?=(?:F?pr)?[A-Z]{2}[A-Za-z/ -]{0,30}\d)/g
/** Standards of other nations, which are on no record here; a blank parts their number from a year. */
const national =
  /(?<![A-Za-z0-9])(?:BS|DIN(?: SPEC)?|NF|UNE|UNI|NEN|NBN|JIS|KS|ANSI|CSA|AS(?:\/NZS)?|NZS|PAS|GOST(?: R)?) (?:[A-Z]{1,2} ?)?(?!(?:19|20)\d\d(?![\d-]))\d{3,6}(?:-\d{1,4}){0,3}(?::\d{4})?(?![\w-])/g
const endOfClause = /[,，、。;；!！?？《》]|\.(?=\s|$)/
const longestDesignation = 80
/** A long point may name so many; the rest of them ask for the same. */
const mostDesignations = 40

/** `要求`, `第2部分：…`, and the two parts of `数据安全技术 数据接口安全要求`. */
const ofStandard =
  /(?:要求|规范|指南|方法|准则|规则|规程|导则|通则|框架|架构|模型|术语|词汇|概述|代码|编码|格式|接口|协议|指标|分类|分级|测评|评测|评估|评价|等级|成熟度|实践指南)(?:[((][^)）]*[)）])?$|第 ?[\d一二三四五六七八九十]+ ?部分|^[\p{Script=Han}A-Za-z0-9]+ \p{Script=Han}{2}/u
/** Such documents have titles like that too, and are no standards. */
const ofOther =
  /标准体系|标准化体系|工作组|委员会|秘书处|申报|标准化工作|标准化改革|(?:白皮书|蓝皮书|研究报告|报告|路线图|规划|计划|要点|纲要|方案|办法|细则|章程|制度|规定|条例|案例|案例集|手册|汇编|读本|教材|简报|通知|意见|(?<!方)法)$/

/** The standards that a text names, by their designations or by titles in 《》 that look like theirs. */
export function standardsNamed(folded: string): Span[] {
  const titles = [...folded.matchAll(/《([^《》]*)》/g)]
    .filter(([, title = '']) => looksLikeStandard(title.trim()))
    .map(({ 0: { length }, index }) => ({ from: index, to: index + length }))
  const found: Span[] = [...titles]
  const elsewhere = [...folded.matchAll(national)].map(({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }))
  for (const span of [...designationsIn(folded), ...elsewhere])
    if (!found.some((other) => overlap(other, span))) found.push(span)
  return found.sort((a, b) => a.from - b.from)
}

/** Titles that say of their documents that these are something else: `《标准工作手册》`. */
export function titlesOfOthers(folded: string): Span[] {
  return [...folded.matchAll(/《([^《》]*)》/g)]
    .filter(([, title = '']) => ofOther.test(title.trim()))
    .map(({ 0: { length }, index }) => ({ from: index, to: index + length }))
}

function looksLikeStandard(title: string): boolean {
  return ofStandard.test(title) && !ofOther.test(title)
}

function designationsIn(folded: string): Span[] {
  const found: Span[] = []
  for (const { index } of folded.matchAll(mayBegin)) {
    if (found.length === mostDesignations) break
    if (index < (found.at(-1)?.to ?? 0)) continue
    const clause = folded.slice(index, index + longestDesignation).split(endOfClause, 1)[0] ?? ''
    const mentioned = mentionedIn(cleanDesignation(clause))
    if (mentioned?.before !== '') continue
    const behind = mentioned.behind.trim()
    const end = behind === '' ? clause.length : clause.lastIndexOf(behind)
    if (end > 0) found.push({ from: index, to: index + clause.slice(0, end).trimEnd().length })
  }
  return found
}

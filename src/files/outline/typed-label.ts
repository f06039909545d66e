const han = '[一二三四五六七八九十百零〇两]{1,5}'

/** The labels that people type before an item or a heading. */
const labels: readonly string[] = [
  // 一、 一． （一） 一） 第一章
  `${han}\\s?[、.．,，]`,
  `[(（]\\s?${han}\\s?[)）]`,
  `${han}[)）]`,
  `第\\s?(?:${han}|\\d{1,3})\\s?[章节条款项部篇编类]`,
  // 1. 1． 1、 1) 1.2 1.2.3, but neither 3.5% nor the year at the end of a sentence
  '\\d{1,3}\\s?(?:[、．)）]|\\.(?!\\d))',
  '\\d{1,2}(?:\\.\\d{1,2}){1,4}\\.?(?:\\s|(?=\\p{Script=Han}))(?!\\s*[%％万亿])',
  // 2.2028年
  '\\d{1,2}[.．](?=(?:19|20)\\d\\d\\s?年)',
  '[(（]\\s?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\\s?[)）]',
  // a) a. iv) IV.
  '(?:[a-zA-Z]|[ivxIVX]{2,5})[)）]',
  '(?:[a-zA-Z]|[ivxIVX]{2,5})[.．、]\\s',
  // ① ⑴ ⒈ ㈠ ❶ Ⅰ
  '[\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3220-\\u3229\\u3280-\\u3289\\u2160-\\u217f]',
  // - * • · ——
  '[-–*+]\\s',
  '[—―]{1,2}',
  '[•·●○■□◆◇▪▫‣⁃▶►▸➢➤✓✔★☆※]',
  '(?:Area|Part|Chapter|Section|Annex|Appendix|Goal|Objective|Priority|Task|Point)\\s(?:\\d{1,3}|[A-Z]|[IVX]{1,5})\\b',
  '(?:附件|附录|附表|专栏)\\s?(?:\\d|[一二三四五六七八九十]|[A-Z]\\b|[:：])',
  '#{1,6}\\s',
]
const begins = new RegExp(`^\\s*(?:${labels.join('|')})`, 'u')

/** Whether a line begins with a label, as `一、`, `（一）`, `1.`, `①`, `a)`, `•` or `第一章`, and so begins something. */
export function hasTypedLabel(line: string): boolean {
  return begins.test(line)
}

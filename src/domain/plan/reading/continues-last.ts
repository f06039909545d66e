const english = new RegExp(
  [
    String.raw`^(?:specifically|in particular|particularly|namely|including|for example|for instance)\b`,
    String.raw`^among (?:them|these|others)\b`,
    String.raw`^(?:this|these|those|such)\b`,
    String.raw`^(?:the |these |such )?(?:specific|key|main|major|relevant|priority|focus|concrete|important)\s+(?:[\w-]+\s+){0,4}(?:include|cover)s?\b`,
    String.raw`^(?:areas|topics|examples|subjects|fields|items|activities)\s+(?:[\w-]+\s+){0,3}include\b`,
    String.raw`^it (?:covers|includes)\b`,
  ].join('|'),
  'i',
)
const chinese =
  /^(?:其中|包括|例如|比如|特别是|尤其是|这些|这一|此类|上述|即[：:，]|具体(?:而言|来说|来看)|(?:具体|主要|重点|关键|相关)(?:领域|方向|内容|任务|工作|范围|标准|项目)?(?:主要)?(?:包括|涉及|涵盖|包含|有[：:]|为[：:]|是[：:]|[：:]))/

/** Whether a sentence only goes on with the one before: `Specific areas include …`, `具体包括……`. */
export function continuesLast(sentence: string): boolean {
  return english.test(sentence) || chinese.test(sentence)
}

/** Whether a text only leads to what stands below it: `重点做好以下工作：`, `The following is planned:`. */
export function leadsOn(text: string): boolean {
  return (
    /[:：]$/.test(text) ||
    /(?:如下|以下(?:几|各|三|四|五|六)?(?:个|方面|项)?(?:工作|任务|内容)?)[。.]?$/.test(text) ||
    /(?:as follows|the following)\.?$/i.test(text)
  )
}

/** Two pieces of one text: with a blank between, but for Chinese that goes on or begins a new sentence. */
export function joined(first: string, second: string): string {
  if (first === '' || second === '') return first + second
  const isChinese =
    /[\p{Script=Han}，。；：！？、（）《》“”]$/u.test(first) && /^[\p{Script=Han}（《“\d]/u.test(second)
  // What stands alone and has no mark at its end is a title.
  const isTitle = first.length <= 25 && /[\p{Script=Han}”）》]$/u.test(first)
  return isChinese && !isTitle ? first + second : `${first} ${second}`
}

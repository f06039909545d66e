import type { Place } from './outline.ts'

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

/**
 * Whether a line of a text was broken at its end, and goes on in the next: it has no mark at its end, and the next, no
 * longer, stands directly below. What stands below a title is longer than that.
 */
export function goesOver(line: Line, next: Line): boolean {
  if (line.place.unit !== 'line' || next.place.number !== line.place.number + 1) return false
  if (/^[，。；：！？、）》”]/.test(next.text)) return true
  if (/[。．.；;：:！？!?…][”"’）)】》]*$/.test(line.text)) return false
  const isHan = /[\p{Script=Han}，、（《“]$/u.test(line.text)
  if (!isHan) return /^\p{Ll}/u.test(next.text)
  return columnsOf(next.text) <= columnsOf(`${line.label?.printed ?? ''}${line.text}`) + 2
}

type Line = { text: string; place: Place; label?: { printed: string } }

/** Chinese characters and their marks are as wide as two letters. */
function columnsOf(text: string): number {
  return text.replace(/[^\p{ASCII}]/gu, '  ').length
}

const fullWidth = '\\p{Script=Han}，。；：！？、（）《》“”【】'
const endsWide = new RegExp(`[${fullWidth}]$`, 'u')
const beginsWide = new RegExp(`^[${fullWidth}]`, 'u')

/**
 * Two pieces of one text: with a blank between, but for Chinese that goes on or begins a new sentence.
 *
 * @param isBroken the second is the rest of a line that was broken
 */
export function joined(first: string, second: string, isBroken = false): string {
  if (first === '' || second === '') return first + second
  if (isBroken) return endsWide.test(first) || beginsWide.test(second) ? first + second : `${first} ${second}`
  const isChinese =
    /[\p{Script=Han}，。；：！？、（）《》“”]$/u.test(first) && /^[\p{Script=Han}（《“\d]/u.test(second)
  // What stands alone and has no mark at its end is a title.
  const isTitle = first.length <= 25 && /[\p{Script=Han}”）》]$/u.test(first)
  return isChinese && !isTitle ? first + second : `${first} ${second}`
}

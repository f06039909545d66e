import { UserError } from '../../src/contract/errors.ts'
import { type NamedWords, parseNamed } from './assignment-words.ts'
import { monthName } from './calendar-names.ts'
import { dayLast, type SaidLast, type SaidRange } from './day-range-words.ts'

/** A short name, what can be seen of what is done, and the day since when it is. */
export type DoneWords = NamedWords & { on?: SaidRange['from'] }

/** Behind a link, or a mark, a day says since when. */
const parted = /(?:^|[,，;；:：、。])\s*$/u
/** A day that is said first is told from what follows by a mark, or a link. */
const headed = /^([^,，;；:：]{2,40}?)(?:\s*[,，;；：]\s*|:\s+|\s+(?=https?:\/\/))(\S.*)$/su
const link = /(?:^|\s)https?:\/\/\S+\s+$/iu
/** `the minutes of yesterday`: the day is one of something. */
const partOf =
  /(?:(?<!\p{L})(?:of|from|for|by|until|before|after|with|and|the|to|between)\s+|[的和与至到前后]\s*)$/iu
const before = /(?:\s|^)$/u

const announced = String.raw`(?<![\p{L}\d-])(?:on|since|as\s+of)\s+(?:the\s+)?(?:(?:last|next|this)\s+)?`
const zhAnnounced = '(?:(?<![关属终由对基位等])于|(?<!来)自|从|(?<![存现])在)'
const month = String.raw`(?:${monthName})(?!\p{L})`
const weekday = String.raw`(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|[a-z]+day)(?!\p{L})`
const zhNumber = String.raw`(?:\d{1,4}|[〇零一二三四五六七八九十]{1,4})`
/** What looks like a day, but can't be read: behind a word that announces one, or all that is said. */
const dayLike = new RegExp(
  [
    String.raw`${announced}${month}[\s.,\d]*$`,
    `${announced}${weekday}[^,;]{0,20}$`,
    String.raw`${announced}\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${month}[\s.,\d]*$`,
    String.raw`${announced}\d{1,4}\s*[-–/.]\s*\d[^,;]{0,12}$`,
    String.raw`${announced}\d{1,4}(?:st|nd|rd|th)?\s*$`,
    String.raw`^(?:on|since)\s+\d.{0,20}$`,
    String.raw`${zhAnnounced}\s*${zhNumber}\s*[-/.年月日号][^,，;；]{0,12}$`,
    String.raw`${zhAnnounced}\s*[上下本这]*个?(?:周|星期|礼拜)[^,，;；]?$`,
    String.raw`^${zhNumber}\s*(?:年\s*${zhNumber}\s*)?月.{0,6}$`,
    String.raw`^(?:last|this|next)\s+(?:week|month|year)$|^[上本这下]+个?(?:周|星期|礼拜|月)$`,
  ].join('|'),
  'iu',
)

/** How much of it is, or by when it will be: `50%`, `mostly`, `except annex B`, `soon`, `一半`. All of it is `100%`. */
const unfinished = new RegExp(
  [
    String.raw`^(?:about|roughly|only|just)?\s*(?!100(?!\d))\d{1,3}(?:\.\d+)?\s*%`,
    String.raw`^(?:(?:about|only|just)\s+)?(?:half(?:way)?|part(?:ly|ially)|in\s+part|mostly|almost|nearly|not\s+(?:yet|quite|fully|all|completely)|except|apart\s+from|soon|later|eventually)(?![\p{L}\d-])`,
    String.raw`^(?:[大约只才仅已]|大约|差不多)?\s*(?:一半|大半|过半|百分之(?!一?百)|[一二两三四五六七八九]成|大部分|小部分|部分)`,
    `^(?:基本(?:上|完成|$|[,，。])|差不多|快(?:要|了|好|完)|即将|马上|稍后|尚未|还没|除了)`,
  ].join('|'),
  'iu',
)
/** `by Friday`, `周五前` tell a day that it is to be done by. */
const deadline = /^(?:by|before|until|till|no\s+later\s+than)\s+(?<en>.+)$|^(?<zh>.+?)[之以]?前$/iu

/**
 * `a7 https://example.org/report on 2026-11-20`, `a7 昨天`: what can be seen of it, and since when. The day is what stands at
 * the very end, behind its word, behind a link, or as a day such as `yesterday`, or all that stands before a mark or a link;
 * any other is of what can be seen: the minutes of 2026-11-20.
 * @throws UserError where a day is announced that can't be read, and where it is not all done yet
 */
export function parseDone(text: string): DoneWords {
  const { name, said } = parseNamed(text)
  const plain = said.normalize('NFKC')
  if (unfinished.test(plain) || isDeadline(plain))
    throw new UserError('assignment.not-all-done', { name, text: said })
  const day = dayLast(plain)
  if (day !== undefined && isTheDay(day)) {
    // A day is as long in full width as in half; what stands before it may not be.
    const seen = said.slice(0, said.length - (plain.length - day.before.length))
    return { name, said: seen.replace(/[\s,，、;；:：]+$/u, ''), on: day.from }
  }
  const [, head = '', behind = ''] = headed.exec(said) ?? []
  const first = dayLast(head.normalize('NFKC'))
  if (first?.before === '') return { name, said: behind, on: first.from }
  const unread = dayLike.exec(plain)?.[0]
  if (unread !== undefined) throw new UserError('absence.no-day', { text: unread.trim() })
  return { name, said }
}

function isDeadline(text: string): boolean {
  const { en, zh } = deadline.exec(text)?.groups ?? {}
  return dayLast(en ?? zh ?? '')?.before === ''
}

function isTheDay({ before: words, isAnnounced, isNear }: SaidLast): boolean {
  if (isAnnounced || parted.test(words) || link.test(words)) return true
  return isNear && before.test(words) && !partOf.test(words)
}

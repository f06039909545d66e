import { looseDayFirst, looseDayLast, type SaidRange } from './day-range-words.ts'

/** What is to be done, and until when. */
type DueWords = { task: string; due?: Pick<SaidRange, 'from' | 'until'> }

/** Only behind one of these, or before `前`, is a day one until when something is to be done. */
const until =
  /(?:[,，、;；(（]\s*)?(?:(?<!\p{L})(?:is\s+)?(?:due|by|until|till|before|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest)(?:\s+(?:on|by|the))*|截止日期|截止时间|截止|期限|要求于|请于|于|在|至|到)\s*(?:是|为|到|至|于)?\s*[:：]?\s*$/iu
const zhBy = /^(?:之前|以前|前|内|为止|截止|到期)/u
const zhByLast = /\s*(?:(?:之|以)?前(?:完成|提交|交付|办结)?|截止|到期|为止)[\s.。!！)）]*$/u
const leading = /^(?:(?:by|until|before|due)\s+(?:on\s+)?|(?:请)?[于在])?/iu

/** `write a summary by 15 December`, `12月15日前撰写摘要`: a day with its word, at the end or at the beginning. */
export function taskDue(text: string): DueWords {
  // A day is as long in full width as in half; a text that is not would be cut in the wrong place.
  const plain = text.normalize('NFKC')
  if (plain.length !== text.length) return { task: text }
  return dueLast(text, plain) ?? dueFirst(plain) ?? { task: text }
}

function dueLast(text: string, plain: string): DueWords | undefined {
  const by = zhByLast.exec(plain)?.[0] ?? ''
  const last = looseDayLast(plain.slice(0, plain.length - by.length).replace(/[\s.。!！)）]+$/u, ''))
  if (last === undefined) return undefined
  const word = until.exec(last.before)?.[0]
  if (word === undefined && by === '') return undefined
  const end = last.before.length - (word?.length ?? 0)
  return { task: text.slice(0, end).replace(/[\s,，、;；(（]+$/u, ''), due: { from: last.from } }
}

function dueFirst(plain: string): DueWords | undefined {
  const word = leading.exec(plain)?.[0] ?? ''
  const range = looseDayFirst(plain.slice(word.length))
  if (range === undefined) return undefined
  const { from, until: end, behind } = range
  const by = zhBy.exec(behind)?.[0] ?? ''
  if (by === '' && !/^[a-z]/iu.test(word)) return undefined
  return {
    task: behind.slice(by.length).replace(/^[\s,，、;；:：]+/u, ''),
    due: { from, ...(end !== undefined && { until: end }) },
  }
}

import { UserError } from '../../src/contract/errors.ts'
import { type HearingGiven, neverQuiet } from '../../src/domain/hearing/rules.ts'
import { typed } from '../submissions/given.ts'
import { countOf } from './span.ts'

const off = /^(?:off|none|never|no|关闭|关|取消|不需要)$/iu
const usual = /^(?:usual|default|normal|reset|默认|恢复默认|恢复|照常|同委员会)$/iu
const perWeek =
  /(?:^|[\s,，;；])(?:(?:at most\s+)?(\d{1,2})\s*(?:x|times?)?\s*(?:a|per|\/)\s*week|每周(?:最多|至多)?\s*(\d{1,2}|[一二两三四五六七])\s*[次条]?)$/iu
const half = String.raw`(晚上?|夜里?|早上?|上午|凌晨|下午|中午)?\s*(\d{1,2})(?:\s*[:：.点时]\s*(\d{2})?分?\s*(?:整)?)?\s*([ap]m)?`
const hours = new RegExp(
  String.raw`^(?:from\s+|从\s*|自\s*)?${half}\s*(?:to(?![a-z])|until|till|[-–—~～]|至|到)\s*(?:次日|第二天|明早)?\s*${half}$`,
  'iu',
)

/**
 * `20:00-08:00`, `8pm to 8am`, `晚8点至早8点`, `off`, `usual`, each with `1 a week` behind it or without; nothing where
 * nothing was typed.
 * @throws UserError where it can't be read
 */
export function parseQuiet(text: string): HearingGiven | undefined {
  const plain = typed(text).normalize('NFKC').trim()
  if (plain === '') return undefined
  const often = perWeek.exec(plain)
  const rest = often === null ? plain : plain.slice(0, often.index).replace(/[\s,，;；]+$/u, '')
  const count = often === null ? {} : { perWeek: countOf(often[1] ?? often[2] ?? '') }
  if (rest === '') return count
  if (off.test(rest)) return { ...count, quietHours: neverQuiet }
  // Who wants the usual hours, and says nothing of how often, wants the usual of both.
  if (usual.test(rest)) return { perWeek: 'usual', ...count, quietHours: 'usual' }
  const found = hours.exec(rest)
  const from = found && hourOf(found.slice(1, 5))
  const until = found && hourOf(found.slice(5, 9))
  if (!from || !until) throw new UserError('hearing.unreadable', { text: plain })
  if (from === until) throw new UserError('hearing.no-length', { at: from })
  return { ...count, quietHours: { from, until } }
}

/** `HH:MM` of an hour as people say it; undefined where the day has none such. */
function hourOf([part = '', typed = '', minute = '00', half = '']: (string | undefined)[]):
  | string
  | undefined {
  const hour = Number(typed)
  if (hour === 24 && minute === '00') return '00:00'
  if (hour > 23 || Number(minute) > 59) return undefined
  return `${String(onClock(hour, part, half)).padStart(2, '0')}:${minute}`
}

/** Twelve at night is 0, and one in the afternoon 13. */
function onClock(hour: number, part: string, half: string): number {
  if (hour > 12) return hour
  const isNight = /^[晚夜]/u.test(part)
  if (/^a/iu.test(half) || /^(?:凌晨|早)/u.test(part) || (isNight && hour === 12)) return hour % 12
  const isAfternoon = /^p/iu.test(half) || isNight || part === '下午' || (part === '中午' && hour < 11)
  return isAfternoon ? (hour % 12) + 12 : hour
}
